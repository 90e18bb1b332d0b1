import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { armor, dearmor } from '../../../../electron/core/vault/age/armor.ts';
import {
  decryptBytes,
  decryptWithPassphrase,
  encryptBytes,
  encryptWithPassphrase,
  newIdentity,
  recipientOf,
} from '../../../../electron/core/vault/age/seal.ts';

const plain = new TextEncoder().encode('La identidad de la víctima');
const cheap = 10;

describe('small age files', () => {
  it('open for each of their recipients and for nobody else', async () => {
    const holders = [await newIdentity(), await newIdentity(), await newIdentity()];
    const file = await encryptBytes(
      plain,
      holders.map(({ recipient }) => recipient),
    );
    for (const { identity } of holders) expect(await decryptBytes(file, [identity])).toEqual(plain);
    const stranger = await newIdentity();
    await expect(decryptBytes(file, [stranger.identity])).rejects.toMatchObject({ reason: 'noMatch' });
    await expect(decryptBytes(file, [])).rejects.toMatchObject({ reason: 'noMatch' });
    expect(await recipientOf(stranger.identity)).toBe(stranger.recipient);
  });

  it('open for post-quantum recipients', async () => {
    const identity = await generateHybridIdentity();
    const file = await encryptBytes(plain, [await identityToRecipient(identity)]);
    expect(await decryptBytes(file, [identity])).toEqual(plain);
  });

  it('tell a wrong passphrase from damage', async () => {
    const file = await encryptWithPassphrase(plain, 'correcta', cheap);
    expect(await decryptWithPassphrase(file, 'correcta')).toEqual(plain);
    await expect(decryptWithPassphrase(file, 'Correcta')).rejects.toMatchObject({ reason: 'noMatch' });
    const text = Buffer.from(file).toString('latin1');
    const damage = (from: string, to: string) => Buffer.from(text.replace(from, to), 'latin1');
    const header = decryptWithPassphrase(damage('age-encryption', 'age-encriptado'), 'correcta');
    await expect(header).rejects.toMatchObject({ reason: 'header' });
    await expect(decryptWithPassphrase(damage(' 10\n', ' 21\n'), 'correcta')).rejects.toMatchObject({
      reason: 'header',
    });
    const cut = decryptWithPassphrase(file.subarray(0, -1), 'correcta');
    await expect(cut).rejects.toMatchObject({ reason: 'payload' });
  });

  it('refuse what the format or other tools forbid', async () => {
    const { recipient } = await newIdentity();
    const quantum = await identityToRecipient(await generateHybridIdentity());
    const passphrase = { passphrase: 'sola', workFactor: cheap };
    await expect(encryptBytes(plain, [])).rejects.toThrow('needs a recipient');
    await expect(encryptBytes(plain, [passphrase, recipient])).rejects.toThrow('only recipient');
    await expect(encryptBytes(plain, [passphrase, passphrase])).rejects.toThrow('only recipient');
    await expect(encryptBytes(plain, [recipient, quantum])).rejects.toThrow('must not be mixed');
    await expect(encryptBytes(plain, ['age1nonsense'])).rejects.toThrow();
  });

  it('detect every flipped bit', async () => {
    const { identity, recipient } = await newIdentity();
    const file = await encryptBytes(plain, [recipient]);
    for (let index = 0; index < file.length; index++) {
      const changed = file.slice();
      changed[index] = (changed[index] ?? 0) ^ (1 << (index % 8));
      await expect(decryptBytes(changed, [identity])).rejects.toHaveProperty('reason');
    }
  });

  it('travel as text', async () => {
    const { identity, recipient } = await newIdentity();
    const text = armor(await encryptBytes(plain, [recipient]));
    expect(text).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
    expect(await decryptBytes(dearmor(text), [identity])).toEqual(plain);
    expect(() => dearmor(text.slice(1))).toThrow(expect.objectContaining({ reason: 'armor' }));
  });
});
