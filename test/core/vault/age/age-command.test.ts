import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { armor } from '../../../../electron/core/vault/age/armor.ts';
import { openAgeFile } from '../../../../electron/core/vault/age/reader.ts';
import {
  decryptBytes,
  decryptWithPassphrase,
  encryptBytes,
  encryptWithPassphrase,
  newIdentity,
} from '../../../../electron/core/vault/age/seal.ts';

function absent(command: string): boolean {
  const missing = spawnSync(command, ['--version']).error !== undefined;
  if (missing)
    process.stderr.write(`No "${command}" on this machine: its interoperability tests do not run\n`);
  return missing;
}

const noAge = absent('age');
const noTerminal = noAge || absent('script');
const sizes = [0, 1, 65_535, 65_536, 65_537, 131_072, 300_000];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'age-command-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Runs `age`, which reads passphrases from a terminal only, on a terminal of its own. */
function ageWithPassphrase(command: string, typed: string): void {
  const { status, stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
    input: typed,
    timeout: 20_000,
  });
  if (status !== 0) throw new Error(`${command}: ${stdout}`);
}

describe.skipIf(noAge)("Debian's age command", () => {
  it.each(sizes)('opens what is written here: %i bytes', async (size) => {
    const plain = randomBytes(size);
    const [first, second] = [await newIdentity(), await newIdentity()];
    const file = await encryptBytes(plain, [first.recipient, second.recipient]);
    const path = put('ours.age', file);
    for (const { identity } of [first, second]) {
      const opened = execFileSync('age', ['-d', '-i', put('identity', identity), path]);
      expect(opened.equals(plain)).toBe(true);
    }
    const text = put('ours.txt', armor(file));
    expect(execFileSync('age', ['-d', '-i', join(folder, 'identity'), text]).equals(plain)).toBe(true);
  });

  it.each(sizes)('writes what is read here, whole and by parts: %i bytes', async (size) => {
    const plain = randomBytes(size);
    const { identity, recipient } = await newIdentity();
    const file = execFileSync('age', ['-r', recipient], { input: plain });
    expect(await decryptBytes(file, [identity])).toEqual(new Uint8Array(plain));
    const reader = await openAgeFile(put('theirs.age', file), [identity]);
    expect(reader.size).toBe(size);
    const middle = Math.floor(size / 2);
    expect(await reader.read(middle, size)).toEqual(new Uint8Array(plain.subarray(middle)));
    await reader.close();
  });

  it('refuses what it was not written for', async () => {
    const file = await encryptBytes(randomBytes(10), [(await newIdentity()).recipient]);
    const other = put('other', (await newIdentity()).identity);
    expect(spawnSync('age', ['-d', '-i', other, put('foreign.age', file)]).status).toBe(1);
  });
});

describe.skipIf(noTerminal)("Debian's age command with a passphrase", () => {
  const passphrase = 'un secreto con eñe y tres palabras';

  it('opens what is written here', async () => {
    const plain = randomBytes(1000);
    const path = put('locked.age', await encryptWithPassphrase(plain, passphrase));
    const out = join(folder, 'unlocked');
    ageWithPassphrase(`age -d -o ${out} ${path}`, `${passphrase}\n`);
    expect(execFileSync('cat', [out]).equals(plain)).toBe(true);
  });

  it('writes what is read here', async () => {
    const plain = randomBytes(1000);
    const out = join(folder, 'theirs-locked.age');
    ageWithPassphrase(`age -p -o ${out} ${put('plain', plain)}`, `${passphrase}\n${passphrase}\n`);
    const file = execFileSync('cat', [out]);
    expect(await decryptWithPassphrase(file, passphrase)).toEqual(new Uint8Array(plain));
    await expect(decryptWithPassphrase(file, `${passphrase} `)).rejects.toMatchObject({ reason: 'noMatch' });
  });
});
