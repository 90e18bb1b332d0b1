import { type Wanted, wordsIn } from './context.ts';

/**
 * What a person types, as SQLite's FTS5 takes it. Words all have to be there; `"in this order"`; `word*` for what
 * begins so; `-word` or `NOT word` (`NO word`) for what must not be there; `a OR b` (`a O b`). Case and accents are
 * ignored by the index. Every word is quoted: nothing of what is typed is ever read as FTS5's own syntax.
 */
export interface ParsedQuery {
  /** For `MATCH` on these columns, or null where nothing is asked for. */
  readonly match: ((columns: string) => string) | null;
  /** What is looked for, to be found again in a text: phrases whole. */
  readonly wanted: readonly Wanted[];
}

interface Term {
  readonly text: string;
  readonly prefix: boolean;
  readonly not: boolean;
  /** Joined to the one before by OR. */
  readonly or: boolean;
}

const hasWord = /[\p{L}\p{N}]/u;
const piece = /(-)?"([^"]*)"(\*)?|(\S+)/gu;
const notWords = new Set(['NOT', 'NO']);
const orWords = new Set(['OR', 'O']);

/** @param growing the last word is still being typed: it counts as the beginning of one */
export function parseQuery(text: string, growing = false): ParsedQuery {
  const terms = termsOf(text, growing && /[\p{L}\p{N}]$/u.test(text));
  const wanted = terms.filter((term) => !term.not);
  if (wanted.length === 0) return { match: null, wanted: [] };
  const groups: Term[][] = [];
  for (const term of wanted) {
    const last = groups.at(-1);
    if (term.or && last !== undefined) last.push(term);
    else groups.push([term]);
  }
  const all = groups.map((group) => `(${group.map(quoted).join(' OR ')})`).join(' AND ');
  const none = terms.filter((term) => term.not).map(quoted);
  return {
    match: (columns) => {
      const within = (inner: string): string => `{${columns}} : (${inner})`;
      return none.length === 0 ? within(all) : `(${within(all)}) NOT (${within(none.join(' OR '))})`;
    },
    wanted: wanted.map(({ text, prefix }) => ({ words: wordsIn(text), prefix })),
  };
}

function termsOf(text: string, growing: boolean): Term[] {
  const terms: Term[] = [];
  let not = false;
  let or = false;
  for (const [, minus, phrase, phraseStar, word] of text
    .normalize('NFC')
    .replaceAll('\u0000', ' ')
    .matchAll(piece)) {
    if (word !== undefined && notWords.has(word)) not = true;
    else if (word !== undefined && orWords.has(word) && terms.length > 0) or = true;
    else {
      const term = termOf({ minus, phrase, phraseStar, word });
      if (term !== null) terms.push({ ...term, not: term.not || not, or: or && !not && !term.not });
      not = false;
      or = false;
    }
  }
  const last = terms.at(-1);
  if (growing && last !== undefined && !last.not) terms[terms.length - 1] = { ...last, prefix: true };
  return terms;
}

interface Typed {
  readonly minus: string | undefined;
  readonly phrase: string | undefined;
  readonly phraseStar: string | undefined;
  readonly word: string | undefined;
}

/** One word or phrase as it was typed; null where nothing of it can be looked for. */
function termOf({ minus, phrase = '', phraseStar, word }: Typed): Omit<Term, 'or'> | null {
  const bare = word === undefined ? phrase : word.replace(/^-/, '').replace(/"/g, ' ').replace(/\*+$/, '');
  if (!hasWord.test(bare)) return null;
  return {
    text: bare.trim(),
    prefix: phraseStar !== undefined || (word?.endsWith('*') ?? false),
    not: minus !== undefined || (word?.startsWith('-') ?? false),
  };
}

function quoted({ text, prefix }: Term): string {
  return `"${text.replace(/"/g, '""')}"${prefix ? '*' : ''}`;
}

/** A search limited to cases, kinds and months by the index's own words. Empty lists limit nothing. */
export function scoped(
  match: string,
  limits: {
    readonly cases: readonly number[];
    readonly kinds: readonly string[];
    readonly months: readonly string[];
  },
): string {
  const any = (words: readonly string[]): string[] =>
    words.length === 0 ? [] : [`(${words.map((word) => `"${word}"`).join(' OR ')})`];
  const scopes = [
    ...any(limits.cases.map((n) => `xc${n}`)),
    ...any(limits.kinds.map((kind) => `xk${kind}`)),
    ...any(limits.months),
  ];
  return scopes.length === 0 ? match : `{scope} : (${scopes.join(' AND ')}) AND (${match})`;
}

const mostMonths = 60;

/** The months, or where these are many the years, that a span touches, in the index's words; none where it is open. */
export function monthsOf(from: string | undefined, to: string | undefined, today: string): string[] {
  if (from === undefined && to === undefined) return [];
  const first = from ?? '1970-01-01';
  const last = to ?? today;
  const years: string[] = [];
  const months: string[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    years.push(`xy${year}`);
    for (let month = 1; month <= 12; month += 1) {
      const name = `${year}-${String(month).padStart(2, '0')}`;
      if (name >= first.slice(0, 7) && name <= last.slice(0, 7)) months.push(`xm${name.replace('-', '')}`);
    }
  }
  return months.length > mostMonths ? years : months;
}

/** The index's words for a text of this case, kind and day. */
export function scopeOf(caseNumber: number, kind: string, day: string): string {
  const when = /^\d{4}-\d{2}/.test(day) ? ` xy${day.slice(0, 4)} xm${day.slice(0, 4)}${day.slice(5, 7)}` : '';
  return `xc${caseNumber} xk${kind}${when}`;
}
