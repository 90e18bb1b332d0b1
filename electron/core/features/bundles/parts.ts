import type { RandomAccess } from '../../vault/blob-store.ts';
import { checkpointFile } from './bag/layout.ts';
import type { BagPart } from './bag/write.ts';
import type { Composition } from './compose/compose.ts';
import type { BundlePlan, Composed } from './compose/model.ts';

const partSize = 4 * 1024 * 1024;

async function* bytesOf(bytes: Paper['bytes']): AsyncGenerator<Uint8Array> {
  yield await bytes;
}

async function* contentOf(open: () => Promise<RandomAccess>): AsyncGenerator<Uint8Array> {
  const content = await open();
  try {
    for (let at = 0; at < content.size; at += partSize)
      yield await content.read(at, Math.min(at + partSize, content.size));
  } finally {
    await content.close();
  }
}

/** What is held in memory until it is written, or is still being made. */
export interface Paper {
  readonly path: string;
  readonly bytes: Uint8Array | Promise<Uint8Array>;
}

function inMemory({ path, bytes }: Paper): BagPart {
  return { path, content: bytesOf(bytes), ...(bytes instanceof Uint8Array ? { size: bytes.length } : {}) };
}

/**
 * The payload: the PDF of each volume, drawn when its turn comes; the original of every exhibit that is not printed whole
 * (never of one with parts kept back), the custody history as data, the journal's checkpoint in the C2SP format, and
 * `more`: what proves it.
 */
export function bundleParts(
  plan: BundlePlan,
  composed: Composition,
  checkpoint: string,
  open: (index: number) => Promise<RandomAccess>,
  more: readonly Paper[],
): BagPart[] {
  const natives = new Set(composed.natives.map((native) => native.number));
  const first = new Map(
    plan.exhibits.map(({ native }, index) => [native, index]).reverse() as [string, number][],
  );
  return [
    ...composed.files.map(({ path }, volume): BagPart => ({ path, content: composed.content(volume) })),
    ...plan.exhibits.flatMap((exhibit, index): BagPart[] =>
      // An exhibit that stands in two sections travels once.
      natives.has(exhibit.number) && first.get(exhibit.native) === index
        ? [{ path: exhibit.native, content: contentOf(() => open(index)), size: exhibit.size }]
        : [],
    ),
    ...[
      { path: 'data/custody.json', bytes: Buffer.from(custodyText(plan, composed)) },
      { path: checkpointFile, bytes: Buffer.from(checkpoint) },
      ...more,
    ].map(inMemory),
  ];
}

/** Each exhibit with its hash, where it is printed, and every custody event, as JSON that a person can read too. */
function custodyText(plan: BundlePlan, { placed, natives }: Composed): string {
  const exhibits = plan.exhibits.map((exhibit) => {
    const at = placed.find((each) => each.number === exhibit.number);
    const isNative = natives.some((native) => native.number === exhibit.number);
    const { number, name, description, type, size, sha256, source, place, collectedOn, collectedBy } =
      exhibit;
    return {
      number,
      name,
      description,
      // A thing in the store has neither type nor content: what it is told by stands instead.
      ...(exhibit.object === undefined ? { type, size, sha256 } : { object: exhibit.object.facts }),
      source,
      place,
      collectedOn,
      collectedBy,
      fojas: at === undefined ? null : { from: at.from, to: at.to, volume: at.volume },
      ...(isNative ? { file: exhibit.native } : {}),
      ...(exhibit.reserved === undefined ? {} : { reserved: exhibit.reserved.grounds }),
      custody: exhibit.custody,
    };
  });
  const { caseNumber, caseTitle, title, office, exportedAt, exportedBy } = plan;
  return `${JSON.stringify({ caseNumber, caseTitle, title, office, exportedAt, exportedBy, exhibits }, null, 2)}\n`;
}
