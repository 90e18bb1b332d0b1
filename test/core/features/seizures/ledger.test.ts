import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  convertLines,
  type LedgerFact,
  ledgerAt,
  ledgerStates,
  valueOn,
} from '../../../../electron/core/features/seizures/ledger.ts';
import {
  type AssetStage,
  assetStages,
  type LedgerLine,
} from '../../../../electron/core/features/seizures/model.ts';

const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
let order = 0;
const next = (): string => {
  order += 1;
  return String(order).padStart(9, '0');
};
const at = (asset: string, n: number) => ({ asset, on: day(n), order: next() });
const bob = (minor: number) => ({ currency: 'BOB', minor });

const sumOfStates = (line: LedgerLine): number =>
  ledgerStates.reduce((sum, state) => sum + line.states[state], 0);

describe('the ledger', () => {
  const facts: LedgerFact[] = [
    { ...at('cash', 0), type: 'identified' },
    { ...at('cash', 0), type: 'valued', value: bob(100_000) },
    { ...at('cash', 2), type: 'stage', stage: 'executed' },
    { ...at('car', 1), type: 'identified' },
    { ...at('car', 1), type: 'valued', value: { currency: 'USD', minor: 500_000 } },
    { ...at('car', 3), type: 'stage', stage: 'executed' },
    { ...at('car', 4), type: 'stage', stage: 'administered' },
    { ...at('car', 5), type: 'valued', value: { currency: 'USD', minor: 450_000 } },
    { ...at('car', 5), type: 'cost', cost: bob(30_000), fromAsset: false },
    // Sold in another currency than it was valued in.
    { ...at('car', 6), type: 'sold', proceeds: bob(2_900_000) },
    { ...at('car', 7), type: 'cost', cost: bob(50_000), fromAsset: true },
    {
      ...at('cash', 8),
      type: 'split',
      parts: [
        { asset: 'cash.1', value: bob(60_000) },
        { asset: 'cash.2', value: bob(40_000) },
      ],
    },
    { ...at('cash.1', 8), type: 'valued', value: bob(60_000) },
    { ...at('cash.2', 8), type: 'valued', value: bob(40_000) },
    { ...at('cash.1', 9), type: 'stage', stage: 'forfeited' },
    { ...at('cash.2', 10), type: 'stage', stage: 'returned' },
    { ...at('car', 11), type: 'stage', stage: 'forfeited' },
  ];
  const on = (n: number, currency = 'BOB') => {
    const { lines } = ledgerAt(facts, day(n));
    return lines.find((line) => line.currency === currency);
  };

  it('tells each day what there was and what became of it', () => {
    expect(on(0)).toMatchObject({ entered: 100_000, states: { identified: 100_000 }, seized: 0 });
    expect(on(2)).toMatchObject({ states: { identified: 0, executed: 100_000 }, seized: 100_000 });
    expect(on(5, 'USD')).toMatchObject({
      entered: 500_000,
      revalued: -50_000,
      states: { administered: 450_000 },
    });
    expect(on(5)).toMatchObject({ costs: 30_000, states: { spent: 0 } });
    // The dollars leave with the sale, and the bolivianos come.
    expect(on(6, 'USD')).toMatchObject({ entered: 500_000, revalued: -500_000, seized: 0 });
    expect(on(6)).toMatchObject({ revalued: 2_900_000, proceeds: 2_900_000, states: { sold: 2_900_000 } });
    expect(on(7)).toMatchObject({ states: { sold: 2_850_000, spent: 50_000 } });
    expect(on(8)).toMatchObject({ states: { executed: 100_000 } });
    expect(on(11)).toEqual({
      currency: 'BOB',
      entered: 100_000,
      revalued: 2_900_000,
      states: {
        identified: 0,
        requested: 0,
        ordered: 0,
        executed: 0,
        registered: 0,
        administered: 0,
        sold: 0,
        forfeited: 2_910_000,
        returned: 40_000,
        destroyed: 0,
        spent: 50_000,
      },
      seized: 3_000_000,
      proceeds: 2_900_000,
      costs: 30_000,
    });
    expect(ledgerAt(facts, day(11)).assets).toMatchObject({ split: 1, forfeited: 2, returned: 1 });
  });

  it('knows what one asset was worth on a day', () => {
    expect(valueOn(facts, 'car', day(0))).toBeNull();
    expect(valueOn(facts, 'car', day(4))).toEqual({ currency: 'USD', minor: 500_000 });
    expect(valueOn(facts, 'car', day(7))).toEqual(bob(2_850_000));
    expect(valueOn(facts, 'cash', day(9))).toBeNull();
    expect(valueOn(facts, 'cash.2', day(9))).toEqual(bob(40_000));
  });

  it('in one currency adds up too, and names what it has no rate for', () => {
    const { lines } = ledgerAt(facts, day(5));
    const { line, missing } = convertLines(lines, 'BOB', [{ from: 'USD', to: 'BOB', rate: '6.965' }]);
    expect(missing).toEqual([]);
    expect(line.states).toMatchObject({ executed: 100_000, administered: 3_134_250 });
    expect(line.entered + line.revalued).toBe(sumOfStates(line));
    expect(convertLines(lines, 'BOB', [])).toMatchObject({ missing: ['USD'], line: { entered: 100_000 } });
    // A rate is used the way it was stated only.
    expect(convertLines(lines, 'BOB', [{ from: 'BOB', to: 'USD', rate: '0.14' }]).missing).toEqual(['USD']);
  });

  it('refuses a sum that it could not tell exactly', () => {
    const many = Array.from({ length: 100 }, (_, n): LedgerFact[] => [
      { ...at(`a${n}`, 0), type: 'identified' },
      { ...at(`a${n}`, 0), type: 'valued', value: bob(100_000_000_000_000) },
    ]).flat();
    expect(() => ledgerAt(many, day(0))).toThrow(expect.objectContaining({ code: 'money.tooLarge' }));
  });
});

/** Anything that could come, also what no command would let pass: two offices may have written it apart. */
const money = fc.record({
  currency: fc.constantFrom('BOB', 'USD', 'CLP'),
  minor: fc.integer({ min: 0, max: 1_000_000 }),
});
const asset = fc.constantFrom('a', 'b', 'c', 'a.1', 'a.2', 'b.1', 'b.2');
const stage = fc.constantFrom(...assetStages.filter((each): each is AssetStage => each !== 'split'));
const place = { asset, on: fc.nat(20).map(day), order: fc.nat(9_999).map(String) };
const fact: fc.Arbitrary<LedgerFact> = fc.oneof(
  fc.record({ ...place, type: fc.constant('identified' as const) }),
  fc.record({ ...place, type: fc.constant('stage' as const), stage }),
  fc.record({ ...place, type: fc.constant('valued' as const), value: money }),
  fc.record({ ...place, type: fc.constant('sold' as const), proceeds: money }),
  fc.record({ ...place, type: fc.constant('cost' as const), cost: money, fromAsset: fc.boolean() }),
  fc
    .record({ ...place, asset: fc.constantFrom('a', 'b'), values: fc.tuple(money, money) })
    .map(({ values, ...rest }) => ({
      ...rest,
      type: 'split' as const,
      parts: values.map((value, n) => ({ asset: `${rest.asset}.${n + 1}`, value })),
    })),
);

describe('whatever happened', () => {
  it('adds up on every day, in every currency, and the seized is what became of it', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 60 }), (facts) => {
        const whole: LedgerFact[] = [
          ...['a', 'b', 'c'].map(
            (id): LedgerFact => ({ asset: id, on: day(0), order: '', type: 'identified' }),
          ),
          ...facts,
        ];
        for (let n = 0; n <= 20; n += 1)
          for (const line of ledgerAt(whole, day(n)).lines) {
            expect(line.entered + line.revalued).toBe(sumOfStates(line));
            const { identified, requested, ordered } = line.states;
            expect(line.seized).toBe(sumOfStates(line) - identified - requested - ordered);
            for (const state of ledgerStates) expect(line.states[state]).toBeGreaterThanOrEqual(0);
          }
      }),
      { numRuns: 300 },
    );
  });

  it('a step moves what is there and makes nothing and loses nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fact, { maxLength: 40 }),
        fc.constantFrom('a', 'b', 'c'),
        stage,
        (facts, which, to) => {
          const whole: LedgerFact[] = [
            ...['a', 'b', 'c'].map(
              (id): LedgerFact => ({ asset: id, on: day(0), order: '', type: 'identified' }),
            ),
            ...facts,
          ];
          const sums = (all: readonly LedgerFact[]) =>
            ledgerAt(all, day(30)).lines.map((line) => [line.currency, sumOfStates(line), line.states.spent]);
          const moved: LedgerFact = { asset: which, on: day(25), order: '', type: 'stage', stage: to };
          expect(sums([...whole, moved])).toEqual(sums(whole));
        },
      ),
    );
  });

  it('each valued asset lies in exactly one state: the states are the sums of what the assets are worth', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 40 }), fc.nat(20), (facts, n) => {
        const whole: LedgerFact[] = [
          ...['a', 'b', 'c'].map(
            (id): LedgerFact => ({ asset: id, on: day(0), order: '', type: 'identified' }),
          ),
          ...facts,
        ];
        const sums = new Map<string, number>();
        for (const id of ['a', 'b', 'c', 'a.1', 'a.2', 'b.1', 'b.2']) {
          const worth = valueOn(whole, id, day(n));
          if (worth !== null) sums.set(worth.currency, (sums.get(worth.currency) ?? 0) + worth.minor);
        }
        for (const line of ledgerAt(whole, day(n)).lines)
          expect(sumOfStates(line) - line.states.spent).toBe(sums.get(line.currency) ?? 0);
      }),
    );
  });
});
