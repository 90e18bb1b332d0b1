import { constants, copyFile, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { asDiskError } from '../api/errors.ts';
import { type BlobKeys, blobPath, problemWithBlob } from './blobs.ts';
import { ensureFolder, exists, syncFolder } from './files.ts';
import { incomingFolder } from './ingest/places.ts';
import type { Layout } from './layout.ts';

/** Puts damaged content aside, inside the vault: it is never deleted, and nothing opens it by mistake. */
export async function isolateBlob(layout: Pick<Layout, 'blobs' | 'quarantine'>, blob: string): Promise<void> {
  const path = blobPath(layout.blobs, blob);
  if (!(await exists(path))) return;
  await ensureFolder(layout.quarantine);
  await rename(path, await freeName(join(layout.quarantine, basename(path))));
  await syncFolder(layout.quarantine);
  await syncFolder(dirname(path));
}

/** The first keeps the blob's own name; what is damaged again later stands beside it. */
async function freeName(path: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? path : `${path}.${n}`;
    if (!(await exists(name))) return name;
  }
}

/**
 * Takes a blob from another vault's folder of blobs, after it was opened and hashed there: copied under a passing
 * name, synced, named, and hashed once more where it now lies.
 *
 * @returns false where the other folder has it not, or not sound
 */
export async function restoreBlob(
  to: BlobKeys,
  from: BlobKeys,
  blob: string,
  sha256: string,
): Promise<boolean> {
  if ((await problemWithBlob(from, blob, sha256)) !== null) return false;
  const path = blobPath(to.blobs, blob);
  const passing = join(incomingFolder(to.blobs), basename(path));
  await ensureFolder(incomingFolder(to.blobs));
  await ensureFolder(dirname(path));
  try {
    await copyFile(blobPath(from.blobs, blob), passing, constants.COPYFILE_EXCL);
    const file = await open(passing, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(passing, path);
  } catch (error) {
    await rm(passing, { force: true });
    throw asDiskError(error);
  }
  await syncFolder(dirname(path));
  if ((await problemWithBlob(to, blob, sha256)) === null) return true;
  await rm(path, { force: true });
  return false;
}
