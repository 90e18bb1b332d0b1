import { randomUUID } from 'node:crypto';
import { CustodiaError } from '../../../api/errors.ts';
import type { Item, Section } from '../model.ts';
import type { Edit, Kept } from './model.ts';

/** A kept bundle after one thing was done to it. Refuses what cannot be done. */
export function edited(kept: Kept, edit: Edit): Kept {
  const { composition } = kept;
  if (edit.do === 'set') {
    const { name = kept.name, purpose = kept.purpose } = edit;
    const { profile = composition.profile, audience = composition.audience } = edit;
    const { recipient = composition.recipient } = edit;
    return { name, purpose, composition: { ...composition, profile, audience, recipient } };
  }
  return { ...kept, composition: { ...composition, sections: sectionsAfter(composition.sections, edit) } };
}

function sectionsAfter(sections: readonly Section[], edit: Exclude<Edit, { do: 'set' }>): Section[] {
  switch (edit.do) {
    case 'add':
      return added(sections, edit);
    case 'move':
      return moved(sections, edit);
    case 'remove':
      return without(sections, edit.exhibits);
    case 'title':
      requireIn(sections, edit.exhibit);
      return sections.map((section) => ({
        ...section,
        items: section.items.map((item) =>
          item.exhibit === edit.exhibit ? { ...item, title: edit.title } : item,
        ),
      }));
    case 'addSection':
      return placed(
        sections,
        { id: randomUUID(), title: edit.title, items: edit.exhibits.map(itemOf) },
        edit.before,
      );
    case 'renameSection':
      requireSection(sections, edit.section);
      return sections.map((each) => (each.id === edit.section ? { ...each, title: edit.title } : each));
    case 'moveSection':
      return placed(
        sections.filter(({ id }) => id !== edit.section),
        requireSection(sections, edit.section),
        edit.before,
      );
    case 'removeSection':
      return withoutSection(sections, edit.section);
  }
}

function itemOf(exhibit: string): Item {
  return { id: randomUUID(), exhibit, title: '', late: null };
}

function added(sections: readonly Section[], edit: Extract<Edit, { do: 'add' | 'move' }>): Section[] {
  const items = edit.exhibits.map(itemOf);
  const into =
    edit.section ?? (edit.before === undefined ? sections.at(-1)?.id : sectionOf(sections, edit.before).id);
  if (into === undefined) return [{ id: randomUUID(), title: '', items }];
  return inserted(sections, requireSection(sections, into).id, items, edit.before);
}

function moved(sections: readonly Section[], edit: Extract<Edit, { do: 'add' | 'move' }>): Section[] {
  return edit.exhibits.reduce<Section[]>(
    (now, exhibit) => {
      if (exhibit === edit.before) throw new CustodiaError('call.invalid', { field: 'before' });
      const from = sectionOf(now, exhibit);
      const item = from.items.find((each) => each.exhibit === exhibit) ?? itemOf(exhibit);
      const into = edit.section ?? (edit.before === undefined ? from.id : sectionOf(now, edit.before).id);
      requireSection(now, into);
      return inserted(without(now, [exhibit]), into, [item], edit.before);
    },
    [...sections],
  );
}

function inserted(
  sections: readonly Section[],
  into: string,
  items: readonly Item[],
  before: string | undefined,
): Section[] {
  return sections.map((section) => {
    if (section.id !== into) return section;
    const at = section.items.findIndex(({ exhibit }) => exhibit === before);
    if (before !== undefined && at < 0) throw new CustodiaError('call.invalid', { field: 'before' });
    const place = before === undefined ? section.items.length : at;
    return { ...section, items: section.items.toSpliced(place, 0, ...items) };
  });
}

function without(sections: readonly Section[], exhibits: readonly string[]): Section[] {
  for (const exhibit of exhibits) requireIn(sections, exhibit);
  const gone = new Set(exhibits);
  return sections.map((section) => ({
    ...section,
    items: section.items.filter(({ exhibit }) => !gone.has(exhibit)),
  }));
}

function placed(sections: readonly Section[], section: Section, before: string | undefined): Section[] {
  if (before === undefined) return [...sections, section];
  requireSection(sections, before);
  return sections.toSpliced(
    sections.findIndex(({ id }) => id === before),
    0,
    section,
  );
}

/** One with exhibits is not thrown away with them: they are moved or removed first. */
function withoutSection(sections: readonly Section[], section: string): Section[] {
  const { items, title } = requireSection(sections, section);
  if (items.length > 0) throw new CustodiaError('draft.sectionNotEmpty', { title, count: items.length });
  return sections.filter(({ id }) => id !== section);
}

function sectionOf(sections: readonly Section[], exhibit: string): Section {
  const found = sections.find(({ items }) => items.some((item) => item.exhibit === exhibit));
  if (found === undefined) throw new CustodiaError('call.notFound', { what: 'exhibit' });
  return found;
}

function requireIn(sections: readonly Section[], exhibit: string): void {
  sectionOf(sections, exhibit);
}

function requireSection(sections: readonly Section[], section: string): Section {
  const found = sections.find(({ id }) => id === section);
  if (found === undefined) throw new CustodiaError('call.notFound', { what: 'section' });
  return found;
}
