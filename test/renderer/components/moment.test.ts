import { expect, test } from 'vitest';
import { momentOf, nowParts } from '../../../renderer/components/moment.ts';

const now = new Date(2026, 8, 14, 12, 5, 42);

test('now is written as the two fields show it', () => {
  expect(nowParts(now)).toEqual({ day: '2026-09-14', time: '12:05' });
  expect(nowParts(new Date(2026, 0, 2, 3, 4))).toEqual({ day: '2026-01-02', time: '03:04' });
});

test('a day and a time are a moment on this clock, with its offset', () => {
  const moment = momentOf({ day: '2026-09-13', time: '23:59' }, now);
  expect(moment).toMatch(/^2026-09-13T23:59:00(Z|[+-]\d\d:\d\d)$/);
  expect(Date.parse(moment ?? '')).toBe(new Date(2026, 8, 13, 23, 59).getTime());
});

test('the present minute is this very second, so that it cannot lie before an event of the same minute', () => {
  expect(Date.parse(momentOf(nowParts(now), now) ?? '')).toBe(now.getTime());
  expect(Date.parse(momentOf({ day: '2026-09-14', time: '12:04' }, now) ?? '')).toBe(
    new Date(2026, 8, 14, 12, 4).getTime(),
  );
});

test('a time with seconds counts by its minute', () => {
  expect(momentOf({ day: '2026-09-13', time: '08:30:59' }, now)).toMatch(/T08:30:00/);
});

test('what is missing or no time at all is no moment', () => {
  expect(momentOf({ day: '', time: '12:05' }, now)).toBeNull();
  expect(momentOf({ day: '2026-09-14', time: '' }, now)).toBeNull();
  expect(momentOf({ day: '2026-09-14', time: '9:5' }, now)).toBeNull();
  expect(momentOf({ day: '2026-09-14', time: '25:00' }, now)).toBeNull();
  expect(momentOf({ day: '2026-02-30', time: '10:00' }, now)).toBeNull();
});
