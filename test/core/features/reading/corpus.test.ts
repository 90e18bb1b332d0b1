import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reading } from '../../../../electron/core/features/reading/model.ts';
import { corpus } from '../../../fixtures/corpus.ts';
import { onePagePdf } from '../../../fixtures/pdf.ts';
import { makeVault, type TestVault } from '../../../support/vault.ts';

/**
 * Damaged and hostile files of every kind: each is kept as an exhibit with its hash, says what could not be read and
 * why, and disturbs nothing else.
 */
const specimens = corpus();
const ids = new Map<string, string>();
let vault: TestVault;
let caseId: string;

beforeAll(async () => {
  vault = await makeVault();
  caseId = (await vault.client.call('cases.open', { title: 'Muestras' })).id;
  for (const { name, bytes } of specimens) ids.set(name, await vault.attach(caseId, name, bytes));
  ids.set('despues.pdf', await vault.attach(caseId, 'despues.pdf', onePagePdf('el ultimo: samiri')));
  await vault.client.call('reading.settle', { scans: true });
}, 600_000);
afterAll(() => vault.remove());

const reading = (name: string): Promise<Reading> =>
  vault.client.call('reading.show', { case: caseId, exhibit: ids.get(name) ?? '' });
const found = async (text: string): Promise<string[]> =>
  (await vault.client.call('search.find', { text: `${text} `, limit: 500, kinds: ['page'] })).hits.map(
    (hit) => hit.id,
  );

describe.each(specimens)('$name', ({ name, bytes, states, reason, finds, never }) => {
  it('is kept as it came', async () => {
    const exhibit = ids.get(name) ?? '';
    const shown = await vault.client.call('evidence.show', { case: caseId, exhibit });
    expect(shown.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(await vault.client.call('evidence.verify', { case: caseId, exhibit })).toEqual({
      valid: true,
      problems: [],
    });
  });

  it('says how far it could be read', async () => {
    const said = await reading(name);
    expect(states).toContain(said.state);
    if (reason !== undefined) expect(said.reason).toBe(reason);
    if (said.state === 'failed' || said.state === 'partly') expect(said.reason).not.toBeNull();
    if (finds !== undefined) expect(await found(finds)).toContain(ids.get(name));
    if (never !== undefined) expect(await found(never)).not.toContain(ids.get(name));
  });
});

it('reads what comes after them', async () => {
  expect(await found('samiri')).toEqual([ids.get('despues.pdf')]);
  expect((await vault.client.call('reading.progress', {})).waiting).toBe(0);
});
