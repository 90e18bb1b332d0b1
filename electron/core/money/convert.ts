import { CustodiaError } from '../api/errors.ts';
import { exact } from './amount.ts';
import { currencyDigits } from './currency.ts';

/**
 * Minor units of one currency in minor units of another, by a stated rate: one unit of `from` is `rate` units of `to`.
 * Rounded once, to the nearest minor unit, halves away from zero.
 */
export function convert(minor: number, from: string, to: string, rate: string): number {
  const { numerator, scale } = rateOf(rate);
  const top = BigInt(minor) * numerator * 10n ** BigInt(currencyDigits(to));
  const bottom = 10n ** BigInt(scale + currencyDigits(from));
  const size = top < 0n ? -top : top;
  const rounded = (2n * size + bottom) / (2n * bottom);
  return exact(top < 0n ? -rounded : rounded);
}

function rateOf(rate: string): { numerator: bigint; scale: number } {
  const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(rate) ?? [];
  return { numerator: BigInt(whole + fraction), scale: fraction.length };
}

/**
 * A rate as it was typed (`6,96`, `6.96`), as an exact decimal with a point. A rate groups no thousands, so that
 * `1,234` is one and something.
 *
 * @throws `money.rate` where it is no positive decimal
 */
export function parseRate(given: string): string {
  const [, whole, fraction = ''] = /^(\d{1,12})(?:[.,](\d{1,12}))?$/u.exec(given.trim()) ?? [];
  const value = fraction === '' ? whole : `${whole}.${fraction}`;
  if (whole === undefined || value === undefined || /^[0.]*$/.test(value))
    throw new CustodiaError('money.rate', { given });
  return value.replace(/^0+(?=\d)/, '');
}
