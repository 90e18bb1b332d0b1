import type { Kept } from '../../../../../electron/core/features/bundles/drafts/model.ts';
import type { Item, Section } from '../../../../../electron/core/features/bundles/model.ts';

/** What a person works on, before it is saved. Every change gives a new one. */
export type Sections = readonly Section[];

/** A line of the list: a section, what is in it, and the room at its end. */
export type Line =
  | { readonly kind: 'section'; readonly id: string; readonly section: Section; readonly at: number }
  | {
      readonly kind: 'item';
      readonly id: string;
      readonly item: Item;
      readonly at: number;
      readonly place: number;
    }
  | { readonly kind: 'tail'; readonly id: string; readonly at: number; readonly empty: boolean };

export function linesOf(sections: Sections): Line[] {
  return sections.flatMap((section, at): Line[] => [
    { kind: 'section', id: section.id, section, at },
    ...section.items.map((item, place): Line => ({ kind: 'item', id: item.id, item, at, place })),
    { kind: 'tail', id: `tail-${section.id}`, at, empty: section.items.length === 0 },
  ]);
}

export function exhibitsIn(sections: Sections): string[] {
  return sections.flatMap(({ items }) => items.map(({ exhibit }) => exhibit));
}

function withItems(
  sections: Sections,
  at: number,
  change: (items: readonly Item[]) => readonly Item[],
): Sections {
  return sections.map((section, index) =>
    index === at ? { ...section, items: change(section.items) } : section,
  );
}

/** Adds exhibits that it does not have yet at the end of a section; the first exhibits of all make the first section. */
export function withExhibits(sections: Sections, exhibits: readonly string[], at: number): Sections {
  const has = new Set(exhibitsIn(sections));
  const items = exhibits.filter((exhibit) => !has.has(exhibit)).map(itemOf);
  if (items.length === 0) return sections;
  if (sections.length === 0) return [sectionOf('', items)];
  return withItems(sections, Math.min(at, sections.length - 1), (before) => [...before, ...items]);
}

/** A section at the end, with those of the exhibits that are not in the bundle yet. */
export function withSection(sections: Sections, title: string, exhibits: readonly string[] = []): Sections {
  const has = new Set(exhibitsIn(sections));
  return [...sections, sectionOf(title, exhibits.filter((exhibit) => !has.has(exhibit)).map(itemOf))];
}

const itemOf = (exhibit: string): Item => ({ id: crypto.randomUUID(), exhibit, title: '', late: null });
const sectionOf = (title: string, items: readonly Item[]): Section => ({
  id: crypto.randomUUID(),
  title,
  items,
});

export function withoutItems(sections: Sections, ids: readonly string[]): Sections {
  const gone = new Set(ids);
  return sections.map((section) => ({ ...section, items: section.items.filter(({ id }) => !gone.has(id)) }));
}

/** A section that goes leaves what is in it to the one before it, or after it where it was the first. */
export function withoutSection(sections: Sections, id: string): Sections {
  const at = sections.findIndex((section) => section.id === id);
  const gone = sections[at];
  if (gone === undefined) return sections;
  const rest = sections.filter((section) => section.id !== id);
  if (gone.items.length === 0) return rest;
  if (rest.length === 0) return sections;
  return at === 0
    ? withItems(rest, 0, (items) => [...gone.items, ...items])
    : withItems(rest, at - 1, (items) => [...items, ...gone.items]);
}

export function titled(sections: Sections, id: string, title: string): Sections {
  return sections.map((section) =>
    section.id === id
      ? { ...section, title }
      : { ...section, items: section.items.map((item) => (item.id === id ? { ...item, title } : item)) },
  );
}

/** Where a line stands: its section, and its place in it. */
export interface Place {
  readonly at: number;
  readonly place: number;
}

/** Puts an item where another stands now, or at a section's end. */
export function movedItem(sections: Sections, id: string, to: Place): Sections {
  const from = placeOf(sections, id);
  const item = from === null ? undefined : sections[from.at]?.items[from.place];
  if (from === null || item === undefined || sections[to.at] === undefined) return sections;
  const down = from.at === to.at && from.place < to.place ? 1 : 0;
  return withItems(withoutItems(sections, [id]), to.at, (items) =>
    items.toSpliced(Math.max(0, to.place - down), 0, item),
  );
}

export function placeOf(sections: Sections, id: string): Place | null {
  for (const [at, { items }] of sections.entries()) {
    const place = items.findIndex((item) => item.id === id);
    if (place >= 0) return { at, place };
  }
  return null;
}

/** One place up or down, over the edge of a section into the next. */
export function stepped(sections: Sections, id: string, step: 1 | -1): Sections {
  const from = placeOf(sections, id);
  if (from === null) return sections;
  const last = (sections[from.at]?.items.length ?? 0) - 1;
  if (step === 1)
    return from.place < last
      ? movedItem(sections, id, { at: from.at, place: from.place + 2 })
      : movedItem(sections, id, { at: from.at + 1, place: 0 });
  if (from.place > 0) return movedItem(sections, id, { at: from.at, place: from.place - 1 });
  return movedItem(sections, id, { at: from.at - 1, place: sections[from.at - 1]?.items.length ?? 0 });
}

/** Into the section before or after, at its end. */
export function leapt(sections: Sections, id: string, step: 1 | -1): Sections {
  const from = placeOf(sections, id);
  if (from === null) return sections;
  const at = from.at + step;
  return movedItem(sections, id, { at, place: sections[at]?.items.length ?? 0 });
}

export function movedSection(sections: Sections, id: string, to: number): Sections {
  const section = sections.find((each) => each.id === id);
  if (section === undefined || to < 0 || to >= sections.length) return sections;
  return sections.filter((each) => each.id !== id).toSpliced(to, 0, section);
}

/** Whether two differ in anything that a person decides: marks of late additions follow from the rest. */
export function isSame(one: Kept, other: Kept): boolean {
  return essence(one) === essence(other);
}

function essence({ name, purpose, composition }: Kept): string {
  const { profile, audience, recipient, sections } = composition;
  return JSON.stringify([
    [name, purpose, profile, audience, recipient],
    sections.map(({ id, title, items }) => [id, title, items.map((item) => [item.exhibit, item.title])]),
  ]);
}
