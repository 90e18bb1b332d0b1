import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const password = 'contraseña 2026';

export interface Certificates {
  path(name: string): string;
  remove(): void;
}

/** Certificates that OpenSSL makes as authorities hand them out, each with what may be wrong with one. */
export function makeCertificates(): Certificates {
  const dir = mkdtempSync(join(tmpdir(), 'custodia-p12-'));
  const openssl = (...args: readonly string[]): void => {
    execFileSync('openssl', args, { cwd: dir, stdio: 'ignore' });
  };
  const made = (name: string, key: readonly string[], ...more: readonly string[]): void => {
    const subject = ['-utf8', '-subj', '/C=BO/O=Fiscalía/CN=Elena Ñáñez'];
    openssl(
      'req',
      '-x509',
      '-nodes',
      ...key,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.crt`,
      ...subject,
      ...more,
    );
  };
  const packed = (name: string, from: string, ...more: readonly string[]): void =>
    openssl(
      'pkcs12',
      '-export',
      '-in',
      `${from}.crt`,
      '-inkey',
      `${from}.key`,
      '-out',
      name,
      '-passout',
      `pass:${password}`,
      ...more,
    );
  const rsa = ['-newkey', 'rsa:2048'];
  made('good', rsa, '-days', '30');
  packed('good.p12', 'good');
  packed('old.p12', 'good', '-legacy');
  made('curve', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], '-days', '30');
  packed('curve.p12', 'curve');
  made('edwards', ['-newkey', 'ed25519'], '-days', '30');
  packed('edwards.p12', 'edwards');
  packed('nokey.p12', 'good', '-nokeys');
  return { path: (name) => join(dir, name), remove: () => rmSync(dir, { recursive: true, force: true }) };
}
