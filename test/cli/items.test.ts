import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPlace } from './custodia.ts';

const place = createPlace();
let caseNumber: string;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

beforeAll(async () => {
  await place.createLight();
  caseNumber = place.json<{ number: string }>(['case', 'open', '--title', 'Hotel Mirador']).number;
});
afterAll(() => place.clear());

interface Items {
  readonly items: readonly { readonly exhibit: string; readonly number: string }[];
}

describe('things that lie in a store', () => {
  it('are recorded one by one or from a file, one inside another, and listed by where they lie', () => {
    const record = ['evidence', 'record', '--case', caseNumber];
    const box = place.json<Items>([...record, '--name', 'Caja', '--category', 'container', '--seal', 'P-1']);
    expect(box.items[0]?.number).toMatch(/E-001$/);
    const number = box.items[0]?.number ?? '';
    const phone = [...record, '--name', 'Teléfono', '--category', 'phone', '--inside', number];
    const refused = place.run([...phone, '--serial', 'imei:490154203237517']);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('490154203237517');
    place.json([...phone, '--serial', 'imei:490154203237517 (sic)', '--present', 'Rosa Choque; testigo']);
    const file = place.file('items.json', JSON.stringify({ items: [{ name: 'SIM', category: 'sim' }] }));
    const sim = place.json<Items>([...record, '--json-file', file]).items[0]?.number ?? '';
    place.json(['evidence', 'place', sim, '--inside', number, '--reason', 'Embalaje']);
    const inside = place.json<{ exhibits: { name: string }[] }>([
      ...['evidence', 'list', '--case', caseNumber, '--inside', number],
    ]);
    expect(inside.exhibits.map(({ name }) => name)).toEqual(['Teléfono', 'SIM']);
    expect(place.run(['evidence', 'place', number, '--inside', sim, '--reason', 'x']).code).toBe(1);
    const shown = place.run(['evidence', 'show', number.replace(/001$/, '002')]);
    expect(shown.out).toContain('imei: 490154203237517 (sic)');
    expect(shown.out).not.toContain('SHA-256');
    expect(place.run([...record, '--name', 'x', '--category', 'nave']).code).toBe(2);
  });
});

describe('a hash list', () => {
  it('is compared row by row, and written down only when asked', () => {
    place.json(['evidence', 'attach', place.file('a.txt', 'uno'), '--case', caseNumber]);
    const list = place.file('lista.csv', `nombre;sha256\na.txt;${sha256('uno')}\nb.txt;${sha256('dos')}\n`);
    const args = ['evidence', 'import-hashes', list, '--case', caseNumber];
    const shown = place.json<{ written: boolean; counts: object }>(args);
    expect(shown).toMatchObject({ written: false, counts: { matches: 1, unknown: 1 } });
    expect(place.run(args).out).toContain('--write');
    expect(place.json([...args, '--write', '--attach'])).toMatchObject({ written: true });
    const journal = place.run(['journal', 'show', '--case', caseNumber, '--json']);
    expect(journal.out).toContain('evidence.hashListImported');
  });
});
