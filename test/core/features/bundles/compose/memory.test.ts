import { expect, it } from 'vitest';
import type { Memory } from '../../../../../electron/core/features/bundles/compose/memory.ts';
import type { BundlePlan } from '../../../../../electron/core/features/bundles/compose/model.ts';
import { onePagePdf } from '../../../../fixtures/pdf.ts';
import { compose } from './a-bundle.ts';

type Files = readonly (readonly [string, Uint8Array])[];
const files: Files = ['uno', 'dos', 'tres'].map((name) => [`${name}.pdf`, onePagePdf(name)] as const);

/** Composes and tells which exhibits were asked for before the first page was drawn. */
async function asked(of: Files, memory: Memory, change?: (plan: BundlePlan) => BundlePlan) {
  const reads: string[] = [];
  const made = await compose(of, 'stop', undefined, change, undefined, {
    memory,
    onRead: (name) => reads.push(name),
  });
  return { reads, made };
}

it('what was measured once is not read again to be measured, and the bundle is the same to the byte', async () => {
  const memory: Memory = new Map();
  const first = await asked(files, memory);
  expect(first.reads).toEqual(['uno.pdf', 'dos.pdf', 'tres.pdf']);
  const again = await asked(files, memory);
  expect(again.reads).toEqual([]);
  expect(Buffer.from(again.made.pdf).equals(Buffer.from(first.made.pdf))).toBe(true);
  const fourth = ['cuatro.pdf', onePagePdf('cuatro')] as const;
  const more = await asked([files[2] ?? fourth, fourth, ...files.slice(0, 2)], memory);
  expect(more.reads).toEqual(['cuatro.pdf']);
  const alone = await asked([files[2] ?? fourth, fourth, ...files.slice(0, 2)], new Map());
  expect(Buffer.from(more.made.pdf).equals(Buffer.from(alone.made.pdf))).toBe(true);
});

it('another paper, or other words that are taken out, are measured anew', async () => {
  const memory: Memory = new Map();
  const text = [['nota.txt', Buffer.from(`${'renglón\n'.repeat(60)}fin`)] as const];
  await asked(text, memory);
  const order = { areas: [], terms: [{ text: 'renglón', wholeWord: true }] };
  const reserve = (plan: BundlePlan): BundlePlan => ({
    ...plan,
    exhibits: plan.exhibits.map((exhibit) => ({
      ...exhibit,
      reserved: { order, grounds: ['x'], blocked: false },
    })),
  });
  expect((await asked(text, memory, reserve)).reads).toEqual(['nota.txt']);
  const legal = (plan: BundlePlan): BundlePlan => ({ ...plan, profile: { ...plan.profile, paper: 'legal' } });
  expect((await asked(text, memory, legal)).reads).toEqual(['nota.txt']);
});
