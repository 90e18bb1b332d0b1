import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  authorityOn,
  balanceAt,
  gapsBetween,
  lateHours,
  type Movement,
  reportsDue,
  runningBalance,
  shortBy,
  standsOnAgentAlone,
} from '../../../../electron/core/features/operations/rules.ts';
import { nextCheckIn } from '../../../../electron/core/features/operations/safety.ts';

const start = '2026-01-01';
const at = (days: number): string => addDays(start, days);

/** Rulings that do not overlap, with some days between them. */
const rulings = fc.array(fc.tuple(fc.nat(5), fc.nat(20)), { maxLength: 8 }).map((spans) => {
  let next = 0;
  return spans.map(([gap, length]) => {
    const from = next + gap;
    next = from + length + 1;
    return { from: at(from), until: at(from + length) };
  });
});

describe('gaps', () => {
  it('and rulings together are every day, once', () => {
    fc.assert(
      fc.property(rulings, fc.nat(120), (spans, last) => {
        const gaps = gapsBetween([...spans].reverse(), at(0), at(last));
        for (let day = 0; day <= last; day += 1) {
          const covered = spans.some(({ from, until }) => from <= at(day) && at(day) <= until);
          const missing = gaps.filter(({ from, until }) => from <= at(day) && at(day) <= until).length;
          expect([day, missing]).toEqual([day, covered ? 0 : 1]);
        }
      }),
    );
  });
  it('tell how authority stands', () => {
    const spans = [{ from: at(5), until: at(9) }];
    expect(authorityOn([], at(0))).toBe('none');
    expect([4, 5, 9, 10].map((day) => authorityOn(spans, at(day)))).toEqual([
      'coming',
      'inForce',
      'inForce',
      'expired',
    ]);
  });
});

const movement = fc.record({
  kind: fc.constantFrom('issued' as const, 'spent' as const, 'returned' as const),
  minor: fc.integer({ min: 1, max: 1_000_000 }),
  at: fc.nat(50).map((hours) => new Date(Date.UTC(2026, 0, 1, hours)).toISOString()),
});

describe('money', () => {
  it('is conserved: what was issued is spent, returned or there, whatever the order in which it is written down', () => {
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 40 }), fc.func(fc.integer()), (movements, shuffle) => {
        const sum = (kind: Movement['kind']) =>
          movements.filter((each) => each.kind === kind).reduce((total, each) => total + each.minor, 0);
        const shuffled = [...movements].sort((a, b) => shuffle(a) - shuffle(b));
        const balance = runningBalance(shuffled).at(-1)?.balance ?? 0;
        expect(sum('issued')).toBe(sum('spent') + sum('returned') + balance);
        expect(balanceAt(movements, '2027-01-01T00:00:00.000Z')).toBe(balance);
      }),
    );
  });
  it('never goes below nothing where only movements are taken that are not short', () => {
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 40 }), (movements) => {
        const taken: Movement[] = [];
        for (const each of movements) if (shortBy(taken, each) === 0) taken.push(each);
        for (const { balance } of runningBalance(taken)) expect(balance).toBeGreaterThanOrEqual(0);
      }),
    );
  });
  it('says by how much it falls short, also of what was spent since', () => {
    const [a, b, c] = ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z'];
    const before: Movement[] = [
      { kind: 'issued', minor: 100, at: a },
      { kind: 'spent', minor: 80, at: c },
    ];
    expect(shortBy(before, { kind: 'spent', minor: 30, at: b })).toBe(10);
    expect(shortBy(before, { kind: 'spent', minor: 20, at: b })).toBe(0);
    expect(shortBy([], { kind: 'returned', minor: 5, at: a })).toBe(5);
  });
});

describe('reports', () => {
  it('are due from the last one on, and each that did not come is named', () => {
    const spans = [{ from: at(0), until: at(30), reportEvery: 7 }];
    expect(reportsDue(spans, [], at(7))).toEqual({ missing: [], next: at(7) });
    expect(reportsDue(spans, [], at(8))).toEqual({ missing: [at(7)], next: at(14) });
    expect(reportsDue(spans, [at(5)], at(8))).toEqual({ missing: [], next: at(12) });
    expect(reportsDue(spans, [at(5)], at(13))).toEqual({ missing: [at(12)], next: at(19) });
    expect(reportsDue(spans, [at(10)], at(11))).toEqual({ missing: [at(7)], next: at(17) });
    expect(reportsDue(spans, [], at(60)).missing.at(-1)).toBe(at(35));
  });
});

describe('the rest', () => {
  it('tells late entries by the whole hours beyond the term', () => {
    const now = Date.parse('2026-01-10T12:00:00Z');
    expect(lateHours('2026-01-09T12:00:00Z', now, 1)).toBe(0);
    expect(lateHours('2026-01-09T10:59:00Z', now, 1)).toBe(25);
  });
  it('founds no charge on the agent alone', () => {
    expect(standsOnAgentAlone([])).toBe(true);
    expect(standsOnAgentAlone([{ kind: 'log' }, { kind: 'agent' }])).toBe(true);
    expect(standsOnAgentAlone([{ kind: 'agent' }, { kind: 'exhibit' }])).toBe(false);
  });
  it('counts the next check-in from the one waited for, past those missed', () => {
    const wait = { next: '2026-01-01T08:00:00Z', every: 6 };
    expect(nextCheckIn(wait, Date.parse('2026-01-01T07:00:00Z'))).toBe('2026-01-01T14:00:00.000Z');
    expect(nextCheckIn(wait, Date.parse('2026-01-02T09:00:00Z'))).toBe('2026-01-02T14:00:00.000Z');
    expect(nextCheckIn({ ...wait, every: 0 }, 0)).toBeNull();
  });
});
