import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTerm, dueDay, stateOn, warnDay } from '../../../../electron/core/features/deadlines/rules.ts';

const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((n) => new Date(Date.UTC(2000, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
const weekday = (text: string): number => new Date(`${text}T00:00:00Z`).getUTCDay();

describe('the last day of a term', () => {
  it.each([
    ['days', 20, '2026-11-27', '2026-12-17'],
    ['days', 1, '2026-12-31', '2027-01-01'],
    // 27 November 2026 is a Friday.
    ['workingDays', 1, '2026-11-27', '2026-11-30'],
    ['workingDays', 5, '2026-11-27', '2026-12-04'],
    ['workingDays', 1, '2026-11-28', '2026-11-30'],
    ['months', 6, '2026-08-31', '2027-02-28'],
    ['months', 6, '2027-08-31', '2028-02-29'],
    ['months', 1, '2026-01-30', '2026-02-28'],
  ] as const)('%s × %i from %s is %s', (count, amount, from, due) => {
    expect(dueDay({ count, amount }, from)).toBe(due);
  });

  it('of working days never falls on a weekend, and counts each weekday between once', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 300 }), (from, amount) => {
        const due = dueDay({ count: 'workingDays', amount }, from);
        expect([0, 6]).not.toContain(weekday(due));
        let counted = 0;
        for (let at = Date.parse(from) + 86_400_000; at <= Date.parse(due); at += 86_400_000)
          if (![0, 6].includes(new Date(at).getUTCDay())) counted += 1;
        expect(counted).toBe(amount);
      }),
    );
  });
});

it('warning begins before the end, and never before the term itself', () => {
  expect(warnDay('2026-12-17', 5, '2026-11-27')).toBe('2026-12-12');
  expect(warnDay('2026-11-30', 30, '2026-11-27')).toBe('2026-11-27');
  // Set after it was due: it is overdue at once, and was never warned of.
  expect(warnDay('2026-01-05', 7, '2026-11-27')).toBe('2026-01-05');
  expect(countTerm({ id: 'x', count: 'days', amount: 10, warnDays: 3 }, '2026-11-27')).toEqual({
    due: '2026-12-07',
    warnFrom: '2026-12-04',
    term: 'x',
  });
});

it('the last day is still in time; the day after is not', () => {
  const at = (today: string) => stateOn('2026-12-07', '2026-12-04', today);
  expect(['2026-12-03', '2026-12-04', '2026-12-07', '2026-12-08'].map(at)).toEqual([
    'later',
    'soon',
    'soon',
    'overdue',
  ]);
});
