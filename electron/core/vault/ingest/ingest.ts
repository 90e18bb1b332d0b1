import { CustodiaError } from '../../api/errors.ts';
import type { AgeRecipient } from '../age/header.ts';
import { ensureFolder, type FileOps, nodeFileOps } from '../files.ts';
import { type Control, createPipeline, type Pipeline } from './pipeline.ts';
import { incomingFolder } from './places.ts';
import { clearLeftovers, createShelves, discard, type Leftovers, publish, settle } from './publish.ts';
import { sideBySide } from './side-by-side.ts';
import { bytesSource, openSource, type Source } from './source.ts';
import { type WriteOptions, type WrittenBlob, writeBlob } from './write.ts';

/** Left free on the disk beside the blob, so that the journal can still be written. */
const reserve = 16 * 1024 * 1024;
/** Files of a group that are read and written at a time. */
const atOnce = 8;

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
  /** The plaintext's first bytes, for its type to be known by. */
  readonly head: Uint8Array;
  /** When the source was made, where its disk says so, and last changed; ISO 8601 UTC. */
  readonly created: string | null;
  readonly modified: string;
}

/** What became of one file of a group: it is stored, or what is wrong with the file itself. */
export type StoredOrNot = { readonly stored: StoredBlob } | { readonly refused: CustodiaError };

export interface Ingest {
  /**
   * Stores files that a person named, as age files, reading each once. When this returns their blobs outlast a power
   * cut; once the journal has the entries that name them, call `settle`. What is wrong with a file itself is told in
   * its place, and nothing of it is left: `file.vanished`, `file.changed`, `file.notAFile`, `file.unreadable` (param
   * `name`). When it throws, nothing of any is left: `disk.full` (params `needed` and `free` in bytes where that was
   * known before), `disk.readOnly`, `disk.failed`, `call.cancelled`.
   */
  storeTogether(paths: readonly string[], control?: Control): Promise<StoredOrNot[]>;
  /** The same for one file; throws what is wrong with it. */
  store(source: { readonly path: string }, control?: Control): Promise<StoredBlob>;
  /** The same for bytes in memory. */
  storeBytes(bytes: Uint8Array, control?: Control): Promise<StoredBlob>;
  /** The journal has the entries that name the blobs. */
  settle(blobs: readonly string[]): Promise<void>;
  /** Takes back a blob that no entry will name, where appending the entry was refused. */
  discard(blob: string): Promise<void>;
  /** At the start, before anything is stored: clears what a crash left. */
  leftovers(isKnown: (blob: string) => boolean | Promise<boolean>): Promise<Leftovers>;
  /** Ends the threads. Call off and await what is being stored before. */
  close(): Promise<void>;
}

export function createIngest(options: IngestOptions): Ingest {
  const { blobs, recipients, ops = nodeFileOps } = options;
  const shelves = createShelves(ops, blobs);
  let pipeline: Pipeline | undefined;

  /** The threads start with the first file that needs them and stay for all that follow. */
  function threads(): Pipeline {
    pipeline ??= createPipeline();
    return pipeline;
  }

  /** Writes what can be read of a group, makes it last, gives it its names: each step for all before the next. */
  async function keep(open: readonly (() => Promise<Source>)[], control: Control): Promise<StoredOrNot[]> {
    await ensureFolder(incomingFolder(blobs), ops);
    const writeOptions: Omit<WriteOptions, 'control'> = {
      ops,
      blobs,
      recipients: recipients(),
      pipeline: threads,
      writeback: options.writeback,
      takeSpace: spaceTaker(await ops.freeSpace(blobs)),
    };
    const written: WrittenBlob[] = [];
    const follow = summing(control);

    async function write(one: () => Promise<Source>): Promise<StoredOrNot> {
      try {
        const source = await one();
        try {
          const blob = await writeBlob(source, { ...writeOptions, control: follow() });
          written.push(blob);
          const { created, modified } = source;
          return { stored: { ...contentOf(blob), created, modified } };
        } finally {
          await source.close();
        }
      } catch (error) {
        if (error instanceof CustodiaError && error.code.startsWith('file.')) return { refused: error };
        throw error;
      }
    }

    const ids = (): string[] => written.map(({ blob }) => blob);
    try {
      const outcomes = await sideBySide(open, atOnce, write);
      await sideBySide(written, atOnce, (each) => each.sync());
      await sideBySide(written, atOnce, (each) => each.close());
      await publish(ops, blobs, ids(), shelves);
      return outcomes;
    } catch (error) {
      // Where the disk fails at this too, the first failure is the one to tell; `leftovers` finds the rest.
      await Promise.allSettled(written.map((each) => each.close()));
      await Promise.allSettled(ids().map((id) => discard(ops, blobs, id)));
      throw error;
    }
  }

  async function keepOne(open: () => Promise<Source>, control: Control): Promise<StoredBlob> {
    const [outcome] = await keep([open], control);
    if (outcome === undefined) throw new Error('nothing was stored');
    if ('refused' in outcome) throw outcome.refused;
    return outcome.stored;
  }

  return {
    storeTogether: (paths, control = {}) =>
      keep(
        paths.map((path) => () => openSource(path)),
        control,
      ),
    store: ({ path }, control = {}) => keepOne(() => openSource(path), control),
    storeBytes: (bytes, control = {}) => keepOne(async () => bytesSource(bytes), control),
    settle: (ids) => settle(ops, blobs, ids),
    discard: (blob) => discard(ops, blobs, blob),
    leftovers: (isKnown) => clearLeftovers(ops, blobs, isKnown),
    async close() {
      await pipeline?.close();
      pipeline = undefined;
    },
  };
}

function contentOf({ blob, size, sha256, head }: WrittenBlob) {
  return { blob, size, sha256, head };
}

/** Counts down the room that there was when a group began. */
function spaceTaker(atFirst: number): (bytes: number) => void {
  let free = atFirst;
  return (bytes) => {
    const needed = bytes + reserve;
    if (free < needed) throw new CustodiaError('disk.full', { needed, free });
    free -= bytes;
  };
}

/** For each file of a group a control of its own, whose progress is told as part of the whole. */
function summing(control: Control): () => Control {
  let done = 0;
  let total = 0;
  return () => {
    let before = 0;
    let size = 0;
    return {
      ...control,
      onProgress: (progress) => {
        done += progress.done - before;
        total += progress.total - size;
        before = progress.done;
        size = progress.total;
        control.onProgress?.({ done, total });
      },
    };
  };
}
