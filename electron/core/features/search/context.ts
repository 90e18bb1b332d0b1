import type { ContextPiece } from './model.ts';

/** A word, or several in this order, that is looked for. */
export interface Wanted {
  /** As the index sees them: small letters without accents. */
  readonly words: readonly string[];
  /** The last of them may go on. */
  readonly prefix: boolean;
}

/** The index's own way of seeing words (FTS5's unicode61 without diacritics): letters and digits, all else parts them. */
const word = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

export function foldWord(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export function wordsIn(text: string): string[] {
  return Array.from(text.matchAll(word), ([found]) => foldWord(found));
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const before = 60;
const after = 170;

/** The words around the first place where something wanted stands, with every such place in them marked. */
export function contextOf(text: string, wanted: readonly Wanted[]): ContextPiece[] {
  const first = placesIn(text, wanted, 0, text.length).next();
  if (first.done === true) return [];
  const early = first.value.from - before;
  const begin = early <= 0 ? 0 : text.lastIndexOf(' ', early) + 1;
  const end = Math.min(text.length, first.value.to + after);
  const pieces: ContextPiece[] = begin > 0 ? [{ text: '…', found: false }] : [];
  let at = begin;
  for (const { from, to } of placesIn(text, wanted, begin, end)) {
    if (from > at) pieces.push({ text: text.slice(at, from), found: false });
    pieces.push({ text: text.slice(from, to), found: true });
    at = to;
  }
  if (at < end) pieces.push({ text: text.slice(at, end), found: false });
  return end < text.length ? [...pieces, { text: '…', found: false }] : pieces;
}

function* placesIn(text: string, wanted: readonly Wanted[], begin: number, end: number): Generator<Span> {
  const recent: { readonly word: string; readonly from: number }[] = [];
  const longest = Math.max(1, ...wanted.map(({ words }) => words.length));
  const pattern = new RegExp(word);
  pattern.lastIndex = begin;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const to = match.index + match[0].length;
    if (match.index >= end) return;
    recent.push({ word: foldWord(match[0]), from: match.index });
    if (recent.length > longest) recent.shift();
    const found = wanted
      .filter((each) => endsHere(recent, each))
      .sort((a, b) => b.words.length - a.words.length)[0];
    if (found === undefined) continue;
    const from = recent.at(-found.words.length)?.from ?? match.index;
    yield { from, to };
    recent.length = 0;
  }
}

function endsHere(recent: readonly { readonly word: string }[], { words, prefix }: Wanted): boolean {
  if (words.length === 0 || words.length > recent.length) return false;
  const tail = recent.slice(-words.length);
  return words.every((wantedWord, index) => {
    const given = tail[index]?.word ?? '';
    return prefix && index === words.length - 1 ? given.startsWith(wantedWord) : given === wantedWord;
  });
}
