import chardet from 'chardet';
import { convert } from 'html-to-text';
import { SaxesParser } from 'saxes';
import type { Content } from './content.ts';
import type { Ending } from './protocol.ts';
import { ending, items, noMetadata, type Tell, tellInParts } from './reader.ts';

/** Beyond this a text file is read up to here, and said to be. */
const mostText = 64 * 1024 * 1024;
const sample = 64 * 1024;

/** Plain text, CSV, JSON and the like, in whatever encoding. */
export async function readText(content: Content, tell: Tell): Promise<Ending> {
  const bytes = await content.read(0, Math.min(content.size, mostText));
  const { text, encoding } = decode(bytes);
  tellInParts(text, tell);
  const metadata = { items: items('file', { Encoding: encoding }), summary: {} };
  return ending(metadata, content.size > mostText ? { reason: 'tooLarge' } : {});
}

/** A web page: what a person would read of it, and where its links lead. Nothing of it is run or fetched. */
export async function readHtml(content: Content, tell: Tell): Promise<Ending> {
  const { text } = decode(await content.all(mostText));
  tellInParts(htmlText(text), tell);
  return ending(noMetadata);
}

/** SVG and other XML: its words without its marks. */
export async function readXml(content: Content, tell: Tell): Promise<Ending> {
  const { text } = decode(await content.all(mostText));
  const words: string[] = [];
  const parser = new SaxesParser();
  parser.on('text', (piece) => {
    if (piece.trim() !== '') words.push(piece.trim());
  });
  let damaged = false;
  parser.on('error', () => {
    damaged = true;
  });
  parser.write(text).close();
  tellInParts(words.join('\n'), tell);
  return ending(noMetadata, damaged ? { reason: 'damaged' } : {});
}

export function htmlText(html: string): string {
  return convert(html, {
    wordwrap: false,
    limits: { maxInputLength: mostText, maxDepth: 200 },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
    ],
  });
}

/** By the mark at its beginning, as UTF-8 where it is, else as it looks most like. */
export function decode(bytes: Uint8Array): { text: string; encoding: string } {
  const encoding = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (isUtf8(bytes.subarray(0, sample))) return 'utf-8';
  const guess = chardet.detect(bytes.subarray(0, sample))?.toLowerCase() ?? '';
  // What looks like Latin-1 on a Spanish computer is Windows-1252; and only what the decoder knows is of use.
  return /^(utf-16|shift_jis|euc-|big5|gb|koi8|windows-125[01357]|utf-8)/.test(guess)
    ? guess
    : 'windows-1252';
}

/** A character cut by the end of the sample does not count against it. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
