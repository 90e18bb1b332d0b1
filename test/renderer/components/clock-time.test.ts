import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockTime, parseClock } from '../../../renderer/components/clock-time.ts';

test.each([
  [0, '0:00:00.000'],
  [8.25, '0:00:08.250'],
  [59.999, '0:00:59.999'],
  [60, '0:01:00.000'],
  [3723.45, '1:02:03.450'],
  [36_000, '10:00:00.000'],
])('%d seconds read %s', (seconds, text) => {
  expect(clockTime(seconds)).toBe(text);
});

test('a moment between two thousandths is the earlier: a citation never lies after what was seen', () => {
  expect(clockTime(1.9999)).toBe('0:00:01.999');
});

test('what is no exact binary number is cited as it was meant', () => {
  expect(clockTime(8.4)).toBe('0:00:08.400');
  expect(clockTime(2.3)).toBe('0:00:02.300');
  expect(clockTime(4.35)).toBe('0:00:04.350');
});

test.each([
  ['1:02:03.450', 3723.45],
  ['2:03', 123],
  ['75,5', 75.5],
  ['0:21.577', 21.577],
  [' 90:00 ', 5400],
])('%s is a moment', (text, seconds) => {
  expect(parseClock(text)).toBe(seconds);
});

test.each(['', 'x', '1:60', '1:60:00', '1.2345', '-1', '1:2:3:4'])('«%s» is none', (text) => {
  expect(parseClock(text)).toBeNull();
});

test('what is cited is read as it was meant', () => {
  fc.assert(
    fc.property(fc.nat(35_999_999), (thousandths) => {
      expect(parseClock(clockTime(thousandths / 1_000))).toBe(thousandths / 1_000);
    }),
  );
});
