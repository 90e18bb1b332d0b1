import type { Term } from './model.ts';
import { rangesOf } from './terms.ts';

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

/** A text without the terms: each of their letters is a block, so that the lines keep their length. */
export function redactText(text: string, terms: readonly Term[]): string {
  const chars = [...text];
  const out = [...chars];
  for (const term of terms) {
    for (const { from, to } of rangesOf(chars, term)) {
      for (let at = from; at < to; at += 1) if (!/\s/u.test(chars[at] ?? '')) out[at] = block;
    }
  }
  return out.join('');
}

/** How often a term stands in a text. */
export function countIn(text: string, term: Term): number {
  return rangesOf([...text], term).length;
}
