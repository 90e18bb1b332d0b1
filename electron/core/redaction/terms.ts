import type { Term } from './model.ts';

/** From the first character of a place up to, not including, the one behind it. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** One letter as it is compared, and the character of the source that it comes from. */
interface Unit {
  readonly letter: string;
  readonly at: number;
}

const blank = /^\s$/u;
const wordLetter = /^[\p{L}\p{N}]$/u;

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
 * Every place of a term among characters: a space of the term is any white space of the text, and a word that is
 * broken at a line's end with a hyphen is still that word.
 */
export function rangesOf(chars: readonly string[], term: Term): Range[] {
  const sought = [...lettersOfText(term.text)];
  if (sought.length === 0) return [];
  const units = unitsOf(chars);
  const ranges: Range[] = [];
  for (let start = 0; start < units.length; start += 1) {
    const end = matchedUpTo(units, start, sought);
    if (end === null || (term.wholeWord && !standsAlone(units, start, end))) continue;
    ranges.push({ from: units[start]?.at ?? 0, to: units[end]?.at ?? chars.length });
    start = end - 1;
  }
  return ranges;
}

function lettersOfText(text: string): string {
  return [...text.trim()].map(lettersOf).join('').replaceAll(/\s+/gu, ' ').trim();
}

/** The unit behind the place where `sought` begins at `start`, or null where it does not. */
function matchedUpTo(units: readonly Unit[], start: number, sought: readonly string[]): number | null {
  let at = start;
  for (const letter of sought) {
    if (letter === ' ') {
      const before = at;
      at = afterBlanks(units, at);
      if (at === before) return null;
      continue;
    }
    if (letter !== '-' && at > start) at = afterBreak(units, at);
    if (units[at]?.letter !== letter) return null;
    at += 1;
  }
  return at;
}

function afterBlanks(units: readonly Unit[], from: number): number {
  let at = from;
  while (units[at]?.letter === ' ' || units[at]?.letter === '\n') at += 1;
  return at;
}

/** Steps over a hyphen at a line's end. */
function afterBreak(units: readonly Unit[], from: number): number {
  if (!/^[-‐‑]$/u.test(units[from]?.letter ?? '')) return from;
  const next = afterBlanks(units, from + 1);
  return units.slice(from + 1, next).some((unit) => unit.letter === '\n') ? next : from;
}

function standsAlone(units: readonly Unit[], start: number, end: number): boolean {
  const inWord = (at: number): boolean => wordLetter.test(units[at]?.letter ?? ' ');
  return !inWord(start - 1) && !inWord(end);
}
