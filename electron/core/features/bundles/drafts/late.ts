import type { CourtProfile } from '../compose/profile.ts';
import type { Composition, Item, Section } from '../model.ts';
import type { Renumbering } from './model.ts';
import { displaced } from './order.ts';

/**
 * Marks what is new since pages were given out: it came with this version, and the court's profile says whether it gets
 * inserted numbers or a supplement. What was given out keeps the mark that it was given out with, also where it was
 * taken out in between.
 */
export function withLate(
  sections: readonly Section[],
  given: Composition | null,
  version: number,
): Section[] {
  const marks = new Map(
    (given?.sections ?? []).flatMap(({ items }) => items.map((item) => [item.exhibit, item.late] as const)),
  );
  return sections.map((section) => ({
    ...section,
    items: section.items.map((item) => {
      const late = marks.get(item.exhibit);
      if (late !== undefined) return { ...item, late };
      return { ...item, late: given === null ? null : version };
    }),
  }));
}

/**
 * What a composition does to the numbers of a version that was given out; null where every number stays. `late` is how its
 * court wants additions.
 */
export function renumbering(
  next: Composition,
  given: Composition | null,
  version: number,
  late: CourtProfile['numbering']['late'],
): Renumbering | null {
  if (given === null) return null;
  const was = exhibitsOf(given);
  const is = new Set(exhibitsOf(next));
  const removed = was.filter((exhibit) => !is.has(exhibit));
  const moved = [...displaced(was, exhibitsOf(next))];
  const sections = removed.length === 0 && moved.length === 0 && opened(next, was) !== opened(given, was);
  const profile = next.profile !== given.profile;
  const inserted = late === 'suffix' ? pushedBack(next, new Set(was)) : [];
  if (removed.length + moved.length + inserted.length === 0 && !sections && !profile) return null;
  return { version, removed, moved, inserted, sections, profile };
}

/**
 * Which of the inserted pages that were given out get other letters, because something new is inserted before them behind
 * the same number: from another section, since within one what came first keeps its place.
 */
function pushedBack(next: Composition, given: ReadonlySet<string>): string[] {
  const pushed: string[] = [];
  let fresh = false;
  for (const { items } of next.sections) {
    if (items.length === 0) continue;
    const wholly = items.every(({ late }) => late !== null);
    const before = items.some(({ exhibit }) => given.has(exhibit));
    if (wholly) fresh ||= hasSections(next) && !before;
    else if (hasSections(next)) fresh = false;
    for (const gap of gapsOf(items)) {
      if (fresh) pushed.push(...gap.late.filter((exhibit) => given.has(exhibit)));
      fresh = gap.ends ? false : fresh || gap.late.some((exhibit) => !given.has(exhibit));
    }
  }
  return pushed;
}

/** What is inserted before each exhibit that was there from the first, and behind the last. */
function gapsOf(items: readonly Item[]): { readonly late: readonly string[]; readonly ends: boolean }[] {
  const gaps: { late: string[]; ends: boolean }[] = [{ late: [], ends: false }];
  for (const { exhibit, late } of items) {
    const gap = gaps.at(-1);
    if (gap === undefined) continue;
    if (late !== null) gap.late.push(exhibit);
    else {
      gap.ends = true;
      gaps.push({ late: [], ends: false });
    }
  }
  return gaps;
}

function exhibitsOf({ sections }: Composition): string[] {
  return sections.flatMap(({ items }) => items.map(({ exhibit }) => exhibit));
}

/** Before which of these exhibits a section's page stands. */
function opened({ sections }: Pick<Composition, 'sections'>, exhibits: readonly string[]): string {
  const wanted = new Set(exhibits);
  if (!hasSections({ sections })) return '';
  return JSON.stringify(
    sections.flatMap(({ items }) => items.find(({ exhibit }) => wanted.has(exhibit))?.exhibit ?? []),
  );
}

/** Whether sections have pages of their own: the only one without a title has none. */
function hasSections({ sections }: Pick<Composition, 'sections'>): boolean {
  return sections.length > 1 || (sections[0]?.title ?? '') !== '';
}
