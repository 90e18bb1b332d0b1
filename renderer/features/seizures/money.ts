import { currencyDigits } from '../../app/currency.ts';

/**
 * What a typed amount reads as, in minor units, to be shown back while it is typed; null where it is not plain. The
 * core reads it again and refuses what could be read in two ways.
 */
export function readAmount(text: string, currency: string): number | null {
  const digits = digitsOf(currency);
  const given = text.trim();
  if (digits === null || !/^\d[\d.,' \u00a0\u202f’]*$/u.test(given)) return null;
  const [, before = given, mark = '', fraction = ''] =
    digits === 0 ? [] : (new RegExp(`^(.*\\d)([.,])(\\d{1,${digits}})$`, 'u').exec(given) ?? []);
  const plain = /^\d+$/.test(before);
  const grouped = /^[1-9]\d{0,2}([.,' \u00a0\u202f’])\d{3}(\1\d{3})*$/u.test(before);
  // One mark groups or parts, never both.
  if (!plain && (!grouped || (mark !== '' && before.includes(mark)))) return null;
  // `1.234` alone could be a thousand or one and a bit.
  if (grouped && fraction === '' && digits > 0 && /^[1-9]\d{0,2}[.,]\d{3}$/u.test(before)) return null;
  const minor = Number(before.replace(/\D/gu, '') + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? minor : null;
}

function digitsOf(currency: string): number | null {
  return /^[A-Z]{3}$/.test(currency) ? currencyDigits(currency) : null;
}
