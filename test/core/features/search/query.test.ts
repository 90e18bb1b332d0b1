import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldWord } from '../../../../electron/core/features/search/context.ts';
import { monthsOf, parseQuery, scoped, scopeOf } from '../../../../electron/core/features/search/query.ts';
import { openMemory, type Sql } from '../../../../electron/core/vault/database/sql.ts';

const texts = [
  'El camión llegó a la terminal de buses',
  'la terminal, y de buses nada',
  'Ñusta pidió un teléfono 700-00-118',
  'contrato de trabajo con Nilda',
  'contratos de trabajo sin ella: NOT AND OR',
];
let sql: Sql;

beforeAll(() => {
  sql = openMemory();
  sql.exec(
    `CREATE VIRTUAL TABLE t USING fts5 (scope, body, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3 4 5')`,
  );
  for (const [index, body] of texts.entries()) {
    sql.run('INSERT INTO t (rowid, scope, body) VALUES (?, ?, ?)', [
      index,
      scopeOf(index, 'page', `2026-0${index + 1}-10`),
      body,
    ]);
  }
});
afterAll(() => sql.close());

function find(text: string, growing = false): number[] {
  const { match } = parseQuery(text, growing);
  if (match === null) return [];
  return sql
    .all<{ id: number }>('SELECT rowid AS id FROM t WHERE t MATCH ? ORDER BY rowid', [match('body')])
    .map((row) => row.id);
}

describe('what a person types', () => {
  it.each([
    ['camion', [0]],
    ['TERMINAL buses', [0, 1]],
    ['"terminal de buses"', [0]],
    ['terminal -camion', [1]],
    ['terminal NO camion', [1]],
    ['terminal NOT "de buses"', []],
    ['contrat*', [3, 4]],
    ['contrato', [3]],
    ['nilda O telefono', [2, 3]],
    ['trabajo nilda OR ella', [3, 4]],
    ['700-00-118', [2]],
    ['"de trab"*', [3, 4]],
    ['AND', [4]],
    ['ñusta', [2]],
    ['-solo', []],
    ['"', []],
    ['*', []],
    ['body : camion', []],
  ])('%s', (text, wanted) => {
    expect(find(text)).toEqual(wanted);
  });

  it('takes the last word for the beginning of one while it is being typed', () => {
    expect(find('trabajo nil', true)).toEqual([3]);
    expect(find('trabajo nil ', true)).toEqual([]);
    expect(find('trabajo -nil', true)).toEqual([3, 4]);
  });

  it('is never the index’s own language, whatever it is', () => {
    const odd = fc.string({ unit: fc.constantFrom(...'ab"*-():{}^+,.\'NOTANDRl \u0000ñ;'), maxLength: 40 });
    fc.assert(
      fc.property(
        fc.oneof(odd, fc.string({ unit: 'grapheme', maxLength: 30 })),
        fc.boolean(),
        (text, growing) => {
          const { match } = parseQuery(text, growing);
          if (match === null) return;
          sql.all('SELECT rowid FROM t WHERE t MATCH ?', [
            scoped(match('body'), { cases: [1], kinds: ['page'], months: [] }),
          ]);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('limits', () => {
  const within = (text: string, limits: Parameters<typeof scoped>[1]): number[] => {
    const { match } = parseQuery(text);
    if (match === null) return [];
    return sql
      .all<{ id: number }>('SELECT rowid AS id FROM t WHERE t MATCH ? ORDER BY rowid', [
        scoped(match('body'), limits),
      ])
      .map((row) => row.id);
  };

  it('keeps to cases, kinds and months', () => {
    const none = { cases: [], kinds: [], months: [] };
    expect(within('terminal', none)).toEqual([0, 1]);
    expect(within('terminal', { ...none, cases: [1, 3] })).toEqual([1]);
    expect(within('terminal', { ...none, kinds: ['entry'] })).toEqual([]);
    expect(within('trabajo', { ...none, months: monthsOf('2026-04-02', '2026-04-30', '') })).toEqual([3]);
  });

  it('cannot be reached by what is typed', () => {
    expect(find('xc1')).toEqual([]);
    expect(find('xkpage')).toEqual([]);
  });

  it('says months, and years where they are many', () => {
    expect(monthsOf('2025-11-20', '2026-01-02', '')).toEqual(['xm202511', 'xm202512', 'xm202601']);
    expect(monthsOf('2010-01-01', undefined, '2026-11-24')).toHaveLength(17);
    expect(monthsOf(undefined, undefined, '')).toEqual([]);
  });
});

it('sees words as the index does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), (text) => {
      const [only, ...more] = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word);
      if (only === undefined || more.length > 0) return;
      expect(foldWord(only)).toBe(foldWord(foldWord(only)));
    }),
  );
});
