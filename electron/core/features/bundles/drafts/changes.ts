import type { Item, Section } from '../model.ts';
import type { Change, Kept } from './model.ts';
import { displaced } from './order.ts';

/** What a newer version has that an older had not, in the order of its pages; what only the older had comes last. */
export function changesBetween(older: Kept, newer: Kept): Change[] {
  return [...settings(older, newer), ...sectionChanges(older, newer), ...itemChanges(older, newer)];
}

function settings(older: Kept, newer: Kept): Change[] {
  const [was, is] = [older.composition, newer.composition];
  const changes: Change[] = [
    { what: 'name', from: older.name, to: newer.name },
    { what: 'purpose', from: older.purpose, to: newer.purpose },
    { what: 'profile', from: was.profile, to: is.profile },
    { what: 'audience', from: was.audience, to: is.audience },
    { what: 'recipient', from: was.recipient, to: is.recipient },
  ];
  return changes.filter((change) => 'from' in change && change.from !== change.to);
}

function sectionChanges(older: Kept, newer: Kept): Change[] {
  const [was, is] = [older.composition.sections, newer.composition.sections];
  const before = new Map(was.map((section) => [section.id, section]));
  const after = new Set(is.map(({ id }) => id));
  const moved = displaced(
    was.map(({ id }) => id),
    is.map(({ id }) => id),
  );
  return [
    ...is.flatMap(({ id, title }): Change[] => {
      const old = before.get(id);
      if (old === undefined) return [{ what: 'sectionAdded', section: title }];
      return [
        ...(old.title === title
          ? []
          : [{ what: 'sectionRenamed', from: old.title, to: title } satisfies Change]),
        ...(moved.has(id) ? [{ what: 'sectionMoved', section: title } satisfies Change] : []),
      ];
    }),
    ...was.flatMap(({ id, title }): Change[] =>
      after.has(id) ? [] : [{ what: 'sectionRemoved', section: title }],
    ),
  ];
}

interface Placed {
  readonly item: Item;
  readonly section: Section;
}

function placesIn({ composition }: Kept): Map<string, Placed> {
  return new Map(
    composition.sections.flatMap((section) =>
      section.items.map((item) => [item.exhibit, { item, section }] as const),
    ),
  );
}

function itemChanges(older: Kept, newer: Kept): Change[] {
  const [before, after] = [placesIn(older), placesIn(newer)];
  const moved = movedBetween(before, newer);
  return [
    ...[...after].flatMap(([exhibit, { item, section }]): Change[] => {
      const old = before.get(exhibit);
      if (old === undefined) return [{ what: 'added', exhibit, section: section.title, late: item.late }];
      return [
        ...(moved.has(exhibit)
          ? [{ what: 'moved', exhibit, from: old.section.title, to: section.title } satisfies Change]
          : []),
        ...(old.item.title === item.title
          ? []
          : [{ what: 'retitled', exhibit, from: old.item.title, to: item.title } satisfies Change]),
      ];
    }),
    ...[...before].flatMap(([exhibit, { section }]): Change[] =>
      after.has(exhibit) ? [] : [{ what: 'removed', exhibit, section: section.title }],
    ),
  ];
}

/** Into another section, or to another place among those that stayed in theirs: a section that moves takes its own along. */
function movedBetween(before: ReadonlyMap<string, Placed>, newer: Kept): Set<string> {
  const moved = new Set<string>();
  for (const section of newer.composition.sections) {
    const stayed: string[] = [];
    for (const { exhibit } of section.items) {
      const old = before.get(exhibit);
      if (old === undefined) continue;
      if (old.section.id === section.id) stayed.push(exhibit);
      else moved.add(exhibit);
    }
    const was = [...before].flatMap(([exhibit, place]) => (place.section.id === section.id ? [exhibit] : []));
    for (const exhibit of displaced(was, stayed)) moved.add(exhibit);
  }
  return moved;
}
