import type { Money } from '../../../../electron/core/money/model.ts';

export const currencies = ['BOB', 'USD', 'EUR', 'ARS', 'BRL', 'CLP', 'PEN'] as const;

/**
 * What a typed amount reads as, in whole minor units; null where it could be read in two ways or is none. Thousands
 * are not parted: `1.234` would be a thousand for one reader and one and a bit for another.
 */
export function readAmount(text: string, currency: string): Money | null {
  if (!currencies.some((each) => each === currency)) return null;
  const { maximumFractionDigits: decimals = 0 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  const [, whole = '', fraction = ''] = /^(\d{1,12})(?:[.,](\d{1,3}))?$/.exec(text.trim()) ?? [];
  if (whole === '' || fraction.length > decimals) return null;
  const minor = Number(`${whole}${fraction.padEnd(decimals, '0')}`);
  return Number.isSafeInteger(minor) ? { minor, currency } : null;
}
