import type { Term } from '../../../../redaction/model.ts';

/**
 * What is looked for in finished files, and how. On purpose not the code that takes terms out: a mistake there would hide
 * the same places here.
 */

const combining = /[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]+/gu;

/** Letters as they are compared: no accents, no case, no soft hyphens. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/\P{ASCII}+/gu, (run) => run.normalize('NFKD').replace(combining, '').toLowerCase());
}

const special = /[.*+?^${}()|[\]\\/]/g;
const quote = (text: string): string => text.replace(special, '\\$&');
/** What may stand between two words, and between the digits of a number. */
const betweenWords = '[\\s_.,\\-‐‑\\0]{1,12}';
const betweenDigits = '[\\s.\\-‐‑–/()]{0,3}';

/** What a term looks like when it is folded; whether it stands alone there is asked after it was found. */
function coreOf({ text, digits }: Term): string {
  const folded = fold(text).replace(/\s+/g, ' ').trim();
  if (digits === true) return [...folded.replace(/\D/g, '')].join(betweenDigits);
  return folded.split(' ').map(quote).join(betweenWords);
}

function patternOf(term: Term): string {
  if (term.digits === true) return `(?<!\\d)${coreOf(term)}(?!\\d)`;
  return term.wholeWord ? `(?<![\\p{L}\\p{N}])${coreOf(term)}(?![\\p{L}\\p{N}])` : coreOf(term);
}

/** Letters of a term that are the same in every way of writing it, with or without a zero byte between them. */
function tellTale({ text, digits }: Term): string | null {
  if (digits === true) return [...text.replace(/\D/g, '')].join('\\0?[\\s.\\-/()]{0,3}\\0?');
  const runs = text.normalize('NFC').match(/[A-Za-z0-9]+/g) ?? [];
  const longest = runs.toSorted((one, other) => other.length - one.length)[0] ?? '';
  return longest.length < 3 ? null : [...longest].join('\\0?');
}

/** A term of fewer letters than this stands in bytes that are no text by chance alone. */
const fewestInBytes = 6;

export interface Sought {
  /** Which terms stand in a text; in what may be no text, only where that can hardly be chance. */
  in(text: string, isText: boolean): number[];
  /** Whether bytes that are no text, as Latin-1, could hold any term at all: most do not, and need no second look. */
  mayBeIn(latin: string): boolean;
}

/** A matcher for all terms at once: one pass over a text that has none of them. */
export function soughtOf(terms: readonly Term[]): Sought {
  const any = new RegExp(terms.map(coreOf).join('|'));
  const each = terms.map((term) => new RegExp(patternOf(term), 'gu'));
  const tales = terms.map(tellTale);
  const tale = tales.includes(null) ? null : new RegExp(tales.join('|'), 'i');
  return {
    mayBeIn: (latin) => tale === null || tale.test(latin),
    in: (text, isText) => {
      if (terms.length === 0) return [];
      const folded = fold(text);
      const found = new Set<number>();
      for (const view of new Set([folded, unbroken(folded)])) {
        if (!any.test(view)) continue;
        each.forEach((pattern, term) => {
          for (const match of view.matchAll(pattern)) if (isText || isNoChance(view, match)) found.add(term);
        });
      }
      if (!isText || !folded.includes('\n')) return [...found];
      // A long word is cut at a line's end without a hyphen; a short one could come about by chance.
      const joined = folded.replace(/[^\S\n]*\n\s*/g, '');
      if (any.test(joined))
        each.forEach((pattern, term) => {
          if ((terms[term]?.text.length ?? 0) >= 8 && joined.search(pattern) >= 0) found.add(term);
        });
      return [...found];
    },
  };
}

/** Words that a hyphen broke at a line's end, whole again. */
function unbroken(folded: string): string {
  return folded.replace(/[-‐‑][^\S\n]*\n\s*/g, '');
}

const around = 12;

function isNoChance(view: string, match: RegExpMatchArray): boolean {
  const [hit] = match;
  if (hit.replace(/[^\p{L}\p{N}]/gu, '').length >= fewestInBytes) return true;
  const at = match.index ?? 0;
  const place = view.slice(Math.max(0, at - around), at + hit.length + around);
  return (place.match(/[\x20-\x7e\n]/g)?.length ?? 0) >= place.length * 0.95;
}
