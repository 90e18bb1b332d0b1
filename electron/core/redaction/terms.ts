import type { Term } from './model.ts';

/** From the first character of a place up to, not including, the one behind it. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where one of several terms stands. */
export interface Place extends Range {
  /** Which of the terms. */
  readonly term: number;
}

/** One letter as it is compared, and the character of the source that it comes from. */
interface Unit {
  readonly letter: string;
  readonly at: number;
}

const blank = /^\s$/u;
const wordLetter = /^[\p{L}\p{N}]$/u;
const digit = /^\d$/;
/** What stands between two words of a name: in file names and addresses it is seldom a space. */
const between = /^[\s_.,\-‐‑]$/u;
/** What sets the digits of a number apart, and how much of it in one place. */
const apart = /^[\s.\-‐‑–/()]$/u;
const mostApart = 3;

/** Letters without accents or case, ligatures taken apart; any white space is a space, a line's end stays one. */
function lettersOf(char: string): string {
  if (char === '\n' || char === '\r') return '\n';
  if (blank.test(char)) return ' ';
  return char
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u00ad\u200b-\u200d\ufeff]+/gu, '')
    .toLocaleLowerCase('es');
}

function unitsOf(chars: readonly string[]): Unit[] {
  return chars.flatMap((char, at) => [...lettersOf(char)].map((letter) => ({ letter, at })));
}

/**
 * Every place of a term among characters: a space of the term is any white space of the text, or a sign that parts
 * words, and a word that is broken at a line's end with a hyphen is still that word.
 */
export function rangesOf(chars: readonly string[], term: Term): Range[] {
  return placesOf(chars, [term]).map(({ from, to }) => ({ from, to }));
}

/** The same for several terms at once, in the order of the text; those of one term do not overlap. */
export function placesOf(chars: readonly string[], terms: readonly Term[]): Place[] {
  const sought = terms.map(soughtOf);
  const byFirst = new Map<string, number[]>();
  sought.forEach(([first], term) => {
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), term]);
  });
  const units = unitsOf(chars);
  const free = new Array<number>(terms.length).fill(0);
  const places: Place[] = [];
  for (let start = 0; start < units.length; start += 1) {
    for (const term of byFirst.get(units[start]?.letter ?? '') ?? []) {
      const wanted = terms[term];
      if (wanted === undefined || start < (free[term] ?? 0)) continue;
      const end = matchedUpTo(units, start, sought[term] ?? [], wanted);
      if (end === null || !standsAsAsked(units, start, end, wanted)) continue;
      free[term] = end;
      places.push({ term, from: units[start]?.at ?? 0, to: units[end]?.at ?? chars.length });
    }
  }
  return places;
}

function soughtOf({ text, digits }: Term): string[] {
  const letters = [...text.trim()].map(lettersOf).join('').replaceAll(/\s+/gu, ' ').trim();
  return [...(digits === true ? letters.replaceAll(/\D/g, '') : letters)];
}

/** The unit behind the place where `sought` begins at `start`, or null where it does not. */
function matchedUpTo(
  units: readonly Unit[],
  start: number,
  sought: readonly string[],
  { digits }: Term,
): number | null {
  let at = start;
  for (const letter of sought) {
    if (letter === ' ') {
      const before = at;
      at = afterAll(units, at, between);
      if (at === before) return null;
      continue;
    }
    if (digits === true && at > start) at = Math.min(afterAll(units, at, apart), at + mostApart);
    else if (letter !== '-' && at > start) at = afterBreak(units, at);
    if (units[at]?.letter !== letter) return null;
    at += 1;
  }
  return at;
}

function afterAll(units: readonly Unit[], from: number, sign: RegExp): number {
  let at = from;
  while (sign.test(units[at]?.letter ?? '')) at += 1;
  return at;
}

/** Steps over a hyphen at a line's end. */
function afterBreak(units: readonly Unit[], from: number): number {
  if (!/^[-‐‑]$/u.test(units[from]?.letter ?? '')) return from;
  const next = afterAll(units, from + 1, blank);
  return units.slice(from + 1, next).some((unit) => unit.letter === '\n') ? next : from;
}

function standsAsAsked(
  units: readonly Unit[],
  start: number,
  end: number,
  { digits, wholeWord }: Term,
): boolean {
  const letter = digits === true ? digit : wordLetter;
  const isBeside = (at: number): boolean => letter.test(units[at]?.letter ?? ' ');
  return (digits !== true && !wholeWord) || (!isBeside(start - 1) && !isBeside(end));
}
