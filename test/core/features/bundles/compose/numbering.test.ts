import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type NumberedVolume,
  type NumberingRules,
  numberSides,
  suffix,
} from '../../../../../electron/core/features/bundles/compose/numbering.ts';

const usual: NumberingRules = {
  unit: 'page',
  direction: 'ascending',
  start: 1,
  duplex: false,
  verso: ' vta.',
};
/** `m` a side, `l` a late one, `-` one without a number. */
const volume = (text: string, restart = false): NumberedVolume => ({
  restart,
  sides: [...text].map((each) => ({ late: each === 'l', numbered: each !== '-' })),
});
const numbers = (text: string, rules: Partial<NumberingRules> = {}): string =>
  numberSides([volume(text)], { ...usual, ...rules })[0]?.join(' ') ?? '';

describe('numbers', () => {
  it.each([
    ['mmm', {}, '1 2 3'],
    ['mmm', { start: 41 }, '41 42 43'],
    ['mmm', { direction: 'descending' }, '3 2 1'],
    ['-mm', {}, ' 1 2'],
    ['mllm', {}, '1 1A 1B 2'],
    ['mmmm', { unit: 'sheet', duplex: true }, '1 1 vta. 2 2 vta.'],
    ['mmmm', { unit: 'sheet', duplex: true, direction: 'descending' }, '2 2 vta. 1 1 vta.'],
    ['mmllmm', { unit: 'sheet', duplex: true }, '1 1 vta. 1A 1A vta. 2 2 vta.'],
    ['--mm', { unit: 'sheet', duplex: true }, '  1 1 vta.'],
    ['mm', { unit: 'sheet' }, '1 2'],
  ] as const)('of %s by %j are %s', (text, rules, expected) => {
    expect(numbers(text, rules)).toBe(expected);
  });

  it('go on over volumes, or begin anew', () => {
    expect(numberSides([volume('mm'), volume('mm')], usual)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(numberSides([volume('mm', true), volume('mm', true)], usual)[1]).toEqual(['1', '2']);
    const down = { ...usual, direction: 'descending' } as const;
    expect(numberSides([volume('mm'), volume('m')], down)).toEqual([['3', '2'], ['1']]);
  });

  it('have as many letters as it takes', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(suffix)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});

const volumes = fc.array(
  fc.record({
    restart: fc.boolean(),
    sides: fc.array(fc.record({ late: fc.boolean(), numbered: fc.constant(true) }), { maxLength: 60 }),
  }),
  { minLength: 1, maxLength: 5 },
);
const rules = fc.record({
  unit: fc.constantFrom('page' as const, 'sheet' as const),
  direction: fc.constantFrom('ascending' as const, 'descending' as const),
  start: fc.integer({ min: 1, max: 900 }),
  duplex: fc.constant(false),
  verso: fc.constant(' vta.'),
});

describe('whatever is numbered', () => {
  it('no number is twice in one sequence', () => {
    fc.assert(
      fc.property(volumes, rules, (all, by) => {
        const seen = new Set<string>();
        numberSides(all, by).forEach((labels, at) => {
          if (all[at]?.restart === true) seen.clear();
          for (const label of labels) {
            expect(seen.has(label)).toBe(false);
            seen.add(label);
          }
        });
      }),
    );
  });

  it('late sides change no other number', () => {
    fc.assert(
      fc.property(volumes, rules, (all, by) => {
        const kept = numberSides(all, by).map((labels, at) =>
          labels.filter((_, side) => all[at]?.sides[side]?.late === false),
        );
        const without = all.map((each) => ({ ...each, sides: each.sides.filter((side) => !side.late) }));
        expect(kept).toEqual(numberSides(without, by));
      }),
    );
  });

  it('sides that are not late count by one, without a gap', () => {
    fc.assert(
      fc.property(volumes, rules, (all, by) => {
        const step = by.direction === 'ascending' ? 1 : -1;
        let before: number | null = null;
        numberSides(all, by).forEach((labels, at) => {
          if (all[at]?.restart === true) before = null;
          labels.forEach((label, side) => {
            if (all[at]?.sides[side]?.late === true) return;
            if (before !== null) expect(Number(label)).toBe(before + step);
            before = Number(label);
          });
        });
      }),
    );
  });

  it('a number that descends ends at the start', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 50 }), (count, start) => {
        const labels = numberSides([volume('m'.repeat(count))], {
          ...usual,
          direction: 'descending',
          start,
        })[0];
        expect(labels?.at(-1)).toBe(String(start));
        expect(labels?.[0]).toBe(String(start + count - 1));
      }),
    );
  });
});
