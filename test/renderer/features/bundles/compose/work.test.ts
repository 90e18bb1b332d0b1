import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exhibitsIn,
  isSame,
  leapt,
  linesOf,
  movedItem,
  movedSection,
  placeOf,
  type Sections,
  stepped,
  withExhibits,
  withoutSection,
  withSection,
} from '../../../../../renderer/features/bundles/compose/work/work.ts';
import { anyKept, kept, sectionsOf } from '../../../../core/features/bundles/drafts/a-draft.ts';

const start = sectionsOf({ a: ['1', '2', '3'], b: [], c: ['4'] });
const told = (sections: Sections) =>
  sections.map(({ items }) => items.map(({ exhibit }) => exhibit).join(' '));
const sorted = (sections: Sections) => exhibitsIn(sections).sort();

describe('what a person works on', () => {
  it('moves an exhibit where another stands, within a section and into others', () => {
    expect(told(movedItem(start, 'i-1', { at: 0, place: 2 }))).toEqual(['2 1 3', '', '4']);
    expect(told(movedItem(start, 'i-1', { at: 0, place: 3 }))).toEqual(['2 3 1', '', '4']);
    expect(told(movedItem(start, 'i-3', { at: 0, place: 0 }))).toEqual(['3 1 2', '', '4']);
    expect(told(movedItem(start, 'i-2', { at: 2, place: 0 }))).toEqual(['1 3', '', '2 4']);
    expect(movedItem(start, 'i-2', { at: 9, place: 0 })).toBe(start);
  });

  it('steps over the edge of a section, also of an empty one, and stops at the ends', () => {
    expect(told(stepped(start, 'i-3', 1))).toEqual(['1 2', '3', '4']);
    expect(told(stepped(stepped(start, 'i-3', 1), 'i-3', 1))).toEqual(['1 2', '', '3 4']);
    expect(told(stepped(start, 'i-4', -1))).toEqual(['1 2 3', '4', '']);
    expect(stepped(start, 'i-1', -1)).toBe(start);
    expect(stepped(start, 'i-4', 1)).toBe(start);
    expect(told(leapt(start, 'i-1', 1))).toEqual(['2 3', '1', '4']);
  });

  it('steps down and up again to where it was, and loses nothing on the way', () => {
    fc.assert(
      fc.property(anyKept, fc.nat(11), fc.constantFrom(1 as const, -1 as const), (one, which, step) => {
        const { sections } = one.composition;
        const all = sections.flatMap(({ items }) => items);
        const item = all[which % Math.max(1, all.length)];
        if (item === undefined) return;
        const there = stepped(sections, item.id, step);
        expect(sorted(there)).toEqual(sorted(sections));
        if (there === sections) return;
        expect(placeOf(there, item.id)).not.toEqual(placeOf(sections, item.id));
        expect(told(stepped(there, item.id, step === 1 ? -1 : 1))).toEqual(told(sections));
      }),
    );
  });

  it('adds what it does not have yet, once', () => {
    expect(told(withExhibits(start, ['4', '5', '1'], 1))).toEqual(['1 2 3', '5', '4']);
    expect(withExhibits(start, ['4'], 0)).toBe(start);
    expect(told(withExhibits([], ['7'], 0))).toEqual(['7']);
    expect(told(withSection(start, 'D', ['1', '8']))).toEqual(['1 2 3', '', '4', '8']);
  });

  it('leaves to the section beside it what was in a section that goes', () => {
    expect(told(withoutSection(start, 'a'))).toEqual(['1 2 3', '4']);
    expect(told(withoutSection(start, 'c'))).toEqual(['1 2 3', '4']);
    const only = sectionsOf({ a: ['1'] });
    expect(withoutSection(only, 'a')).toBe(only);
    expect(told(movedSection(start, 'c', 0))).toEqual(['4', '1 2 3', '']);
  });

  it('lists every section with its exhibits and the room at its end', () => {
    expect(
      linesOf(start)
        .map(({ kind }) => kind)
        .join(' '),
    ).toBe('section item item item tail section tail section item tail');
  });

  it('takes marks of late additions for no change', () => {
    const one = kept({ a: ['1'] });
    const marked = structuredClone(one);
    Object.assign(marked.composition.sections[0]?.items[0] ?? {}, { late: 3 });
    expect(isSame(one, marked)).toBe(true);
    expect(isSame(one, kept({ a: ['1'], b: [] }))).toBe(false);
  });
});
