import { program } from '../program.ts';
import { hashedKey } from '../remembered.ts';
import type { Volume } from './layout-model.ts';
import type { BundlePlan, Layout, PrintedExhibit } from './model.ts';

/** Whether a volume tells of more than itself: it has the certificate, is a supplement, or its index leads to other volumes. */
export function tellsOfAll({ leaves, indexes, supplement }: Volume, at: number): boolean {
  return (
    supplement !== null ||
    leaves.some(({ kind }) => kind === 'certificate') ||
    indexes.flat().some((row) => row.kind === 'item' && row.volume !== at)
  );
}

/**
 * All that a volume is drawn from, in one hash: two of the same recipe print the same, down to the numbers. When it was exported, by which key and
 * at which checkpoint stands in none but those that tell of all: these have no recipe, and are drawn each time.
 *
 * @param beyond by an exhibit's place, what is printed of it and stands in no file: what OCR read, a transcript
 */
export function recipeOf(
  plan: BundlePlan,
  layout: Layout,
  at: number,
  beyond: readonly string[],
): string | null {
  const volume = layout.volumes[at];
  if (volume === undefined || tellsOfAll(volume, at)) return null;
  const items = [...new Set(volume.leaves.flatMap((leaf) => ('item' in leaf ? [leaf.item] : [])))];
  // What was put in before it moves an exhibit to another place in the plan, and changes nothing of its pages.
  const own = <T extends object>(of: T): T =>
    'item' in of && typeof of.item === 'number' ? { ...of, item: items.indexOf(of.item) } : of;
  const { exhibits, exportedAt: _at, checkpoint: _log, journal: _proof, signer: _key, ...printed } = plan;
  return hashedKey([
    // Another version may print the same otherwise.
    program,
    printed,
    { ...volume, leaves: volume.leaves.map(own), indexes: volume.indexes.map((rows) => rows.map(own)) },
    [at, layout.volumes.filter(({ supplement }) => supplement === null).length, layout.files[at]],
    items.map((item) => [asText(exhibits[item]), layout.measured[item], beyond[item]]),
  ]);
}

/** With its picture as text, which is what is hashed. */
function asText(exhibit: PrintedExhibit | undefined): unknown {
  const { still } = exhibit ?? {};
  return still instanceof Uint8Array ? { ...exhibit, still: Buffer.from(still).toString('base64') } : exhibit;
}
