import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import { resourcesFolder } from '../resources.ts';

type Params = Readonly<Record<string, string | number>>;

/** The fixed words of a printed document, and how it writes moments and sizes. */
export interface Words {
  (key: string, params?: Params): string;
  moment(iso: string): string;
  day(day: string): string;
  size(bytes: number): string;
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
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const say = (key: string, params: Params = {}): string => texts.t(key, { ns: name, ...params });
  return Object.assign(say, {
    moment: (iso: string) => moments.format(new Date(iso)).replace(', ', ' '),
    day: (day: string) => (day === '' ? '—' : days.format(new Date(`${day}T00:00:00Z`))),
    size: (bytes: number) => {
      const power = bytes < 1_000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
      return `${numbers.format(bytes / 1_000 ** power)} ${['B', 'KB', 'MB', 'GB', 'TB'][power] ?? ''}`;
    },
  });
}
