import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../../../electron/core/features/bundles/drafts/changes.ts';
import type { Change } from '../../../../../electron/core/features/bundles/drafts/model.ts';
import { displaced } from '../../../../../electron/core/features/bundles/drafts/order.ts';
import { anyKept, flat, kept } from './a-draft.ts';

const exhibits = (changes: readonly Change[], what: Change['what']): string[] =>
  changes.flatMap((change) => (change.what === what && 'exhibit' in change ? [change.exhibit] : []));

describe('what changed between two versions', () => {
  it('names each kind of difference, with what it was and what it is', () => {
    const older = kept({ a: ['1', '2', '3'], b: ['4'], c: ['5'] });
    const newer = kept({ b: ['4', '2', '6'], a: ['1', '3'] }, { name: 'Juicio oral', purpose: 'appeal' });
    const [first] = newer.composition.sections;
    const renamed = {
      ...newer,
      composition: {
        ...newer.composition,
        profile: 'uk',
        sections: [
          { id: 'b', title: 'Comunicaciones', items: first?.items ?? [] },
          ...newer.composition.sections.slice(1),
        ],
      },
    };
    expect(changesBetween(older, renamed)).toEqual([
      { what: 'name', from: 'Juicio', to: 'Juicio oral' },
      { what: 'purpose', from: 'trial', to: 'appeal' },
      { what: 'profile', from: 'bolivia', to: 'uk' },
      { what: 'sectionRenamed', from: 'B', to: 'Comunicaciones' },
      { what: 'sectionMoved', section: 'Comunicaciones' },
      { what: 'sectionRemoved', section: 'C' },
      { what: 'moved', exhibit: '2', from: 'A', to: 'Comunicaciones' },
      { what: 'added', exhibit: '6', section: 'Comunicaciones', late: null },
      { what: 'removed', exhibit: '5', section: 'C' },
    ]);
  });

  it('is nothing between a version and itself', () => {
    fc.assert(
      fc.property(anyKept, (one) => {
        expect(changesBetween(one, one)).toEqual([]);
      }),
    );
  });

  it('adds and removes exactly what one has and the other has not, and the same turned round', () => {
    fc.assert(
      fc.property(anyKept, anyKept, (older, newer) => {
        const [was, is] = [flat(older.composition), flat(newer.composition)];
        const [there, back] = [changesBetween(older, newer), changesBetween(newer, older)];
        expect(exhibits(there, 'added').sort()).toEqual(is.filter((id) => !was.includes(id)).sort());
        expect(exhibits(there, 'removed').sort()).toEqual(was.filter((id) => !is.includes(id)).sort());
        expect(exhibits(back, 'added').sort()).toEqual(exhibits(there, 'removed').sort());
      }),
    );
  });

  it('names as moved what is enough: the rest stands in its section in the order that it had', () => {
    fc.assert(
      fc.property(anyKept, anyKept, (older, newer) => {
        const changes = changesBetween(older, newer);
        const [moved, added] = [exhibits(changes, 'moved'), exhibits(changes, 'added')];
        for (const section of newer.composition.sections) {
          const stayed = flat({ sections: [section] }).filter(
            (id) => !moved.includes(id) && !added.includes(id),
          );
          const same = older.composition.sections.filter(({ id }) => id === section.id);
          expect(flat({ sections: same }).filter((id) => stayed.includes(id))).toEqual(stayed);
        }
      }),
    );
  });
});

describe('what is displaced', () => {
  it('is no more than what has to be', () => {
    expect([...displaced(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])]).toEqual(['d']);
    expect([...displaced(['a', 'b', 'c'], ['a', 'x', 'c'])]).toEqual([]);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 6 }),
        fc.nat(5),
        (all, at) => {
          const one = all[at] ?? '';
          const without = all.filter((id) => id !== one);
          for (const to of all.keys())
            expect(displaced(all, without.toSpliced(to, 0, one)).size).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
