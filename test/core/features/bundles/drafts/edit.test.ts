import { describe, expect, it } from 'vitest';
import { edited } from '../../../../../electron/core/features/bundles/drafts/edit.ts';
import type { Edit } from '../../../../../electron/core/features/bundles/drafts/model.ts';
import { kept } from './a-draft.ts';

const start = kept({ a: ['1', '2', '3'], b: ['4'] });

/** Sections by their titles with the exhibits in each. */
function outcome(edit: Edit): Record<string, string[]> {
  const { sections } = edited(start, edit).composition;
  return Object.fromEntries(
    sections.map(({ title, items }) => [title, items.map(({ exhibit }) => exhibit)] as const),
  );
}

describe('one thing done to a kept bundle', () => {
  it('adds at the end, into a section, before an exhibit', () => {
    expect(outcome({ do: 'add', exhibits: ['5', '6'] })).toEqual({ A: ['1', '2', '3'], B: ['4', '5', '6'] });
    expect(outcome({ do: 'add', exhibits: ['5'], section: 'a' }).A).toEqual(['1', '2', '3', '5']);
    expect(outcome({ do: 'add', exhibits: ['5', '6'], before: '2' }).A).toEqual(['1', '5', '6', '2', '3']);
  });

  it('moves within a section and between them, several in the order they are named', () => {
    expect(outcome({ do: 'move', exhibits: ['3', '1'], before: '4' })).toEqual({
      A: ['2'],
      B: ['3', '1', '4'],
    });
    expect(outcome({ do: 'move', exhibits: ['1'] }).A).toEqual(['2', '3', '1']);
    expect(outcome({ do: 'move', exhibits: ['2'], section: 'b' })).toEqual({ A: ['1', '3'], B: ['4', '2'] });
  });

  it('keeps an exhibit’s own item when it moves: its title goes along', () => {
    const titled = edited(start, { do: 'title', exhibit: '2', title: 'Acta' });
    const [, second] = edited(titled, { do: 'move', exhibits: ['2'], section: 'b' }).composition.sections;
    expect(second?.items.at(-1)).toEqual({ id: 'i-2', exhibit: '2', title: 'Acta', late: null });
  });

  it('adds, renames, moves and removes sections, none with exhibits in it', () => {
    expect(Object.keys(outcome({ do: 'addSection', title: 'C', exhibits: ['9'], before: 'b' }))).toEqual([
      'A',
      'C',
      'B',
    ]);
    expect(Object.keys(outcome({ do: 'renameSection', section: 'b', title: 'Pericias' }))).toEqual([
      'A',
      'Pericias',
    ]);
    expect(Object.keys(outcome({ do: 'moveSection', section: 'b', before: 'a' }))).toEqual(['B', 'A']);
    expect(() => outcome({ do: 'removeSection', section: 'a' })).toThrow('draft.sectionNotEmpty');
    const empty = edited(start, { do: 'remove', exhibits: ['4'] });
    expect(edited(empty, { do: 'removeSection', section: 'b' }).composition.sections).toHaveLength(1);
  });

  it('refuses what is not there', () => {
    expect(() => outcome({ do: 'remove', exhibits: ['7'] })).toThrow('call.notFound');
    expect(() => outcome({ do: 'add', exhibits: ['7'], section: 'x' })).toThrow('call.notFound');
    expect(() => outcome({ do: 'add', exhibits: ['7'], section: 'b', before: '1' })).toThrow('call.invalid');
    expect(() => outcome({ do: 'move', exhibits: ['1'], before: '1' })).toThrow('call.invalid');
  });
});
