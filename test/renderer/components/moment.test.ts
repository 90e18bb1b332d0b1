import { expect, test } from 'vitest';
import { momentOf, nowParts, retyped } from '../../../renderer/components/moment.ts';

const now = new Date(2026, 8, 14, 12, 5, 42);

test('now is a day and a time to the second', () => {
  expect(nowParts(now)).toEqual({ day: '2026-09-14', time: '12:05:42' });
  expect(nowParts(new Date(2026, 0, 2, 3, 4))).toEqual({ day: '2026-01-02', time: '03:04:00' });
});

test('a day and a time are a moment on this clock, with its offset', () => {
  const moment = momentOf({ day: '2026-09-13', time: '23:59' }, now);
  expect(moment).toMatch(/^2026-09-13T23:59:00(Z|[+-]\d\d:\d\d)$/);
  expect(Date.parse(moment ?? '')).toBe(new Date(2026, 8, 13, 23, 59).getTime());
});

test('the present minute, typed, is this very second: it cannot lie before an event of the same minute', () => {
  expect(Date.parse(momentOf({ day: '2026-09-14', time: '12:05' }, now) ?? '')).toBe(now.getTime());
  expect(Date.parse(momentOf({ day: '2026-09-14', time: '12:04' }, now) ?? '')).toBe(
    new Date(2026, 8, 14, 12, 4).getTime(),
  );
});

test('a form sent in a later minute keeps the second in which it was opened: it lies after what was there', () => {
  const opened = nowParts(now);
  expect(Date.parse(momentOf(opened, new Date(2026, 8, 14, 12, 6, 3)) ?? '')).toBe(now.getTime());
});

test('what is typed counts by its minute; what says the same again keeps its second', () => {
  const opened = nowParts(now);
  expect(retyped(opened, { time: '12:05' })).toEqual(opened);
  expect(retyped(opened, { time: '12:05:00' })).toEqual(opened);
  expect(retyped(opened, { day: '2026-09-14' })).toEqual(opened);
  expect(retyped(opened, { time: '11:30:00' })).toEqual({ day: '2026-09-14', time: '11:30' });
  expect(retyped(opened, { day: '2026-09-13' })).toEqual({ day: '2026-09-13', time: '12:05' });
  expect(retyped(opened, { time: '' })).toEqual({ day: '2026-09-14', time: '' });
});

test('what is missing or no time at all is no moment', () => {
  expect(momentOf({ day: '', time: '12:05' }, now)).toBeNull();
  expect(momentOf({ day: '2026-09-14', time: '' }, now)).toBeNull();
  expect(momentOf({ day: '2026-09-14', time: '9:5' }, now)).toBeNull();
  expect(momentOf({ day: '2026-09-14', time: '25:00' }, now)).toBeNull();
  expect(momentOf({ day: '2026-02-30', time: '10:00' }, now)).toBeNull();
});
