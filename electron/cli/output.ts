import { readFileSync } from 'node:fs';
import i18next from 'i18next';
import { CustodiaError, errorBody } from '../core/api/errors.ts';
import { UsageError } from './context.ts';

type Language = 'es' | 'en';

/** Spanish unless the system asks for English. */
export function language(): Language {
  const wanted =
    process.env.CUSTODIA_LANGUAGE ?? process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? '';
  return wanted.toLowerCase().startsWith('en') ? 'en' : 'es';
}

const texts = i18next.createInstance();

function load(): void {
  if (texts.isInitialized) return;
  const read = (namespace: string): Record<string, unknown> =>
    JSON.parse(
      readFileSync(
        new URL(`../../resources/locales/${language()}/${namespace}.json`, import.meta.url),
        'utf8',
      ),
    ) as Record<string, unknown>;
  void texts.init({
    lng: language(),
    initAsync: false,
    resources: { [language()]: { errors: read('errors'), cli: read('cli') } },
    interpolation: { escapeValue: false },
  });
}

/** A text of the command line's own. */
export function say(key: string, params: Readonly<Record<string, string | number>> = {}): string {
  load();
  return texts.t(key, { ns: 'cli', ...params });
}

/** One JSON object on stdout, or lines for people. */
export function answer(json: boolean | undefined, value: object, lines: readonly string[]): void {
  process.stdout.write(
    json === true ? `${JSON.stringify(value)}\n` : lines.map((line) => `${line}\n`).join(''),
  );
}

/** A typed error as a person reads it: what happened, what was kept, what to do. */
export function errorText(error: unknown): string {
  load();
  const { code, params } = errorBody(error);
  const part = (name: string): string =>
    texts.t(`${code}.${name}`, { ns: 'errors', ...params, defaultValue: '' });
  return [part('title'), part('text'), part('action')].filter((text) => text !== '').join(' ');
}

/** Tells why on stderr and says how to exit: 2 for wrong usage, 1 for everything else. */
export function fail(error: unknown, json: boolean): 1 | 2 {
  if (error instanceof UsageError) {
    process.stderr.write(`${say('usage', { missing: error.message })}\n`);
    return 2;
  }
  process.stderr.write(`${errorText(error)}\n`);
  if (json) {
    const body = error instanceof CustodiaError ? errorBody(error) : { code: 'internal', params: {} };
    process.stderr.write(`${JSON.stringify({ error: body })}\n`);
  }
  if (!(error instanceof CustodiaError) && process.env.CUSTODIA_DEBUG === '1') {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  }
  return 1;
}

export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes === 0 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power] ?? ''}`;
}
