import { appendFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { signer, writeSmallBag } from '../core/features/bundles/bag/a-bag.ts';
import { createPlace } from './custodia.ts';

const place = createPlace();
afterAll(() => place.clear());

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
