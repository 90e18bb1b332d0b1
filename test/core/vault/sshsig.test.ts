import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  allowedSignersLine,
  rawPublicKey,
  SshSignatureError,
  signSsh,
  sshFingerprint,
  sshPublicKeyLine,
  verifySsh,
} from '../../../electron/core/vault/sshsig.ts';

const namespace = 'custodia-bundle';
const message = Buffer.from('e3b0c442  bagit.txt\n');
const newKey = () => generateKeyPairSync('ed25519');

const tool = spawnSync('ssh-keygen', ['-?']).error === undefined;
// biome-ignore lint/suspicious/noConsole: a test that does not run says why
if (!tool) console.warn('ssh-keygen is not installed: signatures are not checked with it');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'custodia-sshsig-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof SshSignatureError) return error.reason;
    throw error;
  }
  return 'accepted';
}

function keygen(args: readonly string[], input: Uint8Array): { ok: boolean; said: string } {
  const { status, stdout, stderr } = spawnSync('ssh-keygen', args, { input });
  return { ok: status === 0, said: `${stdout}${stderr}` };
}

/** The private key out of an unencrypted OpenSSH file: the last 64-byte string is seed and public key. */
function openSshKey(path: string): KeyObject {
  const body = readFileSync(path, 'utf8').replace(/-----[^-]+-----|\s/g, '');
  const bytes = Buffer.from(body, 'base64');
  const at = bytes.lastIndexOf(Buffer.of(0, 0, 0, 64)) + 4;
  const seed = bytes.subarray(at, at + 32);
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
}

describe('alone', () => {
  it('verifies what it signed and names the key', () => {
    const key = newKey();
    const signed = signSsh(message, key, namespace);
    expect(verifySsh(message, signed, namespace).publicKey).toEqual(rawPublicKey(key.publicKey));
  });

  it('refuses another message, another purpose and another spelling, each with its reason', () => {
    const signed = signSsh(message, newKey(), namespace);
    expect(refusal(() => verifySsh(Buffer.from('other'), signed, namespace))).toBe('mismatch');
    expect(refusal(() => verifySsh(message, signed, 'file'))).toBe('namespace');
    for (const spelling of [
      '',
      'x',
      signed.trimEnd(),
      `${signed}\n`,
      `\n${signed}`,
      signed.replaceAll('\n', '\r\n'),
      signed.replace(/(.)\n(.)/, '$1 \n$2'),
      signed.replace(/=+\n/, '\n'),
      signed.replace('BEGIN SSH', 'BEGIN PGP'),
      `${signed.slice(0, 100)}\n-----END SSH SIGNATURE-----\n`,
      `${signed}${'\n'.repeat(10_000)}`,
    ]) {
      expect(
        refusal(() => verifySsh(message, spelling, namespace)),
        JSON.stringify(spelling),
      ).toBe('malformed');
    }
  });

  it('refuses any single changed character', () => {
    const signed = signSsh(message, newKey(), namespace);
    fc.assert(
      fc.property(fc.nat(signed.length - 1), fc.integer({ min: 0, max: 127 }), (at, code) => {
        fc.pre(signed.charCodeAt(at) !== code);
        const changed = signed.slice(0, at) + String.fromCharCode(code) + signed.slice(at + 1);
        expect(refusal(() => verifySsh(message, changed, namespace))).not.toBe('accepted');
      }),
      { numRuns: 2000 },
    );
  });

  it('meets any bytes in armour with a reason, never with another failure', () => {
    const wrap = (bytes: Uint8Array): string =>
      `-----BEGIN SSH SIGNATURE-----\n${Buffer.from(bytes).toString('base64')}\n-----END SSH SIGNATURE-----\n`;
    const start = Buffer.from('SSHSIG\0\0\0\u0001', 'latin1');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, magic) => {
        const blob = magic ? Buffer.concat([start, bytes]) : bytes;
        expect(refusal(() => verifySsh(message, wrap(blob), namespace))).not.toBe('accepted');
      }),
    );
  });

  it('takes only names that OpenSSH reads as they stand', () => {
    const key = rawPublicKey(newKey().publicKey);
    for (const name of ['', '*', 'a b', 'a,b', '!a', 'a"', 'añ', '#a', 'a\nb']) {
      expect(() => allowedSignersLine(name, key, namespace), name).toThrow(TypeError);
    }
    expect(() => sshPublicKeyLine(key, 'a\nb')).toThrow(TypeError);
    expect(() => signSsh(message, newKey(), '')).toThrow(TypeError);
  });
});

describe.runIf(tool)('beside ssh-keygen', () => {
  const principal = 'ana.quispe@fiscalia';

  function signersFor(key: Uint8Array): string {
    const path = join(folder, 'allowed_signers');
    writeFileSync(path, `${allowedSignersLine(principal, key, namespace)}\n`);
    return path;
  }

  it('writes signatures that it verifies, and rejects for another message, name, purpose or key', () => {
    const key = newKey();
    const publicKey = rawPublicKey(key.publicKey);
    const signature = join(folder, 'ours.sig');
    writeFileSync(signature, signSsh(message, key, namespace));
    const check = (signers: string, name: string, purpose: string, input: Uint8Array): boolean =>
      keygen(['-Y', 'verify', '-f', signers, '-I', name, '-n', purpose, '-s', signature], input).ok;

    const signers = signersFor(publicKey);
    const verified = keygen(
      ['-Y', 'verify', '-f', signers, '-I', principal, '-n', namespace, '-s', signature],
      message,
    );
    expect(verified.said).toContain(`Good "${namespace}" signature for ${principal}`);
    expect(verified.said).toContain(sshFingerprint(publicKey));
    expect(verified.ok).toBe(true);
    expect(check(signers, principal, namespace, Buffer.from('other'))).toBe(false);
    expect(check(signers, 'other', namespace, message)).toBe(false);
    expect(check(signers, principal, 'file', message)).toBe(false);
    expect(check(signersFor(rawPublicKey(newKey().publicKey)), principal, namespace, message)).toBe(false);
    expect(keygen(['-Y', 'check-novalidate', '-n', namespace, '-s', signature], message).ok).toBe(true);
  });

  it('writes public keys that it reads', () => {
    const publicKey = rawPublicKey(newKey().publicKey);
    const path = join(folder, 'key.pub');
    writeFileSync(path, `${sshPublicKeyLine(publicKey, 'Ana Quispe')}\n`);
    const { said } = keygen(['-l', '-f', path], Buffer.alloc(0));
    expect(said).toContain(`256 ${sshFingerprint(publicKey)} Ana Quispe (ED25519)`);
  });

  it('signs byte for byte as it does, with either hash on reading, and refuses other kinds of key', () => {
    const path = join(folder, 'theirs');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'x', '-f', path]);
    const privateKey = openSshKey(path);
    const theirs = (keyPath: string, ...options: string[]): string =>
      execFileSync('ssh-keygen', ['-q', '-Y', 'sign', '-f', keyPath, '-n', namespace, ...options], {
        input: message,
        encoding: 'utf8',
      });
    expect(theirs(path)).toBe(signSsh(message, { privateKey }, namespace));
    const short = theirs(path, '-O', 'hashalg=sha256');
    expect(Buffer.from(verifySsh(message, short, namespace).publicKey)).toEqual(rawPublicKey(privateKey));
    expect(refusal(() => verifySsh(Buffer.from('other'), short, namespace))).toBe('mismatch');

    const curve = join(folder, 'ecdsa');
    execFileSync('ssh-keygen', ['-q', '-t', 'ecdsa', '-N', '', '-C', 'x', '-f', curve]);
    expect(refusal(() => verifySsh(message, theirs(curve), namespace))).toBe('unsupported');
  });
});
