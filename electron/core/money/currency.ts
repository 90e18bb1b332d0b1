import { CustodiaError } from '../api/errors.ts';

const known = new Set(Intl.supportedValuesOf('currency'));

/** Whether it is a currency that has a name in the standard's list. */
export function isCurrency(code: string): boolean {
  return known.has(code);
}

/** How many decimals the currency has (ISO 4217, as CLDR tells it). @throws `money.currency` for a code that is none */
export function currencyDigits(code: string): number {
  if (!isCurrency(code)) throw new CustodiaError('money.currency', { given: code });
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
  return format.resolvedOptions().maximumFractionDigits ?? 0;
}
