import { CustodiaError } from '../../api/errors.ts';
import type { AgeRecipient } from '../age/header.ts';
import { beginFile, sealedSize } from '../age/stream.ts';
import { ensureFolder, type FileOps, nodeFileOps } from '../files.ts';
import { type Control, createPipeline, type Pipeline } from './pipeline.ts';
import { incomingFolder, newBlobId, placesOf } from './places.ts';
import { clearLeftovers, discard, type Leftovers, markPending, publish, settle } from './publish.ts';
import { bytesSource, openSource, type Source } from './source.ts';
import { createWriteback } from './writeback.ts';

/** Left free on the disk beside the blob, so that the journal can still be written. */
const reserve = 16 * 1024 * 1024;

export interface IngestOptions {
  /** The vault's folder of blobs; it exists. */
  readonly blobs: string;
  /** Whom every new blob is for: asked anew for each, since the vault's key may change. */
  readonly recipients: () => readonly AgeRecipient[];
  readonly ops?: FileOps;
  /** Bytes written between two syncs in the background. */
  readonly writeback?: number;
}

/** A blob that lasts, but that nothing names yet. */
export interface StoredBlob {
  /** Its id, 32 hex digits. */
  readonly blob: string;
  /** Of the plaintext, in bytes. */
  readonly size: number;
  /** Of the plaintext, in hex. */
  readonly sha256: string;
  /** When the source was last changed, ISO 8601 UTC. */
  readonly modified: string;
}

export interface Ingest {
  /**
   * Stores a file that a person named, as an age file, reading it once. Files are stored one at a time, in the order
   * asked. When this returns the blob outlasts a power cut; once the journal has an entry that names it, call `settle`.
   * When it throws, nothing of the file is left: `file.vanished`, `file.changed`, `file.notAFile`, `file.unreadable`
   * (param `name`), `disk.full` (params `needed` and `free` in bytes where that was known before), `disk.readOnly`,
   * `disk.failed`, `call.cancelled`.
   */
  store(source: { readonly path: string }, control?: Control): Promise<StoredBlob>;
  /** The same for bytes in memory. */
  storeBytes(bytes: Uint8Array, control?: Control): Promise<StoredBlob>;
  /** The journal has the entry that names the blob. */
  settle(blob: string): Promise<void>;
  /** Takes back a blob that no entry will name, where appending the entry was refused. */
  discard(blob: string): Promise<void>;
  /** At the start, before anything is stored: clears what a crash left. */
  leftovers(isKnown: (blob: string) => boolean | Promise<boolean>): Promise<Leftovers>;
  /** Ends the threads. Call off and await what is being stored before. */
  close(): Promise<void>;
}

export function createIngest(options: IngestOptions): Ingest {
  const { blobs, recipients, ops = nodeFileOps } = options;
  let pipeline: Pipeline | undefined;

  /** The threads start with the first file and stay for all that follow. */
  function threads(): Pipeline {
    pipeline ??= createPipeline();
    return pipeline;
  }

  async function keep(source: Source, control: Control): Promise<StoredBlob> {
    const { beginning, key } = await beginFile(recipients());
    await checkSpace(ops, blobs, beginning.length + sealedSize(source.size));
    await ensureFolder(incomingFolder(blobs), ops);
    const id = newBlobId();
    const file = await ops.create(placesOf(blobs, id).incoming);
    const writeback = createWriteback(file, options.writeback);
    try {
      let sha256: string;
      try {
        await file.write(beginning, 0);
        sha256 = await threads().seal({
          key,
          size: source.size,
          control,
          read: source.read,
          descriptor: file.descriptor,
          start: beginning.length,
          wrote: writeback.wrote,
        });
        await source.confirm();
        await writeback.finish();
      } finally {
        await writeback.idle();
        await file.close();
      }
      await markPending(ops, blobs, id);
      await publish(ops, blobs, id);
      return { blob: id, size: source.size, sha256, modified: source.modified };
    } catch (error) {
      // Where the disk fails at this too, the first failure is the one to tell; `leftovers` finds the rest.
      await discard(ops, blobs, id).catch(() => {});
      throw error;
    }
  }

  return {
    async store({ path }, control = {}) {
      const source = await openSource(path);
      try {
        return await keep(source, control);
      } finally {
        await source.close();
      }
    },
    storeBytes: (bytes, control = {}) => keep(bytesSource(bytes), control),
    settle: (blob) => settle(ops, blobs, blob),
    discard: (blob) => discard(ops, blobs, blob),
    leftovers: (isKnown) => clearLeftovers(ops, blobs, isKnown),
    async close() {
      await pipeline?.close();
      pipeline = undefined;
    },
  };
}

async function checkSpace(ops: FileOps, blobs: string, size: number): Promise<void> {
  const free = await ops.freeSpace(blobs);
  const needed = size + reserve;
  if (free < needed) throw new CustodiaError('disk.full', { needed, free });
}
