import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { currencyDigits, decimalOf } from '../../../money/index.ts';
import type { Money } from '../../../money/model.ts';
import { plainHeader } from '../../../tables/csv.ts';

/** A day as people write it, as yyyy-MM-dd: the day before the month, as in all of Bolivia. Null for what is none. */
export function dayIn(text: string): string | null {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  const [, day2, month2, year2] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  const [y, m, d] = [year ?? year2, month ?? month2, day ?? day2];
  if (y === undefined || m === undefined || d === undefined) return null;
  const iso = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isValid(parseISO(iso)) ? iso : null;
}

/** What registers write for currencies beside their codes. A bare `$` could be any of many: it is refused. */
const signs: Readonly<Record<string, string>> = {
  bs: 'BOB',
  boliviano: 'BOB',
  bolivianos: 'BOB',
  $us: 'USD',
  us$: 'USD',
  dolar: 'USD',
  dolares: 'USD',
  dolaresamericanos: 'USD',
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  's/': 'PEN',
  soles: 'PEN',
};

/** The code of a currency, or null for what is none. */
export function currencyIn(text: string): string | null {
  const sign = signs[text.toLowerCase().replace(/\.$/, '').trim()] ?? signs[plainHeader(text)];
  if (sign !== undefined) return sign;
  const code = text.toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) return null;
  try {
    currencyDigits(code);
    return code;
  } catch {
    // Its only way to say that there is no such currency.
    return null;
  }
}

/**
 * An amount as it stands in a list: exact, with a point. In a currency of three decimals a nought goes before a short
 * one, so that `1.234` is not taken for a thousand and more.
 */
export function amountText(money: Money): string {
  const text = decimalOf(money);
  return /^\d{1,3}\.\d{3}$/.test(text) ? `0${text}` : text;
}
