import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { blobPath } from '../../../../electron/core/vault/blobs.ts';
import { first, makeVault, type TestVault } from '../../../support/vault.ts';

let vault: TestVault;
let caseId: string;
const contents = new Map<string, Buffer>();

beforeEach(async () => {
  vault = await makeVault();
  caseId = (await vault.client.call('cases.open', { title: 'Integridad' })).id;
  contents.clear();
  for (let n = 0; n < 12; n += 1) {
    const content = Buffer.from(`contenido ${n} `.repeat(5_000 * (n + 1)));
    contents.set(await vault.attach(caseId, `archivo ${n}.bin`, content), content);
  }
}, 120_000);
afterEach(() => vault.remove());

const ids = (): string[] => [...contents.keys()];

async function fileOf(exhibit: string): Promise<string> {
  const { blob } = await vault.client.call('evidence.show', { case: caseId, exhibit });
  return blobPath(join(vault.path, 'blobs'), blob);
}

async function flipBit(exhibit: string): Promise<void> {
  const path = await fileOf(exhibit);
  const bytes = readFileSync(path);
  const at = 400 + Math.floor(bytes.length / 2);
  bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 0x10;
  writeFileSync(path, bytes);
}

async function sweep(): Promise<string[]> {
  const job = await vault.client.call('integrity.sweep', {});
  await vault.client.core.services.jobs.ended(job.id);
  return (await vault.client.call('integrity.report', {})).damaged.map((each) => each.exhibit).sort();
}

function pick(n: number): string {
  const id = ids()[n];
  if (id === undefined) throw new Error('no such exhibit');
  return id;
}

it('finds every damaged exhibit and no other, puts it aside, and leaves the rest as it was', async () => {
  expect(await sweep()).toEqual([]);
  expect(await vault.client.call('integrity.report', {})).toMatchObject({
    total: 12,
    checked: 12,
    damagedCount: 0,
  });
  const harmed = [pick(2), pick(5), pick(9)].sort();
  const files = await Promise.all(harmed.map(fileOf));
  for (const exhibit of harmed) await flipBit(exhibit);
  expect(await sweep()).toEqual(harmed);
  for (const file of files) expect(existsSync(file)).toBe(false);
  expect(readdirSync(join(vault.path, 'quarantine'))).toHaveLength(3);
  for (const exhibit of ids()) {
    const view = vault.client.call('evidence.view', { case: caseId, exhibit });
    if (harmed.includes(exhibit)) await expect(view).rejects.toThrow('blob.damaged');
    else expect((await view).size).toBe(contents.get(exhibit)?.length);
  }
});

it('mends from the original file, and takes no other for it', async () => {
  const exhibit = pick(4);
  await flipBit(exhibit);
  expect(await sweep()).toEqual([exhibit]);
  const offer = async (name: string, bytes: Buffer): Promise<string> => {
    writeFileSync(join(vault.root, name), bytes);
    return (await vault.client.core.offerFile(join(vault.root, name))).handle;
  };
  const other = await offer('otro.bin', Buffer.from('otro contenido'));
  await expect(vault.client.call('integrity.mend', { case: caseId, exhibit, file: other })).rejects.toThrow(
    'integrity.notTheOriginal',
  );
  expect(await sweep()).toEqual([exhibit]);
  const original = contents.get(exhibit) ?? Buffer.alloc(0);
  const file = await offer('original.bin', original);
  expect(await vault.client.call('integrity.mend', { case: caseId, exhibit, file })).toEqual({ exhibits: 1 });
  expect(await vault.client.call('integrity.check', { case: caseId, exhibit })).toEqual({
    valid: true,
    problems: [],
  });
  const { ticket, size } = await vault.client.call('evidence.view', { case: caseId, exhibit });
  const part = await vault.client.core.read(ticket, 0, size);
  expect(Buffer.from(part.bytes).equals(original)).toBe(true);
  // The file that is now the exhibit's content is known after a new start, and kept.
  await vault.client.core.stop();
  await vault.client.call('vault.unlock', first);
  expect(await sweep()).toEqual([]);
});

it('mends from a backup, all exhibits with the content together', async () => {
  const exhibit = pick(7);
  const twin = await vault.attach(caseId, 'el mismo.bin', contents.get(exhibit) ?? '');
  const folder = join(vault.root, 'copias');
  mkdirSync(folder);
  const { handle } = await vault.client.core.offerFolder(folder);
  const job = await vault.client.call('backup.create', { folder: handle });
  const { path } = (await vault.client.core.services.jobs.ended(job.id)).result as { path: string };
  await flipBit(exhibit);
  expect(await sweep()).toEqual([exhibit, twin].sort());
  // Told once for each, however often it is looked at again.
  expect(await sweep()).toEqual([exhibit, twin].sort());
  const { entries } = await vault.client.call('timeline.list', {
    case: caseId,
    limit: 100,
    kinds: ['integrity.damaged'],
  });
  expect(entries).toHaveLength(2);
  const wrong = await vault.client.core.offerFolder(folder);
  await expect(
    vault.client.call('integrity.mend', { case: caseId, exhibit, backup: wrong.handle }),
  ).rejects.toThrow('integrity.notInBackup');
  const backup = await vault.client.core.offerFolder(path);
  expect(await vault.client.call('integrity.mend', { case: caseId, exhibit, backup: backup.handle })).toEqual(
    { exhibits: 2 },
  );
  expect(await sweep()).toEqual([]);
  const again = await vault.client.core.offerFolder(path);
  await expect(
    vault.client.call('integrity.mend', { case: caseId, exhibit, backup: again.handle }),
  ).rejects.toThrow('integrity.isSound');
  // Damaged a second time, it is put aside beside the first: nothing is overwritten.
  await flipBit(exhibit);
  expect(await sweep()).toEqual([exhibit, twin].sort());
  expect(readdirSync(join(vault.path, 'quarantine'))).toHaveLength(2);
});

it('says of lost content that it is lost', async () => {
  const exhibit = pick(0);
  const { rmSync } = await import('node:fs');
  rmSync(await fileOf(exhibit));
  expect(await vault.client.call('integrity.check', { case: caseId, exhibit })).toMatchObject({
    valid: false,
    problems: [{ what: 'missing' }],
  });
});
