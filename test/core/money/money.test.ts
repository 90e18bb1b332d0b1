import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountShape,
  convert,
  currencyDigits,
  decimalOf,
  formatMoney,
  maxMinor,
  parseAmount,
  parseRate,
  sumOf,
} from '../../../electron/core/money/index.ts';

const minor = fc.integer({ min: 0, max: maxMinor });
const currency = fc.constantFrom('BOB', 'USD', 'EUR', 'CLP', 'PYG', 'KWD');
const read = (amount: string, code = 'BOB'): number => parseAmount({ currency: code, amount }).minor;

describe('an amount that was typed', () => {
  it.each([
    ['0', 0],
    ['7', 700],
    ['1500', 150_000],
    ['1.234,50', 123_450],
    ['1,234.50', 123_450],
    ['1.234.567,8', 123_456_780],
    ['1,234,567.89', 123_456_789],
    ['1.234.567', 123_456_700],
    ['1 234,50', 123_450],
    ["1'234.50", 123_450],
    ['12,5', 1_250],
    ['12.05', 1_205],
    ['0,05', 5],
    [' 9,99 ', 999],
  ])('%j is %i centavos', (amount, expected) => {
    expect(read(amount)).toBe(expected);
  });

  it.each([
    ['1.234', 'money.ambiguous'],
    ['1,234', 'money.ambiguous'],
    ['12,345', 'money.ambiguous'],
    ['1,2,3', 'money.form'],
    ['1.2.3', 'money.form'],
    ['1,23,456.00', 'money.form'],
    ['1.234.56', 'money.form'],
    ['1e3', 'money.form'],
    ['0x10', 'money.form'],
    ['-5', 'money.form'],
    ['+5', 'money.form'],
    ['', 'money.form'],
    [' ', 'money.form'],
    ['.5', 'money.form'],
    ['5.', 'money.form'],
    ['Bs 5', 'money.form'],
    ['5 Bs', 'money.form'],
    ['٣', 'money.form'],
    ['NaN', 'money.form'],
    ['Infinity', 'money.form'],
    ['1,2345', 'money.decimals'],
    ['0,005', 'money.decimals'],
    ['1.234,567', 'money.decimals'],
    ['99999999999999999999', 'money.tooLarge'],
    ['1000000000000,01', 'money.tooLarge'],
  ])('%j is refused as %s', (amount, code) => {
    expect(() => read(amount)).toThrow(expect.objectContaining({ code }));
  });

  it('has as many decimals as its currency', () => {
    expect([currencyDigits('BOB'), currencyDigits('CLP'), currencyDigits('KWD')]).toEqual([2, 0, 3]);
    // Without decimals there is only one way to read it.
    expect(read('1.234', 'CLP')).toBe(1_234);
    expect(() => read('1,5', 'PYG')).toThrow(expect.objectContaining({ code: 'money.decimals' }));
    expect(read('1,5', 'KWD')).toBe(1_500);
  });

  it.each(['XXZ', 'bob', '', 'BO', 'BOBS', '€'])('knows no currency %j', (code) => {
    expect(() => read('1', code)).toThrow(expect.objectContaining({ code: 'money.currency' }));
  });

  it('comes back from every way in which it is written', () => {
    fc.assert(
      fc.property(currency, minor, (code, amount) => {
        const exact = decimalOf({ currency: code, minor: amount });
        // With the currency's own decimals at least one of the two marks is there, so nothing is ambiguous.
        if (currencyDigits(code) === 3 && exact.length <= 7) return;
        expect(read(exact, code)).toBe(amount);
        for (const locale of ['es-BO', 'en-GB']) {
          const written = new Intl.NumberFormat(locale, {
            minimumFractionDigits: currencyDigits(code),
            useGrouping: true,
          }).format(exact as `${number}`);
          const once = written.replace(/\d/g, '').length === 1;
          if (once && currencyDigits(code) === 3) return;
          expect(read(written, code)).toBe(amount);
        }
      }),
    );
  });
});

describe('a sum', () => {
  it('is exact or refused', () => {
    expect(sumOf([maxMinor, 1, 2])).toBe(maxMinor + 3);
    expect(() => sumOf(Array.from({ length: 91 }, () => maxMinor))).toThrow(
      expect.objectContaining({ code: 'money.tooLarge' }),
    );
  });
});

describe('a conversion', () => {
  it.each([
    // From, to, rate, minor units before and after: the second figure worked out by hand.
    ['USD', 'BOB', '6.96', 10_000, 69_600],
    ['BOB', 'USD', '0.1437', 100, 14],
    ['USD', 'BOB', '6.965', 1, 7],
    ['BOB', 'USD', '0.125', 100, 13],
    ['BOB', 'USD', '0.125', -100, -13],
    ['BOB', 'USD', '0.124999', 100, 12],
    ['USD', 'CLP', '950.5', 100, 951],
    ['CLP', 'USD', '0.00105', 1_000, 105],
    ['KWD', 'BOB', '22.5', 1_000, 2_250],
  ])('%s to %s at %s: %i → %i', (from, to, rate, before, after) => {
    expect(convert(before, from, to, rate)).toBe(after);
  });

  it('is never off by more than half of the smallest unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 1, max: 1e6 }),
        (amount, millionths) => {
          const rate = `0.${String(millionths).padStart(6, '0')}`.replace('0.1000000', '1.000000');
          const after = BigInt(convert(amount, 'USD', 'BOB', rate));
          const off = 2n * (after * 1_000_000n - BigInt(amount) * BigInt(millionths));
          expect(off <= 1_000_000n && off > -1_000_000n).toBe(true);
        },
      ),
    );
  });

  it('takes a rate with comma or point, and groups no thousands', () => {
    expect(['6,96', '6.96', '007', '1,234', '0.00105'].map(parseRate)).toEqual([
      '6.96',
      '6.96',
      '7',
      '1.234',
      '0.00105',
    ]);
    for (const bad of ['0', '0,00', '-1', '1e2', '', '6,9,6', 'x', '1.234,5'])
      expect(() => parseRate(bad)).toThrow(expect.objectContaining({ code: 'money.rate' }));
  });
});

it('an amount is written to the last digit, as it was read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_000_000_000_000 }), (amount) => {
      expect(amountShape.safeParse({ minor: amount, currency: 'BOB' }).success).toBe(true);
      const written = formatMoney({ minor: amount, currency: 'BOB' }, 'es');
      expect(Number(written.replace(/\D/g, ''))).toBe(amount);
    }),
  );
  expect(formatMoney({ minor: -125_050, currency: 'BOB' }, 'es')).toMatch(/^-.*1\.250,50$/);
});
