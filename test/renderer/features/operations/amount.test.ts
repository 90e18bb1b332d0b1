import { expect, it } from 'vitest';
import { readAmount } from '../../../../renderer/features/operations/money/amount.ts';

it.each([
  ['1500', 'BOB', 150_000],
  ['420,5', 'BOB', 42_050],
  ['420.05', 'BOB', 42_005],
  [' 7 ', 'USD', 700],
  ['0,07', 'BOB', 7],
  ['900', 'CLP', 900],
])('reads %s %s as %d minor units', (text, currency, minor) => {
  expect(readAmount(text, currency)).toEqual({ minor, currency });
});

it.each([
  ['1.234', 'BOB'],
  ['1.234,50', 'BOB'],
  ['1 234', 'BOB'],
  ['12,', 'BOB'],
  ['-5', 'BOB'],
  ['', 'BOB'],
  ['cien', 'BOB'],
  ['1,5', 'CLP'],
  ['5', 'XXQ'],
])('takes %s %s for no amount rather than guess', (text, currency) => {
  expect(readAmount(text, currency)).toBeNull();
});
