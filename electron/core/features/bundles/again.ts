import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Composition } from './compose/compose.ts';
import type { BundlePlan } from './compose/model.ts';
import { recipeOf } from './compose/recipe.ts';
import { keepNewest } from './remembered.ts';

/** Where a volume was written, and its SHA-256 (hex). */
interface DrawnVolume {
  readonly path: string;
  readonly sha256: string;
}

/** The volumes that were handed out, by what they were drawn from. It lives as long as the vault is open, in memory only. */
export type DrawnMemory = Map<string, DrawnVolume>;

/** A composition that takes from earlier packages what would come out the same. */
export interface Again extends Composition {
  /** How many volumes were taken so. */
  taken(): number;
  /** Keeps where the volumes lie now. */
  remember(folder: string, volumes: readonly { readonly path: string; readonly sha256: string }[]): void;
}

/** Larger than any volume that has more than one page in it: not read into memory to be looked at. */
const largest = 96 * 1024 * 1024;
const pieceSize = 4 * 1024 * 1024;

/**
 * Draws only what changed: a volume of which an equal one was handed out while the vault was open, and still lies where it
 * was written, is copied from there once its hash was found to be what it was. It was checked when it was drawn.
 *
 * @param beyond see `recipeOf`
 */
export function drawAgain(
  composed: Composition,
  plan: BundlePlan,
  beyond: readonly string[],
  memory: DrawnMemory,
): Again {
  const recipes = composed.volumes.map((_, at) => recipeOf(plan, composed, at, beyond));
  let taken = 0;
  return {
    ...composed,
    content: async function* (at) {
      const recipe = recipes[at] ?? null;
      const before = recipe === null ? null : await unchanged(memory.get(recipe));
      if (before === null) {
        yield* composed.content(at);
        return;
      }
      taken += 1;
      for (let from = 0; from < before.length; from += pieceSize)
        yield before.subarray(from, from + pieceSize);
    },
    taken: () => taken,
    remember: (folder, volumes) => {
      for (const [at, { path, sha256 }] of volumes.entries()) {
        const recipe = recipes[at] ?? null;
        if (recipe !== null) keepNewest(memory, recipe, { path: join(folder, ...path.split('/')), sha256 });
      }
    },
  };
}

/** Its bytes; null where they are not what was handed out, or no longer there: then it is drawn. */
async function unchanged(known: DrawnVolume | undefined): Promise<Uint8Array | null> {
  if (known === undefined) return null;
  try {
    if ((await stat(known.path)).size > largest) return null;
    const bytes = await readFile(known.path);
    return createHash('sha256').update(bytes).digest('hex') === known.sha256 ? bytes : null;
  } catch {
    // The package was taken away, which is what packages are for, or its disk no longer gives it.
    return null;
  }
}
