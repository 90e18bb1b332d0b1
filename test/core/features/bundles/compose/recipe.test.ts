import { describe, expect, it } from 'vitest';
import type { BundlePlan, Layout } from '../../../../../electron/core/features/bundles/compose/model.ts';
import { recipeOf } from '../../../../../electron/core/features/bundles/compose/recipe.ts';
import { onePagePdf } from '../../../../fixtures/pdf.ts';
import { compose } from './a-bundle.ts';

const files = ['uno', 'dos', 'tres'].map((name) => [`${name}.pdf`, onePagePdf(name)] as const);
const beyond = ['a', 'b', 'c', 'd'];

/** Three exhibits, laid out one to a volume. */
async function laid(of: typeof files = files): Promise<{ plan: BundlePlan; layout: Layout }> {
  let kept: BundlePlan | undefined;
  const layout = await compose(of, 'stop', undefined, (plan) => {
    kept = { ...plan, profile: { ...plan.profile, volume: { ...plan.profile.volume, pages: 4 } } };
    return kept;
  });
  if (kept === undefined) throw new Error('no plan');
  return { plan: kept, layout };
}
const { plan, layout } = await laid();
const last = layout.volumes.length - 1;
const recipe = recipeOf(plan, layout, last, beyond);

describe('the recipe of a volume', () => {
  it('is none for the first, which tells of the whole', () => {
    expect(last).toBeGreaterThan(0);
    expect(recipeOf(plan, layout, 0, beyond)).toBeNull();
    expect(recipe).toMatch(/^[\w+/]{43}=$/);
  });

  it('does not change with the moment, the checkpoint, the proofs, or another exhibit', () => {
    const later: BundlePlan = {
      ...plan,
      exportedAt: '2026-12-01T00:00:00.000Z',
      checkpoint: { ...plan.checkpoint, size: 201 },
      journal: { entries: 9, withheld: 1 },
      signer: 'SHA256:other',
      exhibits: plan.exhibits.map((each, at) => (at === 0 ? { ...each, description: 'otra' } : each)),
    };
    expect(recipeOf(later, layout, last, ['x', 'b', 'c'])).toBe(recipe);
  });

  it('does not change with what was put in before it, where its numbers stay', () => {
    const moved: Layout = {
      ...layout,
      measured: [...layout.measured.slice(0, 1), ...layout.measured],
      volumes: layout.volumes.map((volume) => ({
        ...volume,
        leaves: volume.leaves.map((leaf) => ('item' in leaf ? { ...leaf, item: leaf.item + 1 } : leaf)),
        indexes: volume.indexes.map((rows) =>
          rows.map((row) => ('item' in row ? { ...row, item: row.item + 1 } : row)),
        ),
      })),
    };
    const more: BundlePlan = { ...plan, exhibits: [...plan.exhibits.slice(0, 1), ...plan.exhibits] };
    expect(recipeOf(more, moved, last, ['new', ...beyond])).toBe(recipe);
  });

  const own = plan.exhibits.length - 1;
  const ofOwn = (change: Partial<BundlePlan['exhibits'][number]>): BundlePlan => ({
    ...plan,
    exhibits: plan.exhibits.map((each, at) => (at === own ? { ...each, ...change } : each)),
  });
  const order = { areas: [], terms: [{ text: 'Nilda', wholeWord: true }] };
  const changed: readonly (readonly [string, BundlePlan])[] = [
    ['title', { ...plan, title: 'Otro' }],
    ['office', { ...plan, office: 'Otra' }],
    ['case number', { ...plan, caseNumber: 'X' }],
    ['recipient', { ...plan, recipient: 'Defensa' }],
    ['language', { ...plan, language: 'en' }],
    ['paper', { ...plan, profile: { ...plan.profile, paper: 'legal' } }],
    [
      'signature',
      { ...plan, signature: { name: 'A', issuer: 'B', serial: '1', until: '', visible: true, room: 9 } },
    ],
    ['content', ofOwn({ sha256: '0'.repeat(64) })],
    ['exhibit’s title', ofOwn({ title: 'Otro' })],
    ['custody', ofOwn({ custody: [] })],
    ['still frame', ofOwn({ still: new Uint8Array([1, 2]) })],
    ['what is kept back', ofOwn({ reserved: { order, grounds: [], blocked: false } })],
  ];
  it.each(changed)('changes with its %s', (_what, other) => {
    expect(recipeOf(other, layout, last, beyond)).not.toBe(recipe);
  });

  it('changes with another still frame, with what OCR read, and with how many volumes there are', () => {
    const [one, two] = [1, 2].map((n) =>
      recipeOf(ofOwn({ still: new Uint8Array([n]) }), layout, last, beyond),
    );
    expect(one).not.toBe(two);
    expect(recipeOf(plan, layout, last, ['a', 'b', 'other'])).not.toBe(recipe);
    const longer: Layout = { ...layout, volumes: [...layout.volumes, ...layout.volumes.slice(-1)] };
    expect(recipeOf(plan, longer, last, beyond)).not.toBe(recipe);
  });

  it('changes with each of its numbers', () => {
    const renumbered: Layout = {
      ...layout,
      volumes: layout.volumes.map((volume) => ({
        ...volume,
        labels: volume.labels.map((label, at) => (at === 1 ? `${label}A` : label)),
      })),
    };
    expect(recipeOf(plan, renumbered, last, beyond)).not.toBe(recipe);
  });
});
