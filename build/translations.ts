import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCodes } from '../electron/core/api/errors.ts';
import { root } from './build-all.ts';

/*
 * What can be wrong with the texts: a key that one language lacks, placeholders that differ, a key that the sources
 * ask for and nobody wrote, a text that nothing shows, an error without its three sentences.
 */

type Texts = ReadonlyMap<string, string>;

const languages = ['es', 'en'] as const;
const folder = join(root, 'resources/locales');

/** `{a: {b: 'x'}}` → `a.b → x`. */
function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) throw new Error(`${path}: neither text nor group`);
  return Object.entries(value).flatMap(([key, item]) => flat(item, path === '' ? key : `${path}.${key}`));
}

function readTexts(language: string, namespace: string): Texts {
  return new Map(flat(JSON.parse(readFileSync(join(folder, language, namespace), 'utf8'))));
}

function placeholders(text: string): string {
  return [...text.matchAll(/\{\{\s*(\w+)/g)]
    .map((match) => match[1])
    .sort()
    .join(',');
}

const plural = /_(zero|one|two|few|many|other)$/;

function compare(namespace: string, one: Texts, other: Texts): string[] {
  const problems: string[] = [];
  for (const [key, text] of one) {
    const twin = other.get(key);
    if (text.trim() === '') problems.push(`${namespace} ${key}: empty`);
    if (twin === undefined) problems.push(`${namespace} ${key}: missing in the other language`);
    else if (!plural.test(key) && placeholders(text) !== placeholders(twin)) {
      problems.push(`${namespace} ${key}: placeholders differ`);
    }
  }
  return problems;
}

function sources(): { path: string; text: string }[] {
  return ['electron', 'renderer'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => ({ path: join(top, path), text: readFileSync(join(root, top, path), 'utf8') })),
  );
}

/** Every text in quotes, and every template with its holes as wildcards. */
function literals(all: readonly { text: string }[]): { exact: Set<string>; patterns: RegExp[] } {
  const exact = new Set<string>();
  const patterns: RegExp[] = [];
  for (const { text } of all) {
    for (const [, single, double] of text.matchAll(/'([^'\n]*)'|"([^"\n]*)"/g))
      exact.add(single ?? double ?? '');
    for (const [, template = ''] of text.matchAll(/`([^`\n]*)`/g)) {
      if (!template.includes('${') || !/^[\w:.-]*(\$\{[^}]*\}[\w:.-]*)+$/.test(template)) continue;
      const escaped = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
      patterns.push(new RegExp(`^${escaped.join('[\\w.-]+')}$`));
    }
  }
  return { exact, patterns: patterns.filter((each) => each.source.replace(/[\^$[\]\\w.+-]/g, '') !== '') };
}

const bare = (key: string): string => key.replace(plural, '');

function unused(namespace: string, texts: Texts, used: ReturnType<typeof literals>): string[] {
  const name = namespace.replace('.json', '');
  const isUsed = (key: string): boolean =>
    [bare(key), key, `${name}:${bare(key)}`].some(
      (each) => used.exact.has(each) || used.patterns.some((pattern) => pattern.test(each)),
    );
  return [...texts.keys()]
    .filter((key) => !isUsed(key))
    .map((key) => `${namespace} ${key}: nothing shows it`);
}

/** Keys that pages ask for by name: `t('key')` under the namespaces that the file takes. */
function unwritten(
  all: readonly { path: string; text: string }[],
  texts: ReadonlyMap<string, Texts>,
): string[] {
  const has = (namespace: string, key: string): boolean => {
    const found = texts.get(`${namespace}.json`);
    return found !== undefined && [...found.keys()].some((each) => each === key || bare(each) === key);
  };
  return all
    .filter(({ path }) => path.startsWith('renderer'))
    .flatMap(({ path, text }) => {
      const namespaces = [...text.matchAll(/useTranslation\(\[?'(\w+)'/g)].map((match) => match[1] ?? '');
      const asked = [...text.matchAll(/\bt\(\s*'([\w.:-]+)'/g)].map((match) => match[1] ?? '');
      return asked
        .filter((key) => {
          const [namespace, name] = key.includes(':') ? key.split(':') : [undefined, key];
          const places = namespace === undefined ? [...namespaces, 'common'] : [namespace];
          return !places.some((place) => has(place, name ?? ''));
        })
        .map((key) => `${path}: asks for “${key}”, which nobody wrote`);
    });
}

function withoutWords(errors: Texts): string[] {
  return errorCodes.flatMap((code) =>
    ['title', 'text', 'action']
      .filter((part) => !errors.has(`${code}.${part}`))
      .map((part) => `errors.json ${code}.${part}: missing`),
  );
}

/** Everything wrong with the texts, one line each. */
export function checkTranslations(): string[] {
  const all = sources();
  const used = literals(all);
  const problems: string[] = [];
  const spanish = new Map<string, Texts>();
  const [names, others] = languages.map((language) => readdirSync(join(folder, language)).sort());
  if (String(names) !== String(others)) problems.push('the languages do not have the same files');
  for (const namespace of names ?? []) {
    const [one, other] = [readTexts('es', namespace), readTexts('en', namespace)];
    spanish.set(namespace, one);
    problems.push(...compare(namespace, one, other), ...compare(namespace, other, one));
    if (namespace !== 'errors.json') problems.push(...unused(namespace, one, used));
  }
  problems.push(...unwritten(all, spanish), ...withoutWords(spanish.get('errors.json') ?? new Map()));
  return [...new Set(problems)];
}
