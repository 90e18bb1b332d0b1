import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../../../electron/core/client.ts';
import { restoreBackup, verifyBackup } from '../../../../electron/core/features/safekeeping/index.ts';

const user = { name: 'Fiscal', passphrase: 'molino abierto siete corderos' };
const provenance = { source: '', place: '', collectedOn: '', collectedBy: '', description: '' };
let root: string;
let client: Client;
let backup: string;
let caseId: string;

async function ended(id: string): Promise<unknown> {
  const state = await client.core.services.jobs.ended(id);
  expect(state.error).toBeUndefined();
  return state.result;
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'custodia-backup-'));
  client = createClient(join(root, 'vault'));
  await client.call('vault.create', { office: { name: 'F', jurisdiction: 'bolivia', language: 'es' }, user });
  caseId = (await client.call('cases.open', { title: 'Caso' })).id;
  writeFileSync(join(root, 'a.txt'), 'contenido a');
  writeFileSync(join(root, 'b.txt'), 'contenido b');
  const files = await Promise.all(['a', 'b'].map((name) => client.core.offerFile(join(root, `${name}.txt`))));
  const intake = await client.call('evidence.attach', {
    case: caseId,
    files: files.map(({ handle }) => handle),
    provenance,
  });
  await client.core.services.intakes.ended(intake.id);
  mkdirSync(join(root, 'backups'));
  const { handle } = await client.core.offerFolder(join(root, 'backups'));
  backup = ((await ended((await client.call('backup.create', { folder: handle })).id)) as { path: string })
    .path;
});
afterAll(async () => {
  await client.core.stop();
  rmSync(root, { recursive: true, force: true });
});

describe('a backup', () => {
  it('is whole, and sha256sum says so too', async () => {
    expect(await verifyBackup(backup)).toMatchObject({ valid: true, problems: [] });
    execFileSync('sha256sum', ['--quiet', '-c', 'manifest-sha256.txt'], { cwd: backup });
    expect(readdirSync(join(root, 'backups')).some((name) => name.endsWith('.partial'))).toBe(false);
  });

  it('opens as a vault with everything in it', async () => {
    const place = join(root, 'restored');
    await restoreBackup(backup, place);
    const other = createClient(place);
    await other.call('vault.unlock', user);
    const list = await other.call('evidence.list', {
      case: caseId,
      sort: 'number',
      descending: false,
      offset: 0,
      limit: 10,
    });
    expect(list.rows.map((row) => row.name)).toEqual(['a.txt', 'b.txt']);
    const job = await other.call('vault.verify', { deep: true });
    expect((await other.core.services.jobs.ended(job.id)).result).toMatchObject({ valid: true, blobs: 2 });
    await other.core.stop();
  });

  it('is never restored over anything', async () => {
    await expect(restoreBackup(backup, root)).rejects.toMatchObject({ code: 'vault.exists' });
  });

  it('names a file that changed, is missing or was added, and restores nothing of it', async () => {
    const database = join(backup, 'case-file.db');
    const good = readFileSync(database);
    const bad = Buffer.from(good);
    bad[4_000] = (bad[4_000] ?? 0) ^ 1;
    writeFileSync(database, bad);
    expect((await verifyBackup(backup)).problems).toEqual([{ item: 'case-file.db', what: 'changed' }]);
    await expect(restoreBackup(backup, join(root, 'no'))).rejects.toMatchObject({ code: 'backup.damaged' });
    rmSync(database);
    expect((await verifyBackup(backup)).problems).toEqual([{ item: 'case-file.db', what: 'missing' }]);
    writeFileSync(database, good);
    writeFileSync(join(backup, 'more.txt'), '');
    expect((await verifyBackup(backup)).problems).toEqual([{ item: 'more.txt', what: 'unexpected' }]);
    rmSync(join(backup, 'more.txt'));
    await expect(verifyBackup(root)).rejects.toMatchObject({ code: 'backup.notOne' });
  });
});

describe('the verification of a vault', () => {
  it('names the exhibit whose blob is damaged or missing, and no other', async () => {
    const shelves = readdirSync(join(root, 'vault', 'blobs')).filter((name) => name.length === 2);
    const [first = ''] = shelves;
    const [blob = ''] = readdirSync(join(root, 'vault', 'blobs', first));
    const path = join(root, 'vault', 'blobs', first, blob);
    const good = readFileSync(path);
    const bad = Buffer.from(good);
    bad[bad.length - 3] = (bad[bad.length - 3] ?? 0) ^ 1;
    writeFileSync(path, bad);
    const damaged = (await ended((await client.call('vault.verify', { deep: true })).id)) as {
      problems: { item: string; what: string }[];
    };
    expect(damaged.problems).toHaveLength(1);
    expect(damaged.problems[0]?.item).toMatch(/\/E-00[12]$/);
    expect(damaged.problems[0]?.what).toBe('damaged');
    rmSync(path);
    const missing = (await ended((await client.call('vault.verify', { deep: false })).id)) as typeof damaged;
    expect(missing.problems).toEqual([{ item: damaged.problems[0]?.item, what: 'missing' }]);
    writeFileSync(path, good);
  });
});
