import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../../electron/core/features/bundles/compose/layout.ts';
import { listProfiles, loadProfile } from '../../../../../electron/core/features/bundles/compose/profile.ts';
import { renumbering, withLate } from '../../../../../electron/core/features/bundles/drafts/late.ts';
import type { Composition } from '../../../../../electron/core/features/bundles/model.ts';
import { anyKept, compositionOf, flat } from './a-draft.ts';

const marked = (next: Composition, given: Composition | null, version: number): Composition => ({
  ...next,
  sections: withLate(next.sections, given, version),
});
const marks = ({ sections }: Composition): Record<string, number | null> =>
  Object.fromEntries(sections.flatMap(({ items }) => items.map(({ exhibit, late }) => [exhibit, late])));

/** The number that each exhibit's first page would have, every exhibit a page long. */
function numbers({ sections, profile }: Composition): Map<string, string> {
  const items = sections.flatMap((section, at) => section.items.map((item) => ({ ...item, section: at })));
  const volumes = layOut(
    items.map(({ section, late }) => ({ section, late, divider: 1, pages: 1, bytes: 1_000 })),
    {
      numbering: loadProfile(profile).numbering,
      limits: { pages: null, sheets: null, bytes: 1e9 },
      rowsPerPage: 30,
      sections: sections.length > 1 || (sections[0]?.title ?? '') !== '',
      verso: ' vta.',
    },
  );
  return new Map(
    volumes.flatMap(({ leaves, labels }) =>
      leaves.flatMap((leaf, at) =>
        leaf.kind === 'content' ? [[items[leaf.item]?.exhibit ?? '', labels[at] ?? ''] as const] : [],
      ),
    ),
  );
}

const anyProfile = fc.constantFrom(...listProfiles().map(({ id }) => id));
/** Into which section, and to which place in it. */
const someAdditions = fc.array(fc.tuple(fc.nat(3), fc.nat(12)), { maxLength: 5 });

function withAdditions(
  before: Composition,
  additions: readonly (readonly [number, number])[],
  name: string,
): Composition {
  let { sections } = before;
  additions.forEach(([section, place], at) => {
    const item = { id: `${name}-${at}`, exhibit: `${name}-${at}`, title: '', late: null };
    const into = section % sections.length;
    sections = sections.map((each, index) =>
      index === into ? { ...each, items: each.items.toSpliced(place, 0, item) } : each,
    );
  });
  return { ...before, sections };
}

const nothing = { version: 1, removed: [], moved: [], inserted: [], sections: false, profile: false };
const renumbers = (next: Composition, given: Composition) =>
  renumbering(next, given, 1, loadProfile(next.profile).numbering.late);

describe('late additions', () => {
  it('are what was not given out, and are marked with the version they come with', () => {
    const given = compositionOf({ a: ['1', '2'] });
    expect(marks(marked(compositionOf({ a: ['1', '3', '2'] }), null, 4))).toEqual({
      1: null,
      2: null,
      3: null,
    });
    const second = marked(compositionOf({ a: ['1', '3', '2'] }), given, 4);
    expect(marks(second)).toEqual({ 1: null, 2: null, 3: 4 });
    // What was given out as an addition stays that addition; one that was taken out and put back has its mark again.
    expect(marks(marked(compositionOf({ a: ['4', '1', '2', '3'] }), second, 7))).toEqual({
      1: null,
      2: null,
      3: 4,
      4: 7,
    });
    expect(marks(marked(compositionOf({ a: ['2', '3'] }), second, 8))).toEqual({ 2: null, 3: 4 });
  });

  it('change no number that was given out, wherever they are put in', () => {
    fc.assert(
      fc.property(anyKept, anyProfile, someAdditions, (kept, profile, additions) => {
        const given = marked({ ...kept.composition, profile }, null, 1);
        if (flat(given).length === 0) return;
        const after = marked(withAdditions(given, additions, 'x'), given, 2);
        expect(renumbers(after, given)).toBeNull();
        const now = numbers(after);
        for (const [exhibit, number] of numbers(given)) expect(now.get(exhibit)).toBe(number);
      }),
    );
  });

  it('of a second delivery change none but inserted ones, and say which', () => {
    fc.assert(
      fc.property(anyKept, anyProfile, someAdditions, someAdditions, (kept, profile, first, second) => {
        const start = { ...kept.composition, profile };
        if (flat(start).length === 0) return;
        const given = marked(start, null, 1);
        const later = marked(withAdditions(given, first, 'first'), given, 2);
        const last = marked(withAdditions(later, second, 'second'), later, 3);
        const now = numbers(last);
        const changed = [...numbers(later)].filter(([exhibit, number]) => now.get(exhibit) !== number);
        const told = renumbers(last, later);
        expect(told?.inserted ?? []).toEqual(expect.arrayContaining(changed.map(([exhibit]) => exhibit)));
        expect(told?.inserted.every((exhibit) => exhibit.startsWith('first')) ?? true).toBe(true);
        if (told !== null) expect({ ...told, inserted: [] }).toEqual({ ...nothing, version: 1 });
      }),
      { numRuns: 500 },
    );
  });

  it('where nothing is said of renumbering, nothing that was given out has another number', () => {
    fc.assert(
      fc.property(anyKept, anyKept, anyProfile, (one, other, profile) => {
        const given = marked({ ...one.composition, profile }, null, 1);
        const next = marked({ ...other.composition, profile }, given, 2);
        const told = renumbers(next, given);
        const [before, now] = [numbers(given), numbers(next)];
        const changed = [...before].filter(([exhibit, number]) => now.get(exhibit) !== number);
        if (told === null) expect(changed).toEqual([]);
        else expect(told.version).toBe(1);
      }),
      { numRuns: 500 },
    );
  });

  it('say what renumbers: what left, what moved, sections, another court', () => {
    const given = compositionOf({ a: ['1', '2', '3'] });
    expect(renumbers(compositionOf({ a: ['3', '1', '2'] }), given)).toEqual({ ...nothing, moved: ['3'] });
    expect(renumbers(compositionOf({ a: ['1', '3'] }), given)).toEqual({ ...nothing, removed: ['2'] });
    expect(renumbers(compositionOf({ a: ['1'], b: ['2', '3'] }), given)).toEqual({
      ...nothing,
      sections: true,
    });
    expect(renumbers({ ...given, profile: 'uk' }, given)).toEqual({ ...nothing, profile: true });
  });
});
