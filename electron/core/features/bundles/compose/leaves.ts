import { type Draft, indexPages, isFirst, type Part, padded } from './divide.ts';
import type { LayoutRules, Leaf, MeasuredItem, Row } from './layout-model.ts';

interface Grown {
  readonly leaves: Leaf[];
  readonly late: boolean[];
}

export function withSections(
  items: readonly MeasuredItem[],
  rows: readonly Row[],
  rules: LayoutRules,
): Row[] {
  if (!rules.sections) return [...rows];
  let current: number | undefined;
  return rows.flatMap((row): Row[] => {
    const section = row.kind === 'item' ? items[row.item]?.section : undefined;
    if (section === undefined || section === current) return [row];
    current = section;
    return [{ kind: 'section', section }, row];
  });
}

interface Growing {
  readonly volume: number;
  readonly own: Row[];
  readonly added: Row[];
  /** Sections that have had their page. */
  readonly seen: Set<number>;
}

/** The leaves of one volume, and which of them are late. */
export function grow(
  items: readonly MeasuredItem[],
  draft: Draft,
  { volume, own, added, seen }: Growing,
  drafts: readonly Draft[],
  rules: LayoutRules,
): Grown {
  const leaves: Leaf[] = [];
  const late: boolean[] = [];
  const put = (group: readonly Leaf[], isLateGroup: boolean | readonly boolean[]): void => {
    group.forEach((leaf, at) => {
      leaves.push(leaf);
      late.push(typeof isLateGroup === 'boolean' ? isLateGroup : isLateGroup[at] === true);
    });
    if (rules.numbering.duplex && leaves.length % 2 === 1) {
      leaves.push({ kind: 'blank' });
      late.push(late.at(-1) === true);
    }
  };
  put([{ kind: 'cover' }], false);
  if (isFirst(draft)) put([{ kind: 'certificate', page: 0 }], false);
  putIndex(put, draft, frontRows(items, draft, drafts, rules), rules);
  if (isFirst(draft)) putCertified(put, rules);
  if (rules.sections && draft.supplement !== null) seen.clear();
  for (const [at, part] of draft.parts.entries()) {
    const atEnd = draft.lateFrom !== null && at >= draft.lateFrom;
    if (at === draft.lateFrom) {
      const pages = indexPages(draft.parts.length - at, rules);
      put(
        Array.from({ length: pages }, (_, page) => ({ kind: 'index', index: 1, page })),
        false,
      );
    }
    const section = items[part.item]?.section ?? 0;
    if (rules.sections && !atEnd && part.opens && !seen.has(section)) {
      seen.add(section);
      const wholly = items.every((item) => item.section !== section || item.late !== null);
      put([{ kind: 'section', section }], wholly && rules.numbering.late === 'suffix');
    }
    const first = leaves.length;
    put(leavesOf(part), part.late);
    const row: Row = {
      kind: 'item',
      item: part.item,
      volume,
      first,
      last: lastWritten(leaves),
      continued: !part.opens,
    };
    (atEnd ? added : own).push(row);
  }
  return { leaves, late };
}

function lastWritten(leaves: readonly Leaf[]): number {
  return leaves.at(-1)?.kind === 'blank' ? leaves.length - 2 : leaves.length - 1;
}

function leavesOf(part: Part): Leaf[] {
  const { item, divider, from, to } = part;
  return [
    ...Array.from({ length: divider }, (_, page): Leaf => ({ kind: 'divider', item, page })),
    ...Array.from({ length: to - from }, (_, at): Leaf => ({ kind: 'content', item, page: from + at })),
  ];
}

/** Whether a master index lists a volume: what was added behind all others has its own. */
export function isListed(each: Draft | undefined, master: Draft): boolean {
  return each?.supplement === master.supplement && !each.added;
}

/** How many rows the front's index has, sections among them, late ones included. */
function frontRows(
  items: readonly MeasuredItem[],
  draft: Draft,
  drafts: readonly Draft[],
  rules: LayoutRules,
): number {
  const listed = draft.master ? drafts.filter((each) => isListed(each, draft)) : [draft];
  const parts = listed.flatMap((each) => each.parts.slice(0, each.lateFrom ?? each.parts.length));
  if (!rules.sections) return parts.length;
  let current: number | undefined;
  let heads = 0;
  for (const part of parts) {
    const section = items[part.item]?.section;
    if (section !== current) heads += 1;
    current = section;
  }
  return parts.length + heads;
}

/** The certificate's list grows with what is added late, and takes no number of others. */
function putCertified(
  put: (group: readonly Leaf[], late: readonly boolean[]) => void,
  { certified = { own: 0, all: 0 }, ...rules }: LayoutRules,
): void {
  const pages = Array.from(
    { length: certified.all },
    (_, at): Leaf => ({ kind: 'certificate', page: at + 1 }),
  );
  put(
    pages,
    pages.map((_, at) => at >= padded(certified.own, rules)),
  );
}

/** Index pages that late rows make necessary take no number of others. */
function putIndex(
  put: (group: readonly Leaf[], late: readonly boolean[]) => void,
  draft: Draft,
  rows: number,
  rules: LayoutRules,
): void {
  const pages = Math.max(draft.indexPages, indexPages(rows, rules));
  const own = padded(draft.indexPages, rules);
  const all = Array.from({ length: pages }, (_, page): Leaf => ({ kind: 'index', index: 0, page }));
  put(
    all,
    all.map((_, page) => page >= own),
  );
}
