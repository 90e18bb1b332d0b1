import { decimalOf } from './amount.ts';
import type { Money } from './model.ts';

/** As people write it, exactly: `BOB 1.250,50` in Spanish of Bolivia. A debt has its minus before it. */
export function formatMoney({ minor, currency }: Money, language: string): string {
  const decimal = `${minor < 0 ? '-' : ''}${decimalOf({ minor: Math.abs(minor), currency })}`;
  const locale = language === 'en' ? 'en' : 'es-BO';
  // Given as text, the formatter keeps every digit.
  return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' }).format(
    decimal as unknown as number,
  );
}
