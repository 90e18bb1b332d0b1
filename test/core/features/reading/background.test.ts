import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeVault, type TestVault } from '../../../support/vault.ts';

let vault: TestVault;
let caseId: string;
beforeAll(async () => {
  vault = await makeVault();
  caseId = (await vault.client.call('cases.open', { title: 'Taller' })).id;
});
afterAll(() => vault.remove());

const found = async (): Promise<number> =>
  (await vault.client.call('search.find', { text: 'tarántula', limit: 10 })).hits.length;

it('stands still while a person waits for a job, and goes on when it has ended', async () => {
  const { jobs, reading } = vault.client.core.services;
  const { promise, resolve } = Promise.withResolvers<void>();
  const job = jobs.start('bundle', caseId, () => promise);
  await vault.attach(caseId, 'acta.txt', 'una tarántula en el acta');
  // Far longer than it takes to read a line of text.
  await after(4_000);
  expect(await found()).toBe(0);
  resolve();
  await jobs.ended(job.id);
  await reading.settled(false);
  expect(await found()).toBe(1);
});
