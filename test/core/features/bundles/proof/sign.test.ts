import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import * as mupdf from 'mupdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withSignature } from '../../../../../electron/core/features/bundles/compose/signature.ts';
import { roomFor, signDigest } from '../../../../../electron/core/features/bundles/proof/cms.ts';
import { openP12, type Signer } from '../../../../../electron/core/features/bundles/proof/p12.ts';
import { faultsOf, hasPreflight } from '../../../../support/preflight.ts';
import { has } from '../../../../support/tools.ts';
import { compose } from '../compose/a-bundle.ts';
import { type Certificates, makeCertificates, password } from './certificates.ts';

let certificates: Certificates;
beforeAll(() => {
  certificates = makeCertificates();
});
afterAll(() => certificates.remove());

const opened = (name: string): Promise<Signer> => openP12(certificates.path(name), password);

describe('a PKCS#12 file', () => {
  it('opens with its password, accents and all, and says whose it is', async () => {
    expect(await opened('good.p12')).toMatchObject({ name: 'Elena Ñáñez', issuer: 'Elena Ñáñez' });
    expect((await opened('curve.p12')).key.asymmetricKeyType).toBe('ec');
  });

  it.each([
    ['good.p12', 'otra', 'bundle.p12Password'],
    ['good.p12', '', 'bundle.p12Password'],
    ['old.p12', password, 'bundle.p12Old'],
    ['nokey.p12', password, 'bundle.p12NoKey'],
    ['edwards.p12', password, 'bundle.p12Kind'],
    ['good.crt', password, 'bundle.p12NotOne'],
    ['nowhere.p12', password, 'file.vanished'],
  ])('%s with “%s” is refused as %s', async (name, secret, code) => {
    await expect(openP12(certificates.path(name), secret)).rejects.toMatchObject({ code });
  });

  it('is refused before it is valid and when it is no more', async () => {
    const day = 86_400_000;
    for (const now of [Date.now() - 2 * day, Date.now() + 31 * day])
      await expect(openP12(certificates.path('good.p12'), password, new Date(now))).rejects.toMatchObject({
        code: 'bundle.p12NotNow',
        params: { name: 'Elena Ñáñez' },
      });
  });

  it('cut off anywhere is refused, never half read', async () => {
    const whole = readFileSync(certificates.path('good.p12'));
    for (const length of [0, 1, 10, 200, whole.length - 1]) {
      writeFileSync(certificates.path('cut.p12'), whole.subarray(0, length));
      await expect(opened('cut.p12'), String(length)).rejects.toMatchObject({
        code: expect.stringMatching(/^bundle\.p12/) as unknown,
      });
    }
  });
});

describe('the room for a signature', () => {
  it('is filled wherever the pieces are cut, and the rest is hashed and passed on as it was', async () => {
    const file = Buffer.from(`before<${'0'.repeat(20)}>after`);
    const hole = { from: 6, to: 28 };
    const covered = createHash('sha256').update('before').update('after').digest('hex');
    for (let size = 1; size <= file.length; size += 1) {
      async function* pieces() {
        for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
      }
      const out: Uint8Array[] = [];
      const sign = async (digest: Uint8Array) => {
        expect(Buffer.from(digest).toString('hex')).toBe(covered);
        return Buffer.from('abcd', 'hex');
      };
      for await (const piece of withSignature(pieces(), hole, sign)) out.push(piece);
      expect(Buffer.concat(out).toString()).toBe(`before<abcd${'0'.repeat(16)}>after`);
    }
  });
});

describe.runIf(has('pdfsig', 'signatures by poppler'))('a signed bundle', () => {
  async function signed(name: string, visible: boolean): Promise<string> {
    const signer = await opened(name);
    const { issuer, serial, until } = signer;
    const made = await compose(
      [['acta.txt', Buffer.from('Acta de allanamiento\n'.repeat(90))]],
      'stop',
      undefined,
      (plan) => ({
        ...plan,
        signature: { name: signer.name, issuer, serial, until, visible, room: roomFor(signer) },
      }),
      (digest) => signDigest(signer, digest),
    );
    const path = certificates.path(`${name}-${visible}.pdf`);
    writeFileSync(path, made.pdf);
    return path;
  }
  const pdfsig = (path: string): string => execFileSync('pdfsig', [path], { encoding: 'utf8' });

  it('is valid and wholly signed to poppler, sound to qpdf, and a CMS signature with the certificate’s hash to openssl', async () => {
    const path = await signed('good.p12', true);
    expect(pdfsig(path)).toMatch(
      /Elena Ñáñez[\s\S]*SHA-256[\s\S]*ETSI\.CAdES\.detached[\s\S]*Total document signed[\s\S]*Signature is Valid/,
    );
    execFileSync('qpdf', ['--check', path], { stdio: 'ignore' });

    const file = readFileSync(path);
    const [, a = '', b = '', rest = ''] =
      /ByteRange\[0 (\d+) (\d+) (\d+) *\]/.exec(file.toString('latin1')) ?? [];
    const [from, to] = [Number(a), Number(b)];
    expect(to + Number(rest)).toBe(file.length);
    const der = Buffer.from(
      file
        .subarray(from + 1, to - 1)
        .toString('latin1')
        .replace(/(00)+$/, ''),
      'hex',
    );
    writeFileSync(certificates.path('sig.der'), der);
    writeFileSync(certificates.path('covered'), Buffer.concat([file.subarray(0, from), file.subarray(to)]));
    const files = ['-in', certificates.path('sig.der'), '-inform', 'DER'];
    // -cades: openssl itself holds the signing-certificate attribute against the signer's certificate.
    const trust = [
      '-CAfile',
      certificates.path('good.crt'),
      '-purpose',
      'any',
      '-cades',
      '-out',
      '/dev/null',
    ];
    execFileSync(
      'openssl',
      ['cms', '-verify', '-binary', '-content', certificates.path('covered'), ...files, ...trust],
      {
        stdio: 'ignore',
      },
    );
    const parts = execFileSync('openssl', ['cms', '-cmsout', '-print', ...files], { encoding: 'utf8' });
    expect(parts).toContain('id-smime-aa-signingCertificateV2');
    expect(parts).not.toContain('signingTime');
  });

  it('still has its labels, bookmarks and links, and shows on the cover whose it is', async () => {
    const document = mupdf.Document.openDocument(
      readFileSync(await signed('good.p12', true)),
      'application/pdf',
    );
    const count = document.countPages();
    for (let at = 0; at < count; at += 1) expect(document.loadPage(at).getLabel()).toBe(String(at + 1));
    expect(document.loadOutline()?.at(-1)?.title).toMatch(/^E-001 · acta\.txt · 5$/);
    expect(
      document
        .loadPage(2)
        .getLinks()
        .map((link) => document.resolveLink(link)),
    ).toEqual([4]);
    const pdf = document.asPDF();
    const field = pdf?.findPage(0).get('Annots', 0);
    expect(field?.get('FT').asName()).toBe('Sig');
    const shown = document.loadPage(0).toPixmap(mupdf.Matrix.identity, mupdf.ColorSpace.DeviceRGB, false);
    // The panel of the field, where an unsigned cover is white.
    const [x, y] = [60, 842 - 80];
    expect(shown.getPixels()[y * shown.getStride() + x * 3]).toBeLessThan(250);
  });

  it('needs not show, and may be of a key on a curve', async () => {
    expect(pdfsig(await signed('curve.p12', false))).toContain('Signature is Valid');
  });

  it.runIf(hasPreflight())('stays PDF/A, whether it shows or not', async () => {
    for (const visible of [true, false])
      expect(faultsOf(readFileSync(await signed('good.p12', visible)))).toEqual([]);
  });

  it('is not valid any more with one changed bit anywhere', async () => {
    const path = await signed('good.p12', false);
    const whole = readFileSync(path);
    for (const share of [0.02, 0.5, 0.97]) {
      const changed = Buffer.from(whole);
      const at = Math.floor(whole.length * share);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(certificates.path('changed.pdf'), changed);
      let said = '';
      try {
        said = pdfsig(certificates.path('changed.pdf'));
      } catch (error) {
        said = String(error);
      }
      expect(said, String(share)).not.toContain('Signature is Valid');
    }
  });
});
