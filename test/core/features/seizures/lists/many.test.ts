import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  ImportedList,
  ImportListInput,
} from '../../../../../electron/core/features/seizures/lists/model.ts';
import { makeVault, type TestVault } from '../../../../support/vault.ts';

let vault: TestVault;
beforeAll(async () => {
  vault = await makeVault();
});
afterAll(() => vault.remove());

it('takes a list of thousands, all or none, while others are answered; a longer one it refuses', async () => {
  const { client } = vault;
  const into = (await client.call('cases.open', { title: 'Registro antiguo' })).id;
  const lines = Array.from({ length: 20_000 }, (_, at) => `otro;Bien ${at};2026-01-01;S-${at}`);
  const csv = (name: string, rows: readonly string[]): string => {
    const path = join(vault.root, name);
    writeFileSync(path, `Tipo;Bien;Fecha;Serie\n${rows.join('\n')}\n`);
    return path;
  };
  const bring = async (path: string, write?: ImportListInput['write']): Promise<ImportedList> => {
    const { handle } = await client.core.offerFile(path);
    const job = await client.call('seizures.importList', { case: into, file: handle, write });
    const ended = await client.core.services.jobs.ended(job.id);
    if (ended.error !== undefined) throw new Error(ended.error.code);
    return ended.result as ImportedList;
  };
  let looking = true;
  const preview = bring(csv('grande.csv', lines)).finally(() => {
    looking = false;
  });
  let answered = 0;
  while (looking) {
    await client.call('deadlines.list', { case: into });
    answered += 1;
  }
  expect((await preview).counts).toEqual({ new: 20_000, there: 0, refused: 0 });
  expect(answered).toBeGreaterThan(10);
  await expect(bring(csv('mucho.csv', [...lines, 'otro;uno más;2026-01-01;x']))).rejects.toThrow(
    'list.tooManyRows',
  );
  const fewer = csv('menos.csv', lines.slice(0, 2_000));
  const { written } = await bring(fewer, { seen: (await bring(fewer)).seen, acceptGood: false });
  expect(written).toBe(2_000);
  expect((await bring(csv('grande.csv', lines))).counts).toEqual({ new: 18_000, there: 2_000, refused: 0 });
});
