import { addAtEnd, type Draft, divide, within } from './divide.ts';
import type { LayoutRules, Leaf, MeasuredItem, Row, Volume } from './layout-model.ts';
import { grow, isListed, withSections } from './leaves.ts';
import { numberSides } from './numbering.ts';

/**
 * Which page stands where and what its number is: volumes within the limits, an item never divided unless it is larger
 * than a volume. What was added late changes no number that was given out, and moves nothing into another volume.
 */
export function layOut(items: readonly MeasuredItem[], rules: LayoutRules): Volume[] {
  const { late } = rules.numbering;
  const main = [...items.keys()].filter((item) => late === 'suffix' || items[item]?.late === null);
  const later = [...items.keys()].filter((item) => !main.includes(item));
  const drafts = divide(items, inOrder(items, main), rules);
  if (late === 'end' && later.length > 0) addAtEnd(items, byVersion(items, later), rules, drafts);
  if (late === 'supplement') {
    const versions = [...new Set(later.map((item) => items[item]?.late ?? 0))].sort((a, b) => a - b);
    for (const version of versions) {
      const own = later.filter((item) => items[item]?.late === version);
      drafts.push(...divide(items, own, rules, version));
    }
  }
  return finish(items, drafts, rules);
}

function byVersion(items: readonly MeasuredItem[], order: readonly number[]): number[] {
  return order.toSorted((a, b) => (items[a]?.late ?? 0) - (items[b]?.late ?? 0) || a - b);
}

/** Between two items that were there before, what came first keeps its place before what came later. */
function inOrder(items: readonly MeasuredItem[], order: readonly number[]): number[] {
  const sorted: number[] = [];
  let gap: number[] = [];
  const close = (): void => {
    sorted.push(...byVersion(items, gap));
    gap = [];
  };
  for (const item of order) {
    const before = gap.at(-1);
    const sameSection = before === undefined || items[before]?.section === items[item]?.section;
    if (items[item]?.late === null || !sameSection) close();
    if (items[item]?.late === null) sorted.push(item);
    else gap.push(item);
  }
  close();
  return sorted;
}

function finish(items: readonly MeasuredItem[], drafts: readonly Draft[], rules: LayoutRules): Volume[] {
  const rows: { readonly own: Row[]; readonly added: Row[] }[] = [];
  const seen = new Set<number>();
  const grown = drafts.map((draft, volume) => {
    const own: Row[] = [];
    const added: Row[] = [];
    rows.push({ own, added });
    return grow(items, draft, { volume, own, added, seen }, drafts, rules);
  });
  const indexes = drafts.map((draft, volume) => {
    const { own = [], added = [] } = rows[volume] ?? {};
    if (!draft.master) return added.length > 0 ? [own, added] : [own];
    const all = rows.filter((_, at) => isListed(drafts[at], draft)).flatMap((each) => each.own);
    const whole = withSections(items, all, rules);
    return added.length > 0 ? [whole, added] : [whole];
  });
  const labels = numberSides(
    grown.map(({ leaves, late }, volume) => ({
      restart: restarts(drafts, volume, rules),
      sides: leaves.map((leaf, at) => ({
        late: late[at] === true,
        numbered: rules.numbering.cover || !isCover(leaves, at, leaf),
      })),
    })),
    { ...rules.numbering, verso: rules.verso },
  );
  return grown.map(({ leaves }, volume) => {
    const draft = drafts[volume];
    return {
      leaves,
      labels: labels[volume] ?? [],
      indexes: (indexes[volume] ?? []).map((own, at) =>
        at === 0 && draft?.master !== true ? withSections(items, own, rules) : own,
      ),
      supplement: draft?.supplement ?? null,
      over: !within(leaves.length, draft?.parts ?? [], rules),
    };
  });
}

/** The cover, and the blank on its back. */
function isCover(leaves: readonly Leaf[], at: number, leaf: Leaf): boolean {
  return leaf.kind === 'cover' || (leaf.kind === 'blank' && at === 1 && leaves[0]?.kind === 'cover');
}

function restarts(drafts: readonly Draft[], volume: number, { numbering }: LayoutRules): boolean {
  const [before, here] = [drafts[volume - 1], drafts[volume]];
  return numbering.restart === 'perVolume' || before?.supplement !== here?.supplement;
}
