import fc from 'fast-check';
import { expect, it } from 'vitest';
import { amountShape, formatMoney, parseAmount } from '../../electron/core/money.ts';

it.each([
  ['250,50', 'BOB', 25_050],
  ['250.5', 'BOB', 25_050],
  ['7', 'CLP', 7],
  ['1,250', 'KWD', 1_250],
])('reads %s %s exactly', (text, currency, minor) => {
  expect(parseAmount(text, currency)).toEqual({ minor, currency });
});
it.each([
  ['1,5', 'CLP'],
  ['1.234', 'BOB'],
  ['-1', 'BOB'],
  ['1e3', 'BOB'],
  ['', 'BOB'],
  ['1 000', 'BOB'],
  ['1', 'XQQ'],
  ['1', 'bob'],
  ['99999999999999', 'BOB'],
])('takes %s %s for no amount', (text, currency) => {
  expect(parseAmount(text, currency)).toBeUndefined();
});
it('writes every amount to the last digit, as it reads it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_000_000_000_000 }), (minor) => {
      expect(amountShape.safeParse({ minor, currency: 'BOB' }).success).toBe(true);
      const digits = formatMoney({ minor, currency: 'BOB' }, 'es').replace(/\D/g, '');
      expect(Number(digits)).toBe(minor);
    }),
  );
});
