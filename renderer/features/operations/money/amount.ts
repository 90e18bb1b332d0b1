import type { Money } from '../../../../electron/core/money.ts';
import { currencyDigits } from '../../../app/format.ts';

export const currencies = ['BOB', 'USD', 'EUR', 'ARS', 'BRL', 'CLP', 'PEN'] as const;

/**
 * What a typed amount reads as, in whole minor units; null where it could be read in two ways or is none. Thousands
 * are not parted: `1.234` would be a thousand for one reader and one and a bit for another.
 */
export function readAmount(text: string, currency: string): Money | null {
  if (!currencies.some((each) => each === currency)) return null;
  const digits = currencyDigits(currency);
  const [, whole = '', fraction = ''] = /^(\d{1,12})(?:[.,](\d{1,3}))?$/.exec(text.trim()) ?? [];
  if (whole === '' || fraction.length > digits) return null;
  const minor = Number(`${whole}${fraction.padEnd(digits, '0')}`);
  return Number.isSafeInteger(minor) ? { minor, currency } : null;
}
