import { CustodiaError } from '../../../api/errors.ts';
import { papers } from '../../../paper/sheet.ts';
import { loadWords } from '../../../paper/words.ts';
import { certifiedPages } from './certificate-size.ts';
import { type Engine, type Hooks, SourceBroken, type Supplier, startEngine } from './engine.ts';
import { filesOf } from './file-names.ts';
import { rowsPerPage } from './index-size.ts';
import { layOut } from './layout.ts';
import type { Row, Volume } from './layout-model.ts';
import { type Memory, remember, rememberedOf } from './memory.ts';
import type {
  BundlePlan,
  Composed,
  Known,
  Layout,
  Measured,
  Native,
  NativeReason,
  Picture,
  Placed,
} from './model.ts';

/** What the engine's memory takes in one volume, whatever the court allows: the finished file is in it three times. */
const mostInVolume = 64_000_000;

/** A bundle that is decided page by page, and drawn volume by volume as it is written. */
export interface Composition extends Composed {
  /** The finished PDF of a volume, piece by piece. Throws `SourceBroken` where an exhibit cannot be drawn after all. */
  content(volume: number): AsyncGenerator<Uint8Array>;
  /** One leaf of a volume as a picture, drawn as its volume would be. Throws `SourceBroken` as `content` does. */
  show(volume: number, leaf: number): Promise<Picture>;
  /** Ends the process that draws; what is asked for afterwards starts another. */
  close(): void;
}

/** A volume came out over the court's limit, and can be divided. */
export class VolumeTooLarge extends Error {
  /** How many times the limit it is. */
  readonly times: number;
  /** The exhibits in it, by their place. */
  readonly items: readonly number[];

  constructor(times: number, items: readonly number[]) {
    super(`a volume is ${times} times as large as the court takes`);
    this.times = times;
    this.items = items;
  }
}

/** What is known from an earlier try. */
export interface Before {
  readonly measured?: readonly Measured[] | undefined;
  /** By how much an exhibit's pages take more bytes than its file, by its place. */
  readonly heavier: ReadonlyMap<number, number>;
  /** What sources were found to be before, also by other bundles. */
  readonly memory?: Memory | undefined;
  /** Whether a volume that is too large is to be given as it is. */
  readonly asItIs: boolean;
}

/**
 * Reads every exhibit in a process of its own and decides which page stands where. A file that takes the process down
 * is treated as one that cannot be read: by the plan the export stops and names it (`bundle.sourceUnreadable`), or it
 * travels as a native file. `known` says which are known to be unreadable already, and grows; what `memory` has of a source
 * is not read again to be measured.
 *
 * Where a volume comes out over the court's limit, drawing it throws `VolumeTooLarge`: `before` takes what was learned
 * into the next try.
 *
 * @throws `bundle.sourceUnreadable` (params `number`, `name`), `call.cancelled`
 */
export async function composeBundle(
  plan: BundlePlan,
  supply: Supplier,
  hooks: Hooks,
  known: Record<number, NativeReason> = {},
  before: Before = { heavier: new Map(), asItIs: true },
): Promise<Composition> {
  const { engine, measured } =
    before.measured === undefined
      ? await measure(plan, supply, hooks, known, before.memory ?? new Map())
      : { engine: undefined, measured: before.measured };
  measured.forEach(({ reason }, index) => {
    if (reason !== null) requireAllowed(plan, index, reason);
  });
  const layout = layoutOf(plan, measured, before.heavier);
  let first: Engine | undefined = engine;
  if (layout.volumes.length > 1) {
    engine?.close();
    first = undefined;
  }
  let current: Engine | undefined = first;
  return {
    ...composedOf(plan, layout),
    content: async function* (volume) {
      current = first ?? startEngine(plan, supply, hooks);
      first = undefined;
      try {
        yield* current.draw(layout, volume, (bytes) => {
          if (!before.asItIs) requireWithin(plan, layout.volumes[volume], bytes);
        });
      } finally {
        current.close();
      }
    },
    show: async (volume, leaf) => {
      const engine = current ?? startEngine(plan, supply, hooks);
      [first, current] = [undefined, engine];
      try {
        return await engine.show(layout, volume, leaf);
      } catch (error) {
        engine.close();
        current = undefined;
        throw error;
      }
    },
    close: () => {
      current?.close();
      [first, current] = [undefined, undefined];
    },
  };
}

/** Stops where a source could not be read and the clerk has not decided that it may travel without pages. */
export function requireAllowed(
  { exhibits, unreadable }: BundlePlan,
  index: number,
  reason: NativeReason,
): void {
  if (unreadable !== 'stop' || ['kind', 'empty', 'more', 'reserved'].includes(reason)) return;
  const { number = '', name = '' } = exhibits[index] ?? {};
  throw new CustodiaError('bundle.sourceUnreadable', { number, name });
}

async function measure(
  plan: BundlePlan,
  supply: Supplier,
  hooks: Hooks,
  known: Record<number, NativeReason>,
  memory: Memory,
): Promise<{ engine: Engine; measured: readonly Measured[] }> {
  for (;;) {
    const engine = startEngine(plan, supply, hooks);
    try {
      const measured = await engine.measure({ ...known } satisfies Known, rememberedOf(memory, plan));
      remember(memory, plan, measured);
      return { engine, measured };
    } catch (error) {
      engine.close();
      if (!(error instanceof SourceBroken) || known[error.index] !== undefined) throw error;
      requireAllowed(plan, error.index, error.reason);
      known[error.index] = error.reason;
    }
  }
}

function requireWithin({ profile }: BundlePlan, volume: Volume | undefined, bytes: number): void {
  const most = profile.volume.bytes;
  if (most === null || bytes <= most || volume === undefined) return;
  const content = volume.leaves.flatMap((leaf) => ('item' in leaf ? [leaf] : []));
  const items = [...new Set(content.map(({ item }) => item))];
  const pages = content.filter(({ kind }) => kind === 'content');
  // One page, or one exhibit that has none: there is nothing left to divide.
  if (items.length > 1 || pages.length > 1) throw new VolumeTooLarge(bytes / most, items);
}

function layoutOf(plan: BundlePlan, measured: readonly Measured[], heavier: Before['heavier']): Layout {
  const { profile, exhibits, sections } = plan;
  const paper = papers[profile.paper];
  const bytes = profile.volume.bytes ?? mostInVolume;
  const volumes = layOut(
    measured.map(({ divider, pages, bytes: size }, index) => {
      const { section = 0, late = null } = exhibits[index] ?? {};
      return { section, late, divider, pages, bytes: size * (heavier.get(index) ?? 1) };
    }),
    {
      numbering: profile.numbering,
      limits: {
        pages: profile.volume.pages,
        sheets: profile.volume.sheets,
        bytes: Math.min(bytes, mostInVolume),
      },
      rowsPerPage: rowsPerPage(paper),
      certified: certifiedPages(plan, paper),
      sections: sections.length > 1 || (sections[0] ?? '') !== '',
      verso: loadWords('bundle', plan)('verso'),
    },
  );
  requireAll(volumes, measured);
  const files = filesOf(profile, volumes).map((file, at) => ({
    ...file,
    archival: foreignIn(volumes[at]).every((item) => measured[item]?.archival === true),
  }));
  return { measured, volumes, files };
}

/** The exhibits whose own pages stand in a volume, by their place. */
function foreignIn(volume: Volume | undefined): number[] {
  const content = volume?.leaves.flatMap((leaf) => (leaf.kind === 'content' ? [leaf.item] : [])) ?? [];
  return [...new Set(content)];
}

/** Pages out are pages in, each once, and what the bundle adds: another count is a defect, and no bundle is made of it. */
function requireAll(volumes: readonly Volume[], measured: readonly Measured[]): void {
  const printed = new Set<string>();
  let count = 0;
  for (const leaf of volumes.flatMap(({ leaves }) => leaves)) {
    if (leaf.kind !== 'content') continue;
    count += 1;
    printed.add(`${leaf.item} ${leaf.page}`);
  }
  const expected = measured.reduce((sum, { pages }) => sum + pages, 0);
  if (count !== expected || printed.size !== expected)
    throw new Error(`${count} pages of exhibits were laid out where there are ${expected}`);
}

type ItemRow = Extract<Row, { kind: 'item' }>;

function composedOf(plan: BundlePlan, layout: Layout): Composed {
  const { measured, volumes } = layout;
  const rowsOf = new Map<number, ItemRow[]>();
  volumes.forEach(({ indexes }, at) => {
    for (const row of indexes.flat()) {
      // The master index names those of the other volumes too, which have a row of their own.
      if (row.kind === 'item' && row.volume === at)
        rowsOf.set(row.item, [...(rowsOf.get(row.item) ?? []), row]);
    }
  });
  const placed = plan.exhibits.flatMap(({ number }, item): Placed[] => {
    const rows = rowsOf.get(item) ?? [];
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [
      {
        number,
        from: volumes[first.volume]?.labels[first.first] ?? '',
        to: volumes[last.volume]?.labels[last.last] ?? '',
        pages: measured[item]?.pages ?? 0,
        volume: first.volume + 1,
      },
    ];
  });
  const unprinted = plan.exhibits.flatMap(({ number, name, reserved }, item) => {
    const reason = measured[item]?.reason ?? null;
    return reason === null ? [] : [{ number, name, reason, kept: reserved !== undefined }];
  });
  const list = (wanted: typeof unprinted): Native[] =>
    wanted.map(({ number, name, reason }) => ({ number, name, reason }));
  return {
    ...layout,
    pages: volumes.reduce((sum, { leaves }) => sum + leaves.length, 0),
    placed,
    natives: list(unprinted.filter((each) => !each.kept)),
    withheld: list(unprinted.filter((each) => each.kept && each.reason !== 'more')),
    repaired: plan.exhibits.flatMap(({ number }, item) =>
      measured[item]?.repaired === true ? [number] : [],
    ),
    reduced: plan.exhibits.flatMap(({ number }, item) => (measured[item]?.reduced === true ? [number] : [])),
    notArchival: [...new Set(volumes.flatMap(foreignIn))]
      .filter((item) => measured[item]?.archival !== true)
      .map((item) => plan.exhibits[item]?.number ?? ''),
  };
}
