import { createHash } from 'node:crypto';
import type { AgeRecipient } from '../age/header.ts';
import { beginFile, chunkSize, sealChunks, sealedSize } from '../age/stream.ts';
import type { FileOps, OutFile } from '../files.ts';
import { refuseCancelled } from './gate.ts';
import type { Control, Pipeline } from './pipeline.ts';
import { newBlobId, placesOf } from './places.ts';
import type { Source } from './source.ts';
import { createWriteback, type Writeback } from './writeback.ts';

/** So many of a file's first bytes are told, for its type to be known by. */
const headSize = 4_100;

/** A blob that is written under `incoming/` and may not last yet. */
export interface WrittenBlob {
  readonly blob: string;
  readonly size: number;
  readonly sha256: string;
  readonly head: Uint8Array;
  /** Returns when the content is on the disk. */
  sync(): Promise<void>;
  /** Lets go of the file; never while a sync is under way. */
  close(): Promise<void>;
}

export interface WriteOptions {
  readonly ops: FileOps;
  readonly blobs: string;
  readonly recipients: readonly AgeRecipient[];
  readonly control: Control;
  readonly pipeline: () => Pipeline;
  /** Bytes written between two syncs in the background. */
  readonly writeback: number | undefined;
  /** Throws where the disk has no room for so many bytes more. */
  takeSpace(bytes: number): void;
}

/** Writes a source's content as an age file. When it throws, nothing of it is left. */
export async function writeBlob(source: Source, options: WriteOptions): Promise<WrittenBlob> {
  const { ops, blobs } = options;
  const { beginning, key } = await beginFile(options.recipients);
  options.takeSpace(beginning.length + sealedSize(source.size));
  const blob = newBlobId();
  const { incoming } = placesOf(blobs, blob);
  const file = await ops.create(incoming);
  const writeback = createWriteback(file, options.writeback);
  const close = async (): Promise<void> => {
    await writeback.idle();
    await file.close();
  };
  try {
    const seal = source.size <= chunkSize ? sealAtOnce : sealInThreads;
    const { sha256, head } = await seal({ source, file, beginning, key, writeback }, options);
    await source.confirm();
    return { blob, size: source.size, sha256, head, sync: writeback.finish, close };
  } catch (error) {
    // Where the disk fails at this too, the first failure is the one to tell; `leftovers` finds the rest.
    await close().catch(() => {});
    await ops.remove(incoming).catch(() => {});
    throw error;
  }
}

interface Sealing {
  readonly source: Source;
  readonly file: OutFile;
  readonly beginning: Uint8Array;
  readonly key: Uint8Array;
  readonly writeback: Writeback;
}

interface Sealed {
  readonly sha256: string;
  readonly head: Uint8Array;
}

/** A file of one chunk: telling two threads about it would take longer than doing it. */
async function sealAtOnce({ source, file, beginning, key }: Sealing, { control }: WriteOptions) {
  await control.pause?.pass(control.signal);
  refuseCancelled(control.signal);
  const plain = new Uint8Array(source.size);
  await source.read(plain, 0);
  const whole = new Uint8Array(beginning.length + sealedSize(plain.length));
  whole.set(beginning);
  sealChunks(key, 0, plain, true, whole.subarray(beginning.length));
  await file.write(whole, 0);
  control.onProgress?.({ done: plain.length, total: plain.length });
  return { sha256: createHash('sha256').update(plain).digest('hex'), head: plain.subarray(0, headSize) };
}

async function sealInThreads(
  { source, file, beginning, key, writeback }: Sealing,
  { control, pipeline }: WriteOptions,
): Promise<Sealed> {
  let head: Uint8Array = new Uint8Array();
  await file.write(beginning, 0);
  const sha256 = await pipeline().seal({
    key,
    size: source.size,
    control,
    read: async (into, position) => {
      await source.read(into, position);
      if (position === 0) head = into.slice(0, headSize);
    },
    descriptor: file.descriptor,
    start: beginning.length,
    wrote: writeback.wrote,
  });
  return { sha256, head };
}
