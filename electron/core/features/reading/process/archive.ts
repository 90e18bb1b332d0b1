import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import yauzl from 'yauzl';
import type { ArchiveItem, Look } from '../model.ts';
import type { Content } from './content.ts';
import type { Ending } from './protocol.ts';
import { ending, items, type Tell, tellInParts } from './reader.ts';
import { decode } from './text.ts';
import { Unreadable } from './unreadable.ts';

/** Names listed of one archive; of what is inside nothing is unpacked. */
const mostItems = 50_000;
/** A compressed tape archive must be unpacked to be listed: up to here. */
const mostTar = 2 * 1024 * 1024 * 1024;

interface Listing {
  readonly items: ArchiveItem[];
  readonly total: number;
}

/** The names inside an archive are text that a person may look for. */
export async function readArchive(content: Content, tell: Tell): Promise<Ending> {
  const { items: found, total } = await list(content);
  tellInParts(found.map((item) => item.path).join('\n'), tell);
  const unpacked = found.reduce((sum, item) => sum + item.size, 0);
  const metadata = { items: items('archive', { Files: total, UnpackedBytes: unpacked }), summary: {} };
  const encrypted = found.some((item) => item.encrypted);
  return ending(metadata, encrypted ? { reason: 'encrypted' } : {});
}

export async function lookAtArchive(content: Content): Promise<Look> {
  const { items: found, total } = await list(content);
  return { kind: 'archive', items: found.slice(0, 5_000), total };
}

function list(content: Content): Promise<Listing> {
  return content.type === 'application/x-tar' || content.type === 'application/gzip'
    ? listTar(content)
    : listZip(content);
}

function listZip(content: Content): Promise<Listing> {
  const { promise, resolve, reject } = Promise.withResolvers<Listing>();
  const damaged = (cause: unknown): void => reject(new Unreadable('damaged', { cause }));
  yauzl.fromRandomAccessReader(
    new ContentReader(content),
    content.size,
    // Names as they are, whatever they try: they are only shown.
    { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false },
    (error, zip) => {
      if (error !== null) {
        damaged(error);
        return;
      }
      const found: ArchiveItem[] = [];
      const done = (): void => resolve({ items: found, total: zip.entryCount });
      zip.on('entry', (entry: yauzl.Entry) => {
        found.push({
          path: nameOf(entry.fileName),
          size: entry.uncompressedSize,
          packed: entry.compressedSize,
          modified: isoOf(entry.getLastModDate()),
          encrypted: (entry.generalPurposeBitFlag & 1) === 1,
        });
        if (found.length >= mostItems) done();
        else zip.readEntry();
      });
      zip.on('end', done);
      zip.on('error', damaged);
      zip.readEntry();
    },
  );
  return promise;
}

async function listTar(content: Content): Promise<Listing> {
  const found: ArchiveItem[] = [];
  const listing = extract();
  const source = Readable.from(pieces(content));
  const packed = content.type === 'application/gzip';
  const unpacked = packed ? source.pipe(createGunzip()) : source;
  const failed = Promise.withResolvers<never>();
  for (const stream of [source, unpacked, listing]) stream.on('error', failed.reject);
  unpacked.pipe(listing);
  const walk = async (): Promise<void> => {
    let bytes = 0;
    for await (const entry of listing) {
      const { name, size = 0, mtime } = entry.header;
      found.push({ path: name, size, packed: size, modified: isoOf(mtime), encrypted: false });
      bytes += size;
      if (found.length >= mostItems || bytes > mostTar) return;
      entry.resume();
    }
  };
  try {
    await Promise.race([walk(), failed.promise]);
  } catch (cause) {
    if (found.length === 0) throw new Unreadable('damaged', { cause });
  }
  return { items: found, total: found.length };
}

/** In UTF-8 as most archives are today, else as the old ones were. */
function nameOf(name: string | Uint8Array): string {
  return typeof name === 'string' ? name : decode(name).text;
}

function isoOf(date: Date | undefined): string {
  return date === undefined || Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

async function* pieces(content: Content): AsyncGenerator<Uint8Array> {
  const step = 1024 * 1024;
  for (let at = 0; at < content.size; at += step) yield await content.read(at, at + step);
}

/** Lets the ZIP library read where it needs to: the directory at the end, not the whole. */
class ContentReader extends yauzl.RandomAccessReader {
  readonly #content: Content;

  constructor(content: Content) {
    super();
    this.#content = content;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const content = this.#content;
    async function* range(): AsyncGenerator<Uint8Array> {
      yield await content.read(start, end);
    }
    return Readable.from(range());
  }
}
