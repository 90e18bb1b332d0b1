import { type BlobKeys, extractBlob, openBlob, problemWithBlob, type RandomAccess } from './blobs.ts';
import { createIngest, type StoredBlob, type StoredOrNot } from './ingest/ingest.ts';
import type { Control } from './ingest/pipeline.ts';
import type { VaultKeys } from './keyring.ts';
import type { Layout } from './layout.ts';
import { isolateBlob, restoreBlob } from './quarantine.ts';

/** The vault's blobs while it is open: stored, read and checked with its keys. */
export interface BlobStore {
  store(path: string, control: Control): Promise<StoredBlob>;
  /** The same for what was made in memory and never lay on the disk. */
  storeBytes(bytes: Uint8Array): Promise<StoredBlob>;
  /** Many small files in little more time than one: they are synced together. */
  storeTogether(paths: readonly string[], control: Control): Promise<StoredOrNot[]>;
  /** The journal has the entries that name the blobs. */
  settle(blobs: readonly string[]): Promise<void>;
  /** No entry will name it. */
  discard(blob: string): Promise<void>;
  open(blob: string): Promise<RandomAccess>;
  /** Writes the plain content where the person asked for it; refuses to overwrite. */
  extractTo(blob: string, path: string, sha256: string): Promise<void>;
  /** What is wrong with a blob, or null when its content has this hash. */
  problemWith(blob: string, sha256: string): Promise<string | null>;
  /** Puts damaged content aside, inside the vault. */
  isolate(blob: string): Promise<void>;
  /** Takes a blob from another folder of blobs when it opens and has this hash; false where it has not. */
  restoreFrom(blobs: string, blob: string, sha256: string): Promise<boolean>;
  /** At the start: clears what a crash left. Says how many blobs were taken back. */
  cleanUp(isKnown: (blob: string) => Promise<boolean>): Promise<number>;
  setRecipients(recipients: readonly string[]): void;
  close(): Promise<void>;
}

export function openBlobStore(layout: Layout, keys: VaultKeys): BlobStore {
  let recipients: readonly string[] = [keys.recipient, keys.recovery];
  const ingest = createIngest({ blobs: layout.blobs, recipients: () => recipients });
  const at: BlobKeys = { blobs: layout.blobs, identities: keys.identities, quarantine: layout.quarantine };
  return {
    store: (path, control) => ingest.store({ path }, control),
    storeBytes: (bytes) => ingest.storeBytes(bytes),
    storeTogether: (paths, control) => ingest.storeTogether(paths, control),
    settle: (blobs) => ingest.settle(blobs),
    discard: (blob) => ingest.discard(blob),
    open: (blob) => openBlob(at, blob),
    extractTo: (blob, path, sha256) => extractBlob(at, blob, path, sha256),
    problemWith: (blob, sha256) => problemWithBlob(at, blob, sha256),
    isolate: (blob) => isolateBlob(layout, blob),
    restoreFrom: (blobs, blob, sha256) =>
      restoreBlob(at, { blobs, identities: keys.identities }, blob, sha256),
    cleanUp: async (isKnown) => (await ingest.leftovers(isKnown)).removed.length,
    setRecipients: (next) => {
      recipients = next;
    },
    close: () => ingest.close(),
  };
}

/** Bytes in memory, read as a blob is. */
export function bytesInMemory(bytes: Uint8Array): RandomAccess {
  return {
    size: bytes.length,
    read: async (start, end) => bytes.subarray(start, end),
    close: async () => undefined,
  };
}

export type { RandomAccess } from './blobs.ts';
