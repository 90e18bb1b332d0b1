import { createHash } from 'node:crypto';
import { link, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { asDiskError, CustodiaError, systemCode } from '../api/errors.ts';
import { AgeError } from './age/errors.ts';
import { openAgeFile } from './age/reader.ts';
import { exists, syncFolder } from './files.ts';
import { placesOf } from './ingest/places.ts';

/** Content of which any part can be read without the rest. */
export interface RandomAccess {
  readonly size: number;
  /** From `start` up to `end`, exclusive. */
  read(start: number, end: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface BlobKeys {
  readonly blobs: string;
  readonly identities: readonly string[];
  /** Where damaged content was put aside. */
  readonly quarantine?: string;
}

const step = 4 * 1024 * 1024;

/** Where a stored blob lies. */
export function blobPath(blobs: string, blob: string): string {
  return placesOf(blobs, blob).path;
}

/** Opens a blob for reading anywhere in it. Missing and damaged blobs are told apart. */
export async function openBlob(keys: BlobKeys, blob: string): Promise<RandomAccess> {
  const { path } = placesOf(keys.blobs, blob);
  const content = await asBlobError(() => openAgeFile(path, [...keys.identities])).catch(async (error) => {
    // What was put aside is there still: damaged, not lost.
    const aside = keys.quarantine !== undefined && (await exists(join(keys.quarantine, basename(path))));
    throw aside ? new CustodiaError('blob.damaged', {}, { cause: error }) : error;
  });
  return {
    size: content.size,
    read: (start, end) => asBlobError(() => content.read(start, end)),
    close: () => content.close(),
  };
}

async function asBlobError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new CustodiaError('blob.missing', {}, { cause: error });
    if (error instanceof AgeError) throw new CustodiaError('blob.damaged', {}, { cause: error });
    throw error;
  }
}

async function* contentOf(keys: BlobKeys, blob: string): AsyncGenerator<Uint8Array> {
  const content = await openBlob(keys, blob);
  try {
    for (let at = 0; at < content.size; at += step)
      yield await content.read(at, Math.min(at + step, content.size));
  } finally {
    await content.close();
  }
}

/** What is wrong with a blob, or null when its plaintext has this SHA-256. */
export async function problemWithBlob(keys: BlobKeys, blob: string, sha256: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const part of contentOf(keys, blob)) hash.update(part);
  } catch (error) {
    if (error instanceof CustodiaError && error.code === 'blob.missing') return 'missing';
    if (error instanceof CustodiaError && error.code === 'blob.damaged') return 'damaged';
    throw error;
  }
  return hash.digest('hex') === sha256 ? null : 'hash differs';
}

/** Gives a file its name, never over another. Memory sticks (FAT, exFAT) know no links: there the name is taken first. */
async function takeName(part: string, path: string): Promise<void> {
  try {
    await link(part, path);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(systemCode(error))) throw error;
    await (await open(path, 'wx', 0o600)).close();
    await rename(part, path);
  }
}

/**
 * Writes the plaintext to a place that the person chose, checked against its hash before it takes its name, and never
 * over a file that is there.
 */
export async function extractBlob(keys: BlobKeys, blob: string, path: string, sha256: string): Promise<void> {
  const folder = await mkdtemp(join(dirname(path), '.custodia-'));
  try {
    const part = join(folder, 'part');
    const hash = createHash('sha256');
    const file = await open(part, 'wx', 0o600);
    try {
      for await (const bytes of contentOf(keys, blob)) {
        hash.update(bytes);
        await file.writeFile(bytes);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    if (hash.digest('hex') !== sha256) throw new CustodiaError('blob.damaged');
    await takeName(part, path);
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw new CustodiaError('file.exists', { name: basename(path) });
    throw asDiskError(error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await syncFolder(dirname(path));
}
