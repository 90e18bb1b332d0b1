import { numberSides } from './numbering.ts';
import type { CourtProfile } from './profile.ts';

/** What is known of an item before anything is drawn. */
export interface MeasuredItem {
  readonly section: number;
  /** The version it was added with, after numbers had been given out. */
  readonly late: number | null;
  /** Pages that its divider takes, and pages of its own. */
  readonly divider: number;
  readonly pages: number;
  /** About how many bytes its pages take. */
  readonly bytes: number;
}

/** One printed side and what is on it. */
export type Leaf =
  | { readonly kind: 'cover' | 'blank' }
  | { readonly kind: 'certificate'; readonly page: number }
  | { readonly kind: 'index'; readonly index: number; readonly page: number }
  | { readonly kind: 'section'; readonly section: number }
  | { readonly kind: 'divider' | 'content'; readonly item: number; readonly page: number };

/** A row of an index: a section's title, or an item and where it stands. */
export type Row =
  | { readonly kind: 'section'; readonly section: number }
  | {
      readonly kind: 'item';
      readonly item: number;
      readonly volume: number;
      /** Leaves of that volume. */
      readonly first: number;
      readonly last: number;
      /** Not its beginning: an item larger than a volume goes on in the next. */
      readonly continued: boolean;
    };

export interface Volume {
  readonly leaves: readonly Leaf[];
  /** As printed on each leaf. */
  readonly labels: readonly string[];
  /** The front's index, and that of late additions where these come at the end. */
  readonly indexes: readonly (readonly Row[])[];
  /** The version of a supplement; null for the bundle itself. */
  readonly supplement: number | null;
  /** Over a limit of the court because one page or what was added later takes more. */
  readonly over: boolean;
}

export interface LayoutRules {
  readonly numbering: CourtProfile['numbering'];
  readonly limits: { readonly pages: number | null; readonly sheets: number | null; readonly bytes: number };
  readonly rowsPerPage: number;
  /** Pages of the certificate's list, behind the index, without what was added late and with it. */
  readonly certified?: { readonly own: number; readonly all: number };
  /** Whether each section has a page of its own and a row in the index. */
  readonly sections: boolean;
  readonly verso: string;
}

/** An item, or the part of it that a volume takes. */
interface Part {
  readonly item: number;
  readonly opens: boolean;
  readonly divider: number;
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
  readonly late: boolean;
}

/** What a drawn page takes beside what is placed on it, and the fonts of a volume, in bytes. */
const drawnBytes = 2_500;
const fontBytes = 120_000;

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

interface Draft {
  readonly parts: Part[];
  readonly supplement: number | null;
  /** Pages of the front's index without what was added late, and with it. */
  indexPages: number;
  /** Whether its first index lists the whole. */
  readonly master: boolean;
  /** A volume of late additions behind all others. */
  readonly added: boolean;
  /** From this part on the volume holds late additions at the end. */
  lateFrom: number | null;
}

/** Greedy, volume by volume, by what was not added late. */
function divide(
  items: readonly MeasuredItem[],
  order: readonly number[],
  rules: LayoutRules,
  supplement: number | null = null,
): Draft[] {
  // The master index lists every part, and how many parts there are depends on the room that it leaves.
  let rows = order.length;
  for (;;) {
    const drafts = fill(items, order, rules, { supplement, rows });
    const parts = drafts.reduce((sum, draft) => sum + draft.parts.length, 0);
    if (parts <= rows) return drafts;
    rows = parts;
  }
}

function fill(
  items: readonly MeasuredItem[],
  order: readonly number[],
  rules: LayoutRules,
  of: { readonly supplement: number | null; readonly rows: number },
): Draft[] {
  const drafts: Draft[] = [];
  const open = (): Draft => {
    const draft: Draft = {
      parts: [],
      supplement: of.supplement,
      indexPages: 0,
      master: drafts.length === 0,
      added: false,
      lateFrom: null,
    };
    drafts.push(draft);
    return draft;
  };
  let draft = open();
  const mainRows = of.rows - order.filter((item) => isLate(items, item, of.supplement)).length;
  const fits = (parts: readonly Part[]): boolean => {
    const counted = parts.filter((part) => !part.late);
    const own = draft.master ? mainRows : counted.length;
    const sides =
      frontSides(draft, rowsWith(items, counted, own, rules), rules) + sidesOf(items, counted, rules);
    return within(sides, counted, rules);
  };
  for (const item of order) {
    for (let rest: Part | null = wholeOf(items, item, of.supplement); rest !== null; ) {
      if (rest.late || fits([...draft.parts, rest])) {
        draft.parts.push(rest);
        break;
      }
      if (draft.parts.some((part) => !part.late)) {
        draft = open();
        continue;
      }
      const taken = largestThat(fits, draft.parts, rest);
      draft.parts.push(taken);
      rest = remainder(rest, taken);
      if (rest !== null) draft = open();
    }
  }
  for (const each of drafts) {
    const counted = each.parts.filter((part) => !part.late);
    each.indexPages = indexPages(
      rowsWith(items, counted, each.master ? mainRows : counted.length, rules),
      rules,
    );
  }
  return drafts;
}

function isLate(items: readonly MeasuredItem[], item: number, supplement: number | null): boolean {
  return supplement === null && items[item]?.late !== null;
}

function wholeOf(items: readonly MeasuredItem[], item: number, supplement: number | null): Part {
  const { divider = 0, pages = 0, bytes = 0 } = items[item] ?? {};
  return { item, opens: true, divider, from: 0, to: pages, bytes, late: isLate(items, item, supplement) };
}

/** The most of an item's pages that an empty volume takes: at least one, whatever the limit. */
function largestThat(fits: (parts: readonly Part[]) => boolean, before: readonly Part[], rest: Part): Part {
  const each = rest.bytes / Math.max(1, rest.to - rest.from);
  const upTo = (to: number): Part => ({ ...rest, to, bytes: each * (to - rest.from) });
  let [low, high] = [Math.min(rest.to, rest.from + 1), rest.to];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits([...before, upTo(middle)])) low = middle;
    else high = middle - 1;
  }
  return upTo(low);
}

function remainder(rest: Part, taken: Part): Part | null {
  if (taken.to >= rest.to) return null;
  return { ...rest, opens: false, divider: 0, from: taken.to, bytes: rest.bytes - taken.bytes };
}

function within(sides: number, parts: readonly Part[], { limits, numbering }: LayoutRules): boolean {
  const bytes = parts.reduce((sum, part) => sum + part.bytes, fontBytes + sides * drawnBytes);
  const sheets = numbering.duplex ? Math.ceil(sides / 2) : sides;
  return sides <= (limits.pages ?? sides) && sheets <= (limits.sheets ?? sheets) && bytes <= limits.bytes;
}

/** Whole sheets, where both sides are printed. */
function padded(sides: number, rules: LayoutRules): number {
  return rules.numbering.duplex ? sides + (sides % 2) : sides;
}

function indexPages(rows: number, rules: LayoutRules): number {
  return Math.max(1, Math.ceil(rows / rules.rowsPerPage));
}

function frontSides(draft: Draft, rows: number, rules: LayoutRules): number {
  const certificate = isFirst(draft) ? padded(1, rules) + padded(rules.certified?.own ?? 0, rules) : 0;
  return padded(1, rules) + certificate + padded(indexPages(rows, rules), rules);
}

const isFirst = (draft: Draft): boolean => draft.master && draft.supplement === null;

function sectionsOf(items: readonly MeasuredItem[], parts: readonly Part[]): number {
  return new Set(parts.map((part) => items[part.item]?.section)).size;
}

/** Rows with those of the sections. The master index has every section, a volume's own those it has. */
function rowsWith(
  items: readonly MeasuredItem[],
  parts: readonly Part[],
  rows: number,
  rules: LayoutRules,
): number {
  if (!rules.sections) return rows;
  if (rows === parts.length) return rows + sectionsOf(items, parts);
  return rows + new Set(items.filter((item) => item.late === null).map((item) => item.section)).size;
}

function sidesOf(items: readonly MeasuredItem[], parts: readonly Part[], rules: LayoutRules): number {
  const opening = rules.sections
    ? sectionsOf(
        items,
        parts.filter((part) => part.opens),
      )
    : 0;
  return parts.reduce(
    (sum, part) => sum + padded(part.divider + part.to - part.from, rules),
    opening * padded(1, rules),
  );
}

/** Late additions behind everything, in the last volume while it has room, with an index of their own. */
function addAtEnd(
  items: readonly MeasuredItem[],
  order: readonly number[],
  rules: LayoutRules,
  drafts: Draft[],
): void {
  // By themselves they are as much a bundle as the first: no other number depends on theirs.
  const added = divide(items, order, rules, -1);
  const last = drafts.at(-1);
  const [first] = added;
  if (last === undefined || first === undefined) return;
  const together = [...last.parts, ...first.parts];
  const sides =
    frontSides(last, last.indexPages * rules.rowsPerPage, rules) +
    sidesOf(items, together, rules) +
    padded(indexPages(order.length, rules), rules);
  if (added.length === 1 && within(sides, together, rules)) {
    last.lateFrom = last.parts.length;
    last.parts.push(...first.parts);
    return;
  }
  drafts.push(...added.map((draft) => ({ ...draft, supplement: null, master: false, added: true })));
}

interface Grown {
  readonly leaves: Leaf[];
  readonly late: boolean[];
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

function withSections(items: readonly MeasuredItem[], rows: readonly Row[], rules: LayoutRules): Row[] {
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
function grow(
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
function isListed(each: Draft | undefined, master: Draft): boolean {
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
