import { inflateRawSync, inflateSync } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import { asTexts, hidden, joinedStrings, unescaped } from './decode.ts';
import type { Sought } from './sought.ts';

/** Large files are looked at in pieces that overlap by more than any term is long. */
const pieceSize = 4 * 1024 * 1024;
const overlap = 4_096;
/** Deeper than any office nests files in files. */
const deepest = 5;
/** A piece that unpacks to more is not unpacked further: a small file may say that it is endless. */
const mostUnpacked = 512 * 1024 * 1024;

/** Which terms stand in bytes, in any character set, escaped, encoded, packed in archives or in the streams of a PDF. */
export async function inBytes(
  bytes: Buffer,
  sought: Sought,
  alive: () => void,
  depth = 0,
): Promise<Set<number>> {
  const found = new Set<number>();
  const add = (terms: Iterable<number>): void => {
    for (const term of terms) found.add(term);
  };
  if (depth > deepest) return found;
  alive();
  if (isZip(bytes)) {
    for (const part of await unzipped(bytes)) add(await inBytes(part, sought, alive, depth + 1));
  } else if (isPdf(bytes)) {
    const { outside, streams } = taken(bytes);
    add(inPieces(outside, sought, alive));
    for (const stream of streams) add(await inBytes(stream, sought, alive, depth + 1));
    return found;
  }
  add(inPieces(bytes, sought, alive));
  for (const inner of enclosed(bytes)) add(await inBytes(inner, sought, alive, depth + 1));
  return found;
}

const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 1_024).includes('%PDF-');

/** Archives and PDFs that a message carries in base64. */
function enclosed(bytes: Buffer): Buffer[] {
  if (bytes.length > mostUnpacked / 8 || !looksLikeText(bytes.toString('latin1', 0, 65_536))) return [];
  return [...bytes.toString('latin1').matchAll(/(?:[A-Za-z0-9+/]{40,}\r?\n){3,}[A-Za-z0-9+/]*={0,2}/g)]
    .map(([run]) => Buffer.from(run.replace(/\s+/g, ''), 'base64'))
    .filter((inner) => isZip(inner) || isPdf(inner));
}

function inPieces(bytes: Buffer, sought: Sought, alive: () => void): Set<number> {
  const found = new Set<number>();
  for (let from = 0; from === 0 || from < bytes.length - overlap; from += pieceSize - overlap) {
    alive();
    for (const term of inPiece(bytes.subarray(from, from + pieceSize), sought)) found.add(term);
  }
  return found;
}

/** Which terms stand in a piece of bytes. */
export function inPiece(piece: Buffer, sought: Sought): number[] {
  const latin = piece.toString('latin1');
  const isText = looksLikeText(latin);
  if (!isText && !sought.mayBeIn(latin)) return [];
  const found = asTexts(piece).flatMap((text) => sought.in(text, isText));
  if (!isText) return found;
  const strings = joinedStrings(latin);
  const views = [...unescaped(latin), ...(strings === null ? [] : [strings])];
  return [
    ...found,
    // What was escaped may be bytes of any character set.
    ...views.flatMap((view) =>
      isLatin(view)
        ? asTexts(Buffer.from(view, 'latin1')).flatMap((text) => sought.in(text, true))
        : sought.in(view, true),
    ),
    ...asTexts(hidden(latin)).flatMap((text) => sought.in(text, looksLikeText(text))),
  ];
}

const isLatin = (text: string): boolean => !/[\u0100-\uffff]/.test(text);

function looksLikeText(text: string): boolean {
  const sample = text.length > 65_536 ? text.slice(0, 65_536) : text;
  return (sample.match(/[\t\n\r\x20-\x7e\xa0-\xff]/g)?.length ?? 0) >= sample.length * 0.8;
}

/** What stands between the streams of a PDF, and the streams, unpacked where they are deflated. */
function taken(bytes: Buffer): { readonly outside: Buffer; readonly streams: Buffer[] } {
  const outside: Buffer[] = [];
  const streams: Buffer[] = [];
  let at = 0;
  for (;;) {
    const word = bytes.indexOf('stream', at);
    if (word < 0) break;
    const from = word + 'stream'.length + (bytes[word + 6] === 0x0d ? 2 : 1);
    const end = bytes.indexOf('endstream', from);
    if (end < 0) break;
    outside.push(bytes.subarray(at, word));
    streams.push(unpacked(bytes.subarray(from, end)));
    at = end + 'endstream'.length;
  }
  outside.push(bytes.subarray(at));
  return { outside: Buffer.concat(outside), streams };
}

function unpacked(stream: Buffer): Buffer {
  for (const unpack of [inflateSync, inflateRawSync]) {
    try {
      const made = unpack(stream, { finishFlush: 2, maxOutputLength: mostUnpacked });
      if (made.length > 0) return made;
    } catch {
      // Packed in another way, or not at all: looked at as it stands, and unpacked by the other readers.
    }
  }
  return stream;
}

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'));

/** The files of an archive and their names. One that cannot be read is looked at as it stands. */
async function unzipped(bytes: Buffer): Promise<Buffer[]> {
  const parts: Buffer[] = [];
  let room = mostUnpacked;
  try {
    const zip = await fromBufferPromise(bytes, { autoClose: false });
    for await (const entry of zip.eachEntry()) {
      parts.push(Buffer.from(`${entry.fileName}\n${entry.fileComment}`));
      room -= entry.uncompressedSize;
      if (room < 0) break;
      if (entry.fileName.endsWith('/') || !entry.canDecodeFileData()) continue;
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      parts.push(Buffer.concat(chunks));
    }
  } catch {
    // Not an archive after all, or a broken one: its bytes as they stand are looked at in any case.
  }
  return parts;
}
