import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../../electron/core/features/bundles/compose/layout.ts';
import type {
  LayoutRules,
  MeasuredItem,
  Volume,
} from '../../../../../electron/core/features/bundles/compose/layout-model.ts';
import { loadProfile } from '../../../../../electron/core/features/bundles/compose/profile.ts';

const { numbering } = loadProfile('bolivia');
const usual: LayoutRules = {
  numbering,
  limits: { pages: null, sheets: null, bytes: 1e9 },
  rowsPerPage: 5,
  sections: false,
  verso: ' vta.',
};
const item = (pages: number, more: Partial<MeasuredItem> = {}): MeasuredItem => ({
  section: 0,
  late: null,
  divider: 1,
  pages,
  bytes: pages * 1_000,
  ...more,
});
const rulesWith = (late: 'suffix' | 'end' | 'supplement', more: Partial<LayoutRules> = {}): LayoutRules => ({
  ...usual,
  ...more,
  numbering: { ...(more.numbering ?? numbering), late },
});

/** By item and page: the number that is printed on it. */
function numbersOf(volumes: readonly Volume[], keep: (item: number) => boolean = () => true): string[] {
  return volumes.flatMap(({ leaves, labels }, volume) =>
    leaves.flatMap((leaf, at) =>
      (leaf.kind === 'content' || leaf.kind === 'divider') && keep(leaf.item)
        ? [`${volume} ${leaf.item} ${leaf.kind} ${leaf.page} → ${labels[at]}`]
        : [],
    ),
  );
}

describe('volumes', () => {
  it('are one where nothing limits them, with cover, certificate, index, dividers and pages', () => {
    const [one, ...none] = layOut([item(2), item(0)], usual);
    expect(none).toEqual([]);
    expect(one?.leaves.map((leaf) => leaf.kind).join(' ')).toBe(
      'cover certificate index divider content content divider',
    );
    expect(one?.labels).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(one?.indexes).toMatchObject([
      [
        { item: 0, first: 3, last: 5 },
        { item: 1, first: 6, last: 6 },
      ],
    ]);
  });

  it('do not divide an item that fits into one', () => {
    const volumes = layOut([item(5), item(5), item(5)], { ...usual, limits: { ...usual.limits, pages: 14 } });
    expect(volumes.map(({ leaves }) => leaves.length)).toEqual([9, 14]);
    expect(volumes[1]?.labels[0]).toBe('10');
    expect(volumes[0]?.indexes[0]).toHaveLength(3);
    expect(volumes[1]?.indexes[0]).toHaveLength(2);
  });

  it('divide an item that is larger than one, and say where it goes on', () => {
    const volumes = layOut([item(20)], { ...usual, limits: { ...usual.limits, pages: 10 } });
    expect(volumes.every(({ leaves, over }) => leaves.length <= 10 && !over)).toBe(true);
    expect(volumes[0]?.indexes[0]).toMatchObject([
      { continued: false },
      { continued: true, volume: 1 },
      { continued: true, volume: 2 },
    ]);
  });

  it('begin every document on a front where both sides are printed', () => {
    const duplex = { ...numbering, duplex: true };
    const [one] = layOut([item(2), item(3)], { ...usual, numbering: duplex });
    const fronts = one?.leaves.flatMap((leaf, at) => (leaf.kind === 'divider' ? [at % 2] : []));
    expect(fronts).toEqual([0, 0]);
    expect(one?.labels.slice(0, 4)).toEqual(['1', '1 vta.', '2', '2 vta.']);
  });

  it('give each section its page and its row', () => {
    const [one] = layOut([item(1), item(1, { section: 1 })], { ...usual, sections: true });
    expect(one?.leaves.filter((leaf) => leaf.kind === 'section')).toHaveLength(2);
    expect(one?.indexes[0]?.map((row) => row.kind)).toEqual(['section', 'item', 'section', 'item']);
  });
});

describe('late additions', () => {
  const before = [item(2), item(2)];
  const after = [item(2), item(1, { late: 2 }), item(2)];

  it('get letters behind the number before them', () => {
    const volumes = layOut(after, rulesWith('suffix'));
    expect(volumes[0]?.labels).toEqual(['1', '2', '3', '4', '5', '6', '6A', '6B', '7', '8', '9']);
  });

  it('keep their letters when more comes between', () => {
    const more = layOut([item(2), item(1, { late: 3 }), item(1, { late: 2 }), item(2)], rulesWith('suffix'));
    expect(numbersOf(more, (each) => each === 2)).toEqual(['0 2 divider 0 → 6A', '0 2 content 0 → 6B']);
  });

  it('go to the end with an index of their own', () => {
    const [one] = layOut(after, rulesWith('end'));
    expect(one?.leaves.slice(-3).map((leaf) => leaf.kind)).toEqual(['index', 'divider', 'content']);
    expect(one?.indexes).toHaveLength(2);
  });

  it('make a supplement that is numbered from the start', () => {
    const [first, second] = layOut(after, rulesWith('supplement'));
    expect(first?.labels).toEqual(layOut(before, rulesWith('supplement'))[0]?.labels);
    expect(second).toMatchObject({ supplement: 2, labels: ['1', '2', '3', '4'] });
  });
});

const items = fc.array(
  fc.record({
    section: fc.constant(0),
    late: fc.constantFrom(null, null, 2, 3),
    divider: fc.integer({ min: 1, max: 2 }),
    pages: fc.integer({ min: 0, max: 30 }),
    bytes: fc.integer({ min: 0, max: 100_000 }),
  }),
  { minLength: 1, maxLength: 25 },
);
const laws = fc.record({
  late: fc.constantFrom('suffix' as const, 'end' as const, 'supplement' as const),
  pages: fc.constantFrom(null, 12, 40),
  sheets: fc.constantFrom(null, 15),
  duplex: fc.boolean(),
  unit: fc.constantFrom('page' as const, 'sheet' as const),
  restart: fc.constantFrom('continuous' as const, 'perVolume' as const),
  sections: fc.boolean(),
});
type Law = typeof laws extends fc.Arbitrary<infer T> ? T : never;
const by = ({ late, pages, sheets, duplex, unit, restart, sections }: Law): LayoutRules => ({
  ...usual,
  sections,
  limits: { pages, sheets, bytes: 1e9 },
  numbering: { ...numbering, late, duplex, unit, restart },
});
/** Sections follow each other as a person puts them. */
const sectioned = (all: readonly MeasuredItem[]): MeasuredItem[] =>
  all.map((each, at) => ({ ...each, section: Math.floor(at / 4) }));

describe('whatever is laid out', () => {
  it('every page of every item is there once, in its order, and the index leads to it', () => {
    fc.assert(
      fc.property(items, laws, (all, law) => {
        const volumes = layOut(sectioned(all), by(law));
        const pages = volumes.flatMap(({ leaves }) =>
          leaves.flatMap((leaf) => (leaf.kind === 'content' ? [`${leaf.item}/${leaf.page}`] : [])),
        );
        const expected = all.flatMap((each, at) =>
          Array.from({ length: each.pages }, (_, n) => `${at}/${n}`),
        );
        expect(pages.toSorted()).toEqual(expected.toSorted());
        const rows = new Map<string, { first: number; last: number }>();
        for (const { indexes } of volumes)
          for (const row of indexes.flat())
            if (row.kind === 'item') rows.set(`${row.volume}/${row.item}/${row.first}`, row);
        for (const [key, { first, last }] of rows) {
          const [volume = '', of = ''] = key.split('/');
          const span = volumes[Number(volume)]?.leaves.slice(first, last + 1) ?? [];
          expect(span.every((leaf) => 'item' in leaf && leaf.item === Number(of))).toBe(true);
        }
        const listed = [...rows.values()].reduce((sum, { first, last }) => sum + last - first + 1, 0);
        expect(listed).toBe(all.reduce((sum, each) => sum + each.pages + each.divider, 0));
      }),
    );
  });

  it('every index has room for its rows', () => {
    fc.assert(
      fc.property(items, laws, (all, law) => {
        for (const { leaves, indexes } of layOut(sectioned(all), by(law))) {
          indexes.forEach((rows, index) => {
            const pages = leaves.filter((leaf) => leaf.kind === 'index' && leaf.index === index).length;
            expect(pages * usual.rowsPerPage).toBeGreaterThanOrEqual(rows.length);
          });
        }
      }),
    );
  });

  it('late additions change no number that was given out', () => {
    fc.assert(
      fc.property(items, laws, (all, law) => {
        const first = all.filter((each) => each.late === null);
        fc.pre(first.length > 0);
        const index = [...all.keys()].filter((at) => all[at]?.late === null);
        const old = numbersOf(layOut(first, { ...by(law), sections: false }));
        const now = numbersOf(layOut(all, { ...by(law), sections: false }), (each) => index.includes(each));
        const renamed = now.map((each) =>
          each.replace(/^(\d+) (\d+)/, (_, volume, at) => `${volume} ${index.indexOf(Number(at))}`),
        );
        expect(renamed).toEqual(old);
      }),
    );
  });

  it('a volume is over its limit only where that is said', () => {
    fc.assert(
      fc.property(items, laws, (all, law) => {
        for (const { leaves, over } of layOut(sectioned(all), by(law)))
          if (!over && law.pages !== null) expect(leaves.length).toBeLessThanOrEqual(law.pages);
      }),
    );
  });
});
