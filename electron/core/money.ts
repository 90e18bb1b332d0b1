import { z } from 'zod';

/** An amount in the currency's smallest unit: never a fraction, never a floating point sum. */
export interface Money {
  readonly minor: number;
  /** ISO 4217, three capital letters. */
  readonly currency: string;
}

/** Amounts from the smallest unit up to what adds up exactly a thousand times over. */
const most = 9_000_000_000_000;

const currencyShape = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .refine(isCurrency);
/** An amount that is there: more than nothing. */
export const amountShape = z.strictObject({
  minor: z.number().int().min(1).max(most),
  currency: currencyShape,
});
/** An amount as counted: it may be nothing. */
export const countedShape = z.strictObject({
  minor: z.number().int().min(0).max(most),
  currency: currencyShape,
});

/** Whether it is a currency that has a name in the standard's list. */
function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}

/** How many digits follow the point: 2 for most, 0 for some, 3 for a few. */
export function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** Reads `1250.50` or `1250,50`; undefined for anything that is no such amount of this currency. */
export function parseAmount(text: string, currency: string): Money | undefined {
  if (!/^[A-Z]{3}$/.test(currency) || !isCurrency(currency)) return undefined;
  const digits = minorDigits(currency);
  const [, whole = '', fraction = ''] = /^(\d{1,13})(?:[.,](\d{1,3}))?$/.exec(text.trim()) ?? [];
  if (whole === '' || fraction.length > digits) return undefined;
  const minor = Number(`${whole}${fraction.padEnd(digits, '0')}`);
  return Number.isSafeInteger(minor) && minor <= most ? { minor, currency } : undefined;
}

/** As people write it, exactly: `Bs 1.250,50` in Spanish of Bolivia. */
export function formatMoney({ minor, currency }: Money, language: string): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const cut = text.length - digits;
  const decimal = `${minor < 0 ? '-' : ''}${text.slice(0, cut)}${digits === 0 ? '' : `.${text.slice(cut)}`}`;
  const locale = language === 'en' ? 'en' : 'es-BO';
  // Given as text, the formatter keeps every digit.
  return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' }).format(
    decimal as unknown as number,
  );
}
