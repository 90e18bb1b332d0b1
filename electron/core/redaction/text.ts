import type { Term } from './model.ts';
import { type Place, placesOf, rangesOf } from './terms.ts';

/** UTF-8 where it is that, else the Windows page that old office programs write. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: every byte sequence is text in this one.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What stands in the place of a letter that was taken out. */
const block = '█';

/**
 * A text without the terms: what is said instead stands in their place, or a block for each letter, so that the lines
 * keep their length. Places that touch or overlap are one, and what the longest of them is called stands there.
 */
export function redactText(text: string, terms: readonly Term[]): string {
  if (terms.length === 0) return text;
  const chars = [...text];
  const out: string[] = [];
  let at = 0;
  for (const { from, to, term } of merged(placesOf(chars, terms))) {
    const taken = chars.slice(from, to);
    const instead = terms[term]?.instead;
    out.push(...chars.slice(at, from));
    out.push(instead ?? taken.map((char) => (/\s/u.test(char) ? char : block)).join(''));
    at = to;
  }
  return [...out, ...chars.slice(at)].join('');
}

function merged(places: readonly Place[]): Place[] {
  const ordered = places.toSorted((a, b) => a.from - b.from || b.to - a.to);
  const all: (Place & { readonly longest: number })[] = [];
  for (const place of ordered) {
    const last = all.at(-1);
    const longest = place.to - place.from;
    if (last === undefined || place.from >= last.to) all.push({ ...place, longest });
    else {
      const term = longest > last.longest ? place.term : last.term;
      const to = Math.max(last.to, place.to);
      all[all.length - 1] = { from: last.from, to, term, longest: Math.max(longest, last.longest) };
    }
  }
  return all;
}

/** How often a term stands in a text. */
export function countIn(text: string, term: Term): number {
  return rangesOf([...text], term).length;
}
