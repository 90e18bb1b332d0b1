import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import { resourcesFolder } from '../core/resources.ts';

export type Language = 'es' | 'en';

/** Spanish unless the system asks for English. */
export function language(): Language {
  const { CUSTODIA_LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = process.env;
  const wanted = [CUSTODIA_LANGUAGE, LC_ALL, LC_MESSAGES, LANG].find(
    (each) => each !== undefined && each !== '',
  );
  return wanted?.toLowerCase().startsWith('en') === true ? 'en' : 'es';
}

const texts = i18next.createInstance();

function load(): void {
  if (texts.isInitialized) return;
  const folder = join(resourcesFolder(), 'locales', language());
  const read = (namespace: string): Record<string, unknown> =>
    JSON.parse(readFileSync(join(folder, `${namespace}.json`), 'utf8')) as Record<string, unknown>;
  void texts.init({
    lng: language(),
    initAsync: false,
    resources: {
      [language()]: {
        errors: read('errors'),
        cli: read('cli'),
        lists: read('lists'),
        assetwords: read('assetwords'),
        'bundle-problems': read('bundle-problems'),
      },
    },
    interpolation: { escapeValue: false },
  });
}

type Params = Readonly<Record<string, string | number>>;

/** A text of the command line's own. */
export function say(key: string, params: Params = {}): string {
  load();
  return texts.t(key, { ns: 'cli', ...params });
}

/** What comes of a row of a list that is imported. */
export function listText(key: string, params: Params = {}): string {
  load();
  return texts.t(key, { ns: 'lists', ...params });
}

/** Why a row of a register of assets is not taken: the window's own sentence. `column` is a column's id, or empty. */
export function assetRowText(reason: string, column: string, params: Params): string {
  load();
  const named = column === '' ? '' : texts.t([`column.${column}`, `field.${column}`], { ns: 'assetwords' });
  return texts.t(`reason.${reason}`, { ns: 'assetwords', column: named, ...params });
}

/** What is wrong with an item of a bundle. */
export function bundleProblemText(what: string, item: string): string {
  load();
  return texts.t(what, { ns: 'bundle-problems', item });
}

/** A text of the command line's own, or `otherwise` where the locale has no such text: for words that come from data. */
export function word(key: string, otherwise: string): string {
  load();
  return texts.t(key, { ns: 'cli', defaultValue: otherwise });
}

/** A typed error in a sentence or three: what happened, what was kept, what to do. */
export function errorTexts(code: string, params: Params): string {
  load();
  const part = (name: string): string =>
    texts.t(`${code}.${name}`, { ns: 'errors', ...params, defaultValue: '' });
  const [title, ...rest] = [part('title'), part('text'), part('action')];
  return [`${title}.`, ...rest].filter((text) => text !== '').join(' ');
}

/**
 * Text from the vault or from file names as a terminal may have it: control characters, which could move the cursor
 * or change what is shown, and direction marks, which could turn a name round, are shown as `�`.
 */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** A size for people, in decimal units: `1.5 MB`. */
export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes === 0 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const number = (bytes / 1000 ** power).toLocaleString(language() === 'es' ? 'es-BO' : 'en', {
    maximumFractionDigits: power === 0 ? 0 : 1,
  });
  return `${number} ${units[power] ?? ''}`;
}
