import { identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { decryptBytes, encryptBytes, newIdentity } from '../../../../electron/core/vault/age/seal.ts';
import { x25519Recipient } from '../../../../electron/core/vault/age/x25519.ts';

describe('an X25519 recipient', () => {
  it("wraps a key that the format's own package opens, under a new share each time", async () => {
    const { Decrypter, Encrypter } = await import('age-encryption');
    const { identity, recipient } = await newIdentity();
    const native = x25519Recipient(recipient);
    if (native === null) throw new Error('no libsodium here');
    const encrypter = new Encrypter();
    encrypter.addRecipient(native);
    const file = await encrypter.encrypt('El taller de la calle 4');
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    expect(await decrypter.decrypt(file, 'text')).toBe('El taller de la calle 4');
    const shares = [
      await native.wrapFileKey(new Uint8Array(16)),
      await native.wrapFileKey(new Uint8Array(16)),
    ];
    expect(shares[0]?.[0]?.args[1]).not.toBe(shares[1]?.[0]?.args[1]);
  });

  it('leaves other kinds, and what is no recipient, to the package', async () => {
    const { generateHybridIdentity } = await import('age-encryption');
    expect(x25519Recipient(await identityToRecipient(await generateHybridIdentity()))).toBeNull();
    expect(x25519Recipient('age1nonsense')).toBeNull();
  });

  it('refuses one with a mistyped letter', async () => {
    const { recipient } = await newIdentity();
    const wrong = recipient.slice(0, -1) + (recipient.endsWith('q') ? 'p' : 'q');
    await expect(encryptBytes(new Uint8Array(3), [wrong])).rejects.toThrow();
  });

  it('is opened by its identity only', async () => {
    const [one, other] = [await newIdentity(), await newIdentity()];
    const file = await encryptBytes(Uint8Array.of(1, 2, 3), [one.recipient]);
    expect(await decryptBytes(file, [one.identity])).toEqual(Uint8Array.of(1, 2, 3));
    await expect(decryptBytes(file, [other.identity])).rejects.toMatchObject({ reason: 'noMatch' });
  });
});
