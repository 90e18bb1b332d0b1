import type { LayoutRules, MeasuredItem } from './layout-model.ts';

/** An item, or the part of it that a volume takes. */
export interface Part {
  readonly item: number;
  readonly opens: boolean;
  readonly divider: number;
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
  readonly late: boolean;
}

export interface Draft {
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

/** What a drawn page takes beside what is placed on it, and the fonts of a volume, in bytes. */
const drawnBytes = 2_500;
const fontBytes = 120_000;

/** Greedy, volume by volume, by what was not added late. */
export function divide(
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

export function within(sides: number, parts: readonly Part[], { limits, numbering }: LayoutRules): boolean {
  const bytes = parts.reduce((sum, part) => sum + part.bytes, fontBytes + sides * drawnBytes);
  const sheets = numbering.duplex ? Math.ceil(sides / 2) : sides;
  return sides <= (limits.pages ?? sides) && sheets <= (limits.sheets ?? sheets) && bytes <= limits.bytes;
}

/** Whole sheets, where both sides are printed. */
export function padded(sides: number, rules: LayoutRules): number {
  return rules.numbering.duplex ? sides + (sides % 2) : sides;
}

export function indexPages(rows: number, rules: LayoutRules): number {
  return Math.max(1, Math.ceil(rows / rules.rowsPerPage));
}

function frontSides(draft: Draft, rows: number, rules: LayoutRules): number {
  const certificate = isFirst(draft) ? padded(1, rules) + padded(rules.certified?.own ?? 0, rules) : 0;
  return padded(1, rules) + certificate + padded(indexPages(rows, rules), rules);
}

export const isFirst = (draft: Draft): boolean => draft.master && draft.supplement === null;

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
export function addAtEnd(
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
