import { formatISO } from 'date-fns/formatISO';
import { subDays } from 'date-fns/subDays';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeVault, type TestVault } from '../../../support/vault.ts';

let vault: TestVault;
let caseId: string;
const day = (back: number): string => formatISO(subDays(new Date(), back), { representation: 'date' });

beforeAll(async () => {
  vault = await makeVault();
  caseId = (await vault.client.call('cases.open', { title: 'Plazos' })).id;
});
afterAll(() => vault.remove());

it('lists what is due, the longest overdue first, with the term it was counted by', async () => {
  const { call } = vault.client;
  await call('deadlines.set', { case: caseId, label: 'Audiencia', when: { by: 'day', due: day(-90) } });
  const counted = await call('deadlines.set', {
    case: caseId,
    label: 'Informe',
    when: { by: 'term', term: 'preliminary', from: day(30) },
  });
  expect(counted.due).toBe(day(10));
  await call('deadlines.set', { case: caseId, label: 'Hoy', when: { by: 'day', due: day(0) } });
  const listed = await call('deadlines.list', {});
  expect(listed.map(({ label, daysLeft, state, term }) => ({ label, daysLeft, state, term }))).toEqual([
    { label: 'Informe', daysLeft: -10, state: 'overdue', term: 'preliminary' },
    { label: 'Hoy', daysLeft: 0, state: 'soon', term: null },
    { label: 'Audiencia', daysLeft: 90, state: 'later', term: null },
  ]);
});

it('ends what was met, and asks why something is dropped', async () => {
  const { call } = vault.client;
  const { id } = await call('deadlines.set', {
    case: caseId,
    label: 'Recurso',
    when: { by: 'day', due: day(0) },
  });
  const settle = (how: 'met' | 'dropped', note?: string) =>
    call('deadlines.settle', { case: caseId, deadline: id, how, note });
  await expect(settle('dropped')).rejects.toMatchObject({ code: 'call.invalid' });
  await expect(settle('dropped', '   ')).rejects.toMatchObject({ code: 'call.invalid' });
  await settle('met');
  expect((await call('deadlines.list', { case: caseId })).map(({ label }) => label)).not.toContain('Recurso');
  await expect(settle('met')).rejects.toMatchObject({ code: 'call.notFound' });
});

it.each([
  ['a day that does not exist', { by: 'day', due: '2026-02-30' }],
  ['a moment instead of a day', { by: 'day', due: '2026-02-03T10:00:00Z' }],
  ['a term that the law does not know', { by: 'term', term: 'never', from: '2026-01-01' }],
  ['a start that does not exist', { by: 'term', term: 'preliminary', from: '2026-13-01' }],
] as const)('refuses %s', async (_what, when) => {
  await expect(vault.client.call('deadlines.set', { case: caseId, label: 'x', when })).rejects.toMatchObject({
    code: 'call.invalid',
  });
});
