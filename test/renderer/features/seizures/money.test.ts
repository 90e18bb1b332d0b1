import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../../../electron/core/money/index.ts';
import { readAmount } from '../../../../renderer/features/seizures/money.ts';

/** What the core reads an amount as; null where it refuses. */
function byTheCore(amount: string, currency: string): number | null {
  try {
    return parseAmount({ currency, amount }).minor;
  } catch {
    return null;
  }
}

describe('an amount that is shown back while it is typed', () => {
  it.each([
    ['1.234,50', 'BOB', 123_450],
    ['1,234.50', 'USD', 123_450],
    ['38500', 'USD', 3_850_000],
    ['0,5', 'BOB', 50],
    ['1.234.567', 'BOB', 123_456_700],
    ['1.234', 'CLP', 1_234],
    ['1.234', 'BOB', null],
    ['12,345', 'BOB', null],
    ['-5', 'BOB', null],
    ['cinco', 'BOB', null],
    ['5', 'B', null],
  ])('reads %s %s', (amount, currency, minor) => {
    expect(readAmount(amount, currency)).toBe(minor);
  });

  it('is never shown as anything but what the core will take it for', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789.,'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(typed, fc.constantFrom('BOB', 'CLP', 'USD'), (amount, currency) => {
        // What can't be told plainly may be left to the core; what is shown must be what is taken.
        const shown = readAmount(amount, currency);
        return shown === null || shown === byTheCore(amount, currency);
      }),
      { numRuns: 2_000 },
    );
  });
});
