import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from '../../api/errors.ts';
import { ensureFolder, exists, type FileOps } from '../files.ts';
import { incomingFolder, isBlobId, placesOf } from './places.ts';

/**
 * The order in which a blob comes into being, so that a power cut at any moment leaves it whole or leaves nothing:
 *
 * 1. its content is written and synced under `incoming/<id>.age`
 * 2. its marker `incoming/<id>.pending` is made, and the folder synced
 * 3. it is renamed to its final name, and that folder synced
 * 4. the journal takes the entry that names it
 * 5. the marker is removed
 *
 * Between 3 and 4 only the marker tells that the blob belongs to nothing yet.
 */
export async function markPending(ops: FileOps, blobs: string, id: string): Promise<void> {
  const marker = await ops.create(placesOf(blobs, id).marker);
  await marker.close();
}

/** Step 3, and the sync of 2. The content must be synced. */
export async function publish(ops: FileOps, blobs: string, id: string): Promise<void> {
  const { incoming, path, shelf } = placesOf(blobs, id);
  await ops.syncFolder(incomingFolder(blobs));
  await ensureFolder(shelf, ops);
  await ops.rename(incoming, path);
  await ops.syncFolder(shelf);
}

/** Step 5. A marker that comes back after a power cut is removed at the next start. */
export function settle(ops: FileOps, blobs: string, id: string): Promise<void> {
  return ops.remove(placesOf(blobs, id).marker);
}

/** Takes back a blob that the journal does not know. The marker goes last: until then a new start can go on. */
export async function discard(ops: FileOps, blobs: string, id: string): Promise<void> {
  const { incoming, path, shelf, marker } = placesOf(blobs, id);
  await ops.remove(incoming);
  if (await exists(path)) {
    await ops.remove(path);
    await ops.syncFolder(shelf);
  }
  await ops.remove(marker);
}

/** What the start found: ids of blobs taken back, and of those that the journal knew. */
export interface Leftovers {
  readonly removed: readonly string[];
  readonly kept: readonly string[];
}

/**
 * Clears what a crash left: of a blob that the journal knows the marker, of one that it does not know everything.
 * To be called before anything is stored, with the journal open.
 */
export async function clearLeftovers(
  ops: FileOps,
  blobs: string,
  isKnown: (blob: string) => boolean | Promise<boolean>,
): Promise<Leftovers> {
  const removed: string[] = [];
  const kept: string[] = [];
  for (const [id, marked] of await unfinished(blobs)) {
    if (await isKnown(id)) {
      await keep(ops, blobs, id);
      kept.push(id);
    } else {
      if (marked) await discard(ops, blobs, id);
      else await ops.remove(placesOf(blobs, id).incoming);
      removed.push(id);
    }
  }
  return { removed, kept };
}

/** Ids with something in the folder of incoming blobs, and whether there is a marker. */
async function unfinished(blobs: string): Promise<Map<string, boolean>> {
  const found = new Map<string, boolean>();
  for (const name of await namesIn(incomingFolder(blobs))) {
    const [id = '', kind = '', ...more] = name.split('.');
    if (!isBlobId(id) || more.length > 0 || !['age', 'pending'].includes(kind)) continue;
    found.set(id, found.get(id) === true || kind === 'pending');
  }
  return found;
}

async function keep(ops: FileOps, blobs: string, id: string): Promise<void> {
  const { incoming, path, shelf, marker } = placesOf(blobs, id);
  // Where folders cannot be synced, a rename may be undone that the journal has already relied on: it is done again.
  if (!(await exists(path)) && (await exists(incoming))) {
    await ensureFolder(dirname(path), ops);
    await ops.rename(incoming, path);
    await ops.syncFolder(shelf);
  }
  await ops.remove(incoming);
  await ops.remove(marker);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}
