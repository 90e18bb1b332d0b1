import type { Type } from './fonts.ts';

/** Characters as they are drawn one after the other, without controls that would draw nothing or turn the line. */
export function drawn(text: string): string[] {
  return [...text.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')];
}

/** Width of a line in points. */
export function widthOf(text: string, type: Type, size: number): number {
  return drawn(text).reduce((sum, char) => sum + type.width(char), 0) * size;
}

/** Breaks a text into lines that fit: at spaces, and inside a word that is longer than a line. */
export function wrap(text: string, type: Type, size: number, width: number): string[] {
  return text.split(/\r\n|\r|\n/).flatMap((paragraph) => wrapParagraph(paragraph, type, size, width));
}

function wrapParagraph(paragraph: string, type: Type, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, type, size) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = cut(word, type, size, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return [...lines, line];
}

/** A word in pieces that fit. */
function cut(word: string, type: Type, size: number, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const char of drawn(word)) {
    if (piece !== '' && widthOf(piece + char, type, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += char;
  }
  return [...pieces, piece];
}

/** One line that fits, with an ellipsis where something is left out. */
export function shorten(text: string, type: Type, size: number, width: number): string {
  if (widthOf(text, type, size) <= width) return text;
  const chars = drawn(text);
  while (chars.length > 0 && widthOf(`${chars.join('')}…`, type, size) > width) chars.pop();
  return `${chars.join('').trimEnd()}…`;
}
