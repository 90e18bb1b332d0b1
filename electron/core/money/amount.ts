import { CustodiaError } from '../api/errors.ts';
import { currencyDigits } from './currency.ts';
import type { Money, MoneyInput } from './model.ts';

/** The largest single amount, in minor units: a million million units of two decimals. Ninety of them still add exactly. */
export const maxMinor = 100_000_000_000_000;

/** Grouped as people write: `1.234.567` or `1,234,567`, spaces and apostrophes too. */
const grouped = /^[1-9]\d{0,2}(?:([.,' \u00a0\u202f’])\d{3})(?:\1\d{3})*$/u;

/**
 * The amount that was typed, exactly. A point or comma is the decimal mark where it stands last and once; it groups
 * thousands where it stands more than once or before the other. `1.234` alone could be either, and is refused, except in
 * a currency without decimals.
 *
 * @throws `money.currency`, `money.form`, `money.ambiguous`, `money.decimals`, `money.tooLarge`
 */
export function parseAmount({ currency, amount }: MoneyInput): Money {
  const digits = currencyDigits(currency);
  const given = amount.normalize('NFC').trim();
  const refuse = (why: 'form' | 'ambiguous' | 'decimals'): never => {
    throw new CustodiaError(`money.${why}`, { given: amount, currency, digits });
  };
  if (!/^\d/.test(given)) refuse('form');
  const { whole, fraction } = parts(given, digits) ?? refuse(isAmbiguous(given) ? 'ambiguous' : 'form');
  if (fraction.length > digits) refuse('decimals');
  const minor = BigInt(whole + fraction.padEnd(digits, '0'));
  if (minor > BigInt(maxMinor)) throw new CustodiaError('money.tooLarge', { given: amount, currency });
  return { currency, minor: Number(minor) };
}

interface Parts {
  readonly whole: string;
  readonly fraction: string;
}

function isAmbiguous(text: string): boolean {
  return /^\d{1,3}[.,]\d{3}$/u.test(text) && !text.startsWith('0');
}

function parts(text: string, digits: number): Parts | null {
  if (/^\d+$/.test(text)) return { whole: text, fraction: '' };
  // `0.500` has one reading; `1.234` has two, unless the currency has no decimals.
  if (isAmbiguous(text) && digits > 0) return null;
  if (grouped.test(text)) return { whole: text.replace(/\D/gu, ''), fraction: '' };
  const [, before, mark, fraction] = /^(.+)([.,])(\d+)$/u.exec(text) ?? [];
  if (before === undefined || mark === undefined || fraction === undefined) return null;
  if (/^\d+$/.test(before)) return { whole: before, fraction };
  if (!grouped.test(before) || before.includes(mark)) return null;
  return { whole: before.replace(/\D/gu, ''), fraction };
}

/** `1234.50`: exact, with a point and the currency's decimals, no grouping. */
export function decimalOf({ currency, minor }: Money): string {
  const digits = currencyDigits(currency);
  const all = String(minor).padStart(digits + 1, '0');
  return digits === 0 ? all : `${all.slice(0, -digits)}.${all.slice(-digits)}`;
}

/** The sum, exactly. @throws `money.tooLarge` where it can't be told exactly any more */
export function sumOf(amounts: Iterable<number>): number {
  let sum = 0n;
  for (const amount of amounts) sum += BigInt(amount);
  return exact(sum);
}

/** A count that must be told exactly. */
export function exact(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new CustodiaError('money.tooLarge', { given: String(value) });
  return number;
}
