import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readStep } from '../../api/procedure.ts';
import type { Composition } from './compose/compose.ts';
import { keepNewest } from './remembered.ts';

/** Where a volume was written, and its SHA-256 (hex). */
interface DrawnVolume {
  readonly path: string;
  readonly sha256: string;
}

/**
 * The volumes that were handed out since the vault was opened, by their recipe, in memory only: wherever they were put,
 * and those of copies for which seals were opened, of which the journal has no recipe.
 */
export type DrawnMemory = Map<string, DrawnVolume>;

/** A composition that takes from earlier packages what would come out the same. */
export interface Again extends Composition {
  /** What each volume is drawn from; null where it tells of the whole. */
  readonly recipes: readonly (string | null)[];
  /** How many volumes were taken so. */
  taken(): number;
  /** Keeps where the volumes lie now. */
  remember(folder: string, volumes: readonly { readonly path: string; readonly sha256: string }[]): void;
}

/** A volume of an earlier export, as the journal has it: the package by the name of its folder. */
export interface RecordedVolume {
  readonly recipe: string;
  readonly package: string;
  readonly path: string;
  readonly sha256: string;
}

/** Larger than any volume that has more than one page in it: not read into memory to be looked at. */
const largest = 96 * 1024 * 1024;
const pieceSize = 4 * 1024 * 1024;

/**
 * The volumes of these recipes that the same person exported, the newest first. Those of others are not taken: who exports
 * answers with their signature for what they handed out themselves.
 */
export const recordedVolumes = readStep(
  'bundles.recordedVolumes',
  ({ sql, actor }, recipes: readonly (string | null)[]): RecordedVolume[] =>
    sql.all<RecordedVolume>(
      `SELECT recipe, package, path, sha256 FROM bundle_volume
       WHERE author = ? AND recipe IN (SELECT value FROM json_each(?)) ORDER BY package DESC`,
      [actor.user, JSON.stringify(recipes)],
    ),
);

/**
 * Draws only what changed: a volume of which an equal one was handed out, and still lies where it was written, is copied
 * from there once its hash was found to be what it was. It was checked when it was drawn.
 *
 * @param recipes by volume, see `recipeOf`
 * @param recorded earlier volumes of these recipes; looked for in `folder`, where the new package goes too
 */
export function drawAgain(
  composed: Composition,
  recipes: readonly (string | null)[],
  { memory, recorded, folder }: EarlierVolumes,
): Again {
  let taken = 0;
  const beside = (recipe: string): DrawnVolume[] =>
    recorded
      .filter((each) => each.recipe === recipe)
      .map((each) => ({ path: placeOf(join(folder, each.package), each.path), sha256: each.sha256 }));
  const earlier = async (recipe: string): Promise<Uint8Array | null> => {
    const known = memory.get(recipe);
    for (const each of known === undefined ? beside(recipe) : [known, ...beside(recipe)]) {
      const bytes = await unchanged(each);
      if (bytes !== null) return bytes;
    }
    return null;
  };
  return {
    ...composed,
    recipes,
    content: async function* (at) {
      const recipe = recipes[at] ?? null;
      const before = recipe === null ? null : await earlier(recipe);
      if (before === null) {
        yield* composed.content(at);
        return;
      }
      taken += 1;
      for (let from = 0; from < before.length; from += pieceSize)
        yield before.subarray(from, from + pieceSize);
    },
    taken: () => taken,
    remember: (to, volumes) => {
      for (const [at, { path, sha256 }] of volumes.entries()) {
        const recipe = recipes[at] ?? null;
        if (recipe !== null) keepNewest(memory, recipe, { path: placeOf(to, path), sha256 });
      }
    },
  };
}

/** What may have been handed out before. */
interface EarlierVolumes {
  readonly memory: DrawnMemory;
  readonly recorded: readonly RecordedVolume[];
  readonly folder: string;
}

const placeOf = (folder: string, path: string): string => join(folder, ...path.split('/'));

/** Its bytes; null where they are not what was handed out, or no longer there: then it is drawn. */
async function unchanged(known: DrawnVolume): Promise<Uint8Array | null> {
  try {
    if ((await stat(known.path)).size > largest) return null;
    const bytes = await readFile(known.path);
    return createHash('sha256').update(bytes).digest('hex') === known.sha256 ? bytes : null;
  } catch {
    // The package was taken away, which is what packages are for, or its disk no longer gives it.
    return null;
  }
}
