import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { currencyIn, dayIn } from '../../../../../electron/core/features/seizures/lists/cells.ts';
import { neutral, plain } from '../../../../../electron/core/features/seizures/lists/neutral.ts';
import { writeCsv } from '../../../../../electron/core/features/seizures/lists/write/csv.ts';

it('no cell begins as a formula does, and every text comes back', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^['=+\-@\t\ra-z0-9]*$/), (text) => {
      expect(neutral(text)).not.toMatch(/^[=+\-@\t\r]/);
      expect(plain(neutral(text))).toBe(text);
    }),
  );
});

it('a written table is read back cell by cell, whatever is in it', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 20 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const text = Buffer.from(writeCsv({ heads: ['a', 'b'], rows, delimiter: ';' })).toString('utf8');
      const read = Papa.parse<string[]>(text.slice(1), { delimiter: ';', newline: '\r\n' }).data;
      expect(read.slice(1, -1).map((row) => row.map(plain))).toEqual(rows);
    }),
  );
});

it.each([
  ['03/04/2026', '2026-04-03'],
  ['3-4-2026', '2026-04-03'],
  ['2026-04-03', '2026-04-03'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2026', null],
  ['2026-13-01', null],
  ['04/13/2026', null],
  ['ayer', null],
])('%s is %s', (text, day) => expect(dayIn(text)).toBe(day));

it.each([
  ['BOB', 'BOB'],
  ['Bs.', 'BOB'],
  ['$us', 'USD'],
  ['usd', 'USD'],
  ['€', 'EUR'],
  ['$', null],
  ['ZZZ', null],
  ['', null],
])('the currency %s is %s', (text, code) => expect(currencyIn(text)).toBe(code));
