import { appendFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { signer, writeSmallBag } from '../core/features/bundles/bag/a-bag.ts';
import { makeCertificates, password } from '../core/features/bundles/proof/certificates.ts';
import { createPlace } from './custodia.ts';

const place = createPlace();
const certificates = makeCertificates();
afterAll(() => {
  certificates.remove();
  place.clear();
});

/** Neither vault nor passphrase: a court has neither. */
const court = { CUSTODIA_VAULT: '', CUSTODIA_PASSPHRASE: '' };

describe('bundle verify', () => {
  it('accepts a bundle and says who signed it; names a byte that was added', async () => {
    const { path, fingerprint } = await writeSmallBag(place.path('legajo'));
    expect(place.json(['bundle', 'verify', path], court)).toMatchObject({
      valid: true,
      problems: [],
      fingerprint,
      signedBy: signer.principal,
    });
    appendFileSync(`${path}/data/expediente.pdf`, '\n');
    const { code, out } = place.run(['bundle', 'verify', path, '--json'], court);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      valid: false,
      problems: expect.arrayContaining([{ item: 'data/expediente.pdf', what: 'changed' }]) as unknown,
    });
    const text = place.run(['bundle', 'verify', path], court);
    expect(text.code).toBe(1);
    expect(text.out).toContain('«data/expediente.pdf» no es el que se firmó');
  });

  it('what is no bundle, or not there, is not valid', () => {
    expect(place.run(['bundle', 'verify', place.file('note.txt', 'x')], court).code).toBe(1);
    expect(place.run(['bundle', 'verify', place.path('nothing')], court).code).toBe(1);
  });
});

describe('bundle export --sign', () => {
  // Seven runs of the program.
  const slow = { timeout: 300_000 };
  it(
    'signs by a certificate whose password never stands in an argument, and says whose it is',
    slow,
    async () => {
      await place.createLight();
      const { number } = place.json<{ number: string }>(['case', 'open', '--title', 'Hotel Mirador']);
      place.json(['evidence', 'attach', '--case', number, place.file('acta.txt', 'Acta')]);
      const out = place.path('salida');
      const order = ['bundle', 'export', '--case', number, '--out', out];
      const signed = [...order, '--sign', certificates.path('good.p12'), '--visible-signature'];

      expect(place.run([...order, '--visible-signature']).code).toBe(2);
      const refused = place.run(signed, { CUSTODIA_SIGN_PASSWORD: 'otra' });
      expect(refused.code).toBe(1);
      expect(refused.err).toContain('La contraseña no abre «good.p12»');

      const made = place.json<{ path: string }>([
        ...signed,
        '--sign-password-file',
        place.file('clave.txt', `${password}\n`),
      ]);
      expect(made).toMatchObject({
        signature: { name: 'Elena Ñáñez', issuer: 'Elena Ñáñez' },
        journal: { entries: 3, withheld: 0 },
        papers: true,
      });
      const verified = place.run(['bundle', 'verify', made.path], court);
      expect(verified.code).toBe(0);
      expect(verified.out).toMatch(/Asientos con firma e inclusión probadas +3/);
      expect(verified.out).toMatch(/Evidencias cuya huella está en el registro +1/);
    },
  );
});
