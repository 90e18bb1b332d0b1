import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExhibitListInput } from '../../../../electron/core/features/evidence/model.ts';
import { makeVault, noProvenance, type TestVault } from '../../../support/vault.ts';

let vault: TestVault;
let caseId: string;

beforeAll(async () => {
  vault = await makeVault();
  caseId = (await vault.client.call('cases.open', { title: 'Taller' })).id;
  const box = await vault.attach(caseId, 'caja.txt', 'una caja');
  await vault.attach(caseId, 'acta.txt', 'un acta');
  const path = `${vault.root}/dentro.txt`;
  writeFileSync(path, 'lo que estaba dentro');
  const { handle } = await vault.client.core.offerFile(path);
  const intake = await vault.client.call('evidence.attach', {
    case: caseId,
    files: [handle],
    parent: box,
    provenance: noProvenance,
  });
  await vault.client.core.services.intakes.ended(intake.id);
  // Of another case, to be counted with none of these.
  const other = await vault.client.call('cases.open', { title: 'Otro' });
  await vault.attach(other.id, 'ajena.txt', 'de otro caso');
});
afterAll(() => vault.remove());

async function list(more: Partial<ExhibitListInput>): Promise<{ total: number; names: string[] }> {
  const page = await vault.client.call('evidence.list', {
    case: caseId,
    sort: 'number',
    descending: false,
    offset: 0,
    limit: 2,
    ...more,
  });
  return { total: page.total, names: page.rows.map(({ name }) => name) };
}

it('counts the whole case where nothing is left out, however few are shown', async () => {
  expect(await list({})).toEqual({ total: 3, names: ['caja.txt', 'acta.txt'] });
  expect(await list({ text: '  ', tag: ' ', sort: 'name' })).toMatchObject({ total: 3 });
});

it('counts what a filter leaves', async () => {
  expect(await list({ text: 'acta' })).toEqual({ total: 1, names: ['acta.txt'] });
  expect(await list({ kind: 'item' })).toEqual({ total: 0, names: [] });
  expect(await list({ viewer: 'text' })).toMatchObject({ total: 3 });
  expect(await list({ tag: 'nadie' })).toMatchObject({ total: 0 });
});

it('puts what lies in another under it in the tree', async () => {
  expect(await list({ tree: true })).toEqual({ total: 3, names: ['caja.txt', 'dentro.txt'] });
});

it('counts as it stood then', async () => {
  const before = new Date(0).toISOString();
  expect(await list({ asOf: before })).toEqual({ total: 0, names: [] });
});
