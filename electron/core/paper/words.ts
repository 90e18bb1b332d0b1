import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import { decimalOf } from '../money/index.ts';
import type { Money } from '../money/model.ts';
import { resourcesFolder } from '../resources.ts';

type Params = Readonly<Record<string, string | number>>;

/** The fixed words of a printed document, and how it writes moments and sizes. */
export interface Words {
  (key: string, params?: Params): string;
  moment(iso: string): string;
  day(day: string): string;
  /** `27 de noviembre de 2026`. */
  longDay(day: string): string;
  size(bytes: number): string;
  /** Exactly, with the currency's code: `BOB 1.234,50`. */
  money(money: Money): string;
  /** Hundredths of a per cent: 3333 is `33,33 %`. */
  share(share: number): string;
}

/** @param name which file of resources/locales has the words */
export function loadWords(
  name: string,
  { language, timeZone }: { readonly language: 'es' | 'en'; readonly timeZone: string },
): Words {
  const path = join(resourcesFolder(), 'locales', language, `${name}.json`);
  const texts = i18next.createInstance();
  void texts.init({
    lng: language,
    initAsync: false,
    resources: { [language]: { [name]: JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown> } },
    interpolation: { escapeValue: false },
  });
  const locale = language === 'es' ? 'es-BO' : 'en-GB';
  const moments = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const days = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
  const longDays = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' });
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const mark = language === 'es' ? ',' : '.';
  const say = (key: string, params: Params = {}): string => texts.t(key, { ns: name, ...params });
  return Object.assign(say, {
    moment: (iso: string) => moments.format(new Date(iso)).replace(', ', ' '),
    day: (day: string) => (day === '' ? '—' : days.format(new Date(`${day}T00:00:00Z`))),
    longDay: (day: string) => longDays.format(new Date(`${day}T00:00:00Z`)),
    money: (money: Money) => {
      const { currency } = money;
      // The amount goes in as its digits: a formatter reads them exactly.
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' });
      return format.format(decimalOf(money) as Intl.StringNumericLiteral).replaceAll('\u00a0', ' ');
    },
    share: (share: number) =>
      `${Math.trunc(share / 100)}${share % 100 === 0 ? '' : `${mark}${String(share % 100).padStart(2, '0')}`} %`,
    size: (bytes: number) => {
      const power = bytes < 1_000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
      return `${numbers.format(bytes / 1_000 ** power)} ${['B', 'KB', 'MB', 'GB', 'TB'][power] ?? ''}`;
    },
  });
}
