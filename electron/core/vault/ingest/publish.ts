import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from '../../api/errors.ts';
import { ensureFolder, exists, type FileOps } from '../files.ts';
import { incomingFolder, isBlobId, placesOf } from './places.ts';
import { sideBySide } from './side-by-side.ts';

/**
 * The order in which blobs come into being, so that a power cut at any moment leaves each whole or leaves nothing. Each
 * step is done for all blobs of a group before the next:
 *
 * 1. their content is written and synced under `incoming/<id>.age`
 * 2. their markers `incoming/<id>.pending` are made, and the folder synced
 * 3. they are renamed to their final names, and those folders synced
 * 4. the journal takes the entries that name them
 * 5. the markers are removed
 *
 * Between 3 and 4 only its marker tells that a blob belongs to nothing yet.
 */
export async function publish(
  ops: FileOps,
  blobs: string,
  ids: readonly string[],
  shelves: Shelves,
): Promise<void> {
  await sideBySide(ids, atOnce, async (id) => (await ops.create(placesOf(blobs, id).marker)).close());
  await ops.syncFolder(incomingFolder(blobs));
  const shelvesUsed = [...new Set(ids.map((id) => placesOf(blobs, id).shelf))];
  await shelves.ready(shelvesUsed);
  await sideBySide(ids, atOnce, (id) => ops.rename(placesOf(blobs, id).incoming, placesOf(blobs, id).path));
  await sideBySide(shelvesUsed, atOnce, (shelf) => ops.syncFolder(shelf));
}

/** Calls of the system that are under way at a time: it syncs several in one go. */
const atOnce = 16;

/** The folders that blobs lie in, by the first two digits of their ids. */
interface Shelves {
  /** Returns when all of these are there and last. */
  ready(shelves: readonly string[]): Promise<void>;
}

/** Remembers which folders it has seen to last: the first use of each syncs the folder above, whoever made it. */
export function createShelves(ops: FileOps, blobs: string): Shelves {
  const lasting = new Set<string>();
  return {
    async ready(shelves) {
      const fresh = shelves.filter((shelf) => !lasting.has(shelf));
      if (fresh.length === 0) return;
      await sideBySide(fresh, atOnce, (shelf) => ops.makeFolder(shelf));
      await ops.syncFolder(blobs);
      for (const shelf of fresh) lasting.add(shelf);
    },
  };
}

/** Step 5. A marker that comes back after a power cut is removed at the next start. */
export async function settle(ops: FileOps, blobs: string, ids: readonly string[]): Promise<void> {
  await sideBySide(ids, atOnce, (id) => ops.remove(placesOf(blobs, id).marker));
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
