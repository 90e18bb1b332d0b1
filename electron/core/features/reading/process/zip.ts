import yauzl from 'yauzl';
import { Unreadable } from './unreadable.ts';

/** Out of one office document at most this much is unpacked: a bomb ends here. */
const mostUnpacked = 256 * 1024 * 1024;

export interface ZipPart {
  readonly path: string;
  text(): Promise<string>;
}

/** Refuses a document that would unpack to more than is read of any, for who hands it whole to a library. */
export async function refuseBomb(bytes: Uint8Array): Promise<void> {
  const entries = await entriesOf(await open(bytes));
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (unpacked > mostUnpacked) throw new Unreadable('tooLarge');
}

async function entriesOf(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  const entries: yauzl.Entry[] = [];
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', resolve);
    zip.on('error', (cause: Error) => reject(new Unreadable('damaged', { cause })));
    zip.readEntry();
  });
  return entries;
}

/** The parts of a ZIP in memory whose names are wanted. */
export async function zipParts(bytes: Uint8Array, wanted: (path: string) => boolean): Promise<ZipPart[]> {
  const zip = await open(bytes);
  const entries = (await entriesOf(zip)).filter(({ fileName }) => wanted(fileName));
  let unpacked = 0;
  return entries.map((entry) => ({
    path: entry.fileName,
    text: async () => {
      const pieces: Buffer[] = [];
      for await (const piece of await stream(zip, entry)) {
        unpacked += (piece as Buffer).length;
        if (unpacked > mostUnpacked) throw new Unreadable('tooLarge');
        pieces.push(piece as Buffer);
      }
      return Buffer.concat(pieces).toString('utf8');
    },
  }));
}

function open(bytes: Uint8Array): Promise<yauzl.ZipFile> {
  const { promise, resolve, reject } = Promise.withResolvers<yauzl.ZipFile>();
  yauzl.fromBuffer(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    { lazyEntries: true, autoClose: false, decodeStrings: true },
    (error, zip) => (error === null ? resolve(zip) : reject(new Unreadable('damaged', { cause: error }))),
  );
  return promise;
}

function stream(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<NodeJS.ReadableStream> {
  const { promise, resolve, reject } = Promise.withResolvers<NodeJS.ReadableStream>();
  if ((entry.generalPurposeBitFlag & 1) === 1) throw new Unreadable('encrypted');
  zip.openReadStream(entry, (error, opened) =>
    error === null ? resolve(opened) : reject(new Unreadable('damaged', { cause: error })),
  );
  return promise;
}
