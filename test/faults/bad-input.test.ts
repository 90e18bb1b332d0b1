import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../electron/core/client.ts';
import { allViews } from '../../electron/core/features/index.ts';
import { append } from '../../electron/core/journal/append.ts';
import { layoutOf } from '../../electron/core/vault/layout.ts';
import { lightenKeys } from '../support/light-keys.ts';
import { first, makeVault, noProvenance, openBehind, type TestVault } from '../support/vault.ts';
import { holdKeys } from './open-session.ts';

let vault: TestVault;
let caseId: string;
let copies = 0;

beforeAll(async () => {
  vault = await makeVault();
  caseId = (await vault.client.call('cases.open', { title: 'Caso' })).id;
  await vault.attach(caseId, 'uno.txt', 'contenido uno');
  await vault.attach(caseId, 'dos.txt', 'contenido dos');
  await vault.client.core.stop();
  await lightenKeys(vault.path, [first.passphrase]);
});
afterAll(() => vault.remove());

/** A copy of the vault to be harmed. */
function copy(): string {
  copies += 1;
  const path = join(vault.root, `copy-${copies}`);
  cpSync(vault.path, path, { recursive: true });
  return path;
}

/** What unlocking says, as a code; `open` when it opens. */
async function unlocking(path: string): Promise<string> {
  const client = createClient(path);
  const reply = await client.core.call('vault.unlock', first);
  await client.core.stop();
  return reply.ok ? 'open' : reply.error.code;
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 0x55;
  writeFileSync(path, bytes);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('a vault that was harmed', () => {
  const database = (path: string): string => layoutOf(path).database;
  const key = (path: string): string => layoutOf(path).vaultKey;
  const user = (path: string): string => filesIn(layoutOf(path).users)[0] ?? '';

  it.each<[string, (path: string) => void, string]>([
    ['no vault', (path) => rmSync(path, { recursive: true }), 'vault.absent'],
    ['a format that is rubbish', (path) => writeFileSync(layoutOf(path).format, '{'), 'vault.keyringDamaged'],
    ['no database', (path) => rmSync(database(path)), 'vault.databaseMissing'],
    ['an empty database', (path) => truncateSync(database(path), 0), 'vault.databaseDamaged'],
    [
      'a database cut in its first page',
      (path) => truncateSync(database(path), 2_000),
      'vault.databaseDamaged',
    ],
    ['a byte changed in the first page', (path) => flip(database(path), 100), 'vault.databaseDamaged'],
    [
      'a plain SQLite file in its place',
      (path) =>
        writeFileSync(database(path), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4_096)])),
      'vault.notEncrypted',
    ],
    ['no vault key', (path) => rmSync(key(path)), 'vault.keyringMissing'],
    ['an empty vault key', (path) => truncateSync(key(path), 0), 'vault.keyringDamaged'],
    ['a vault key cut short', (path) => truncateSync(key(path), 300), 'vault.keyringDamaged'],
    ['a byte changed in the vault key', (path) => flip(key(path), -5), 'vault.keyringDamaged'],
    ['a byte changed in the user’s keys', (path) => flip(user(path), -5), 'vault.keyringDamaged'],
    ['no user of that name', (path) => rmSync(user(path)), 'unlock.refused'],
  ])('%s: says so, and touches nothing', async (_what, harm, code) => {
    const path = copy();
    harm(path);
    const before = existsSync(path) ? filesIn(path).map((file) => [file, readFileSync(file, 'hex')]) : [];
    expect(await unlocking(path)).toBe(code);
    for (const [file = '', content] of before) {
      if (!/-(wal|shm)$|lock$|attempts$/.test(file)) expect(readFileSync(file, 'hex'), file).toBe(content);
    }
  });

  it('a byte changed in any page of the database is named by the verification, not by a crash', async () => {
    const path = copy();
    const size = readFileSync(database(path)).length;
    flip(database(path), size - 2_000);
    const client = createClient(path);
    const opened = await client.core.call('vault.unlock', first);
    if (opened.ok) {
      const job = await client.call('vault.verify', { deep: true });
      const ended = await client.core.services.jobs.ended(job.id);
      const found = ended.result as { valid: boolean } | undefined;
      expect(found?.valid === false || ended.error?.code === 'vault.databaseDamaged').toBe(true);
    } else expect(opened.error.code).toBe('vault.databaseDamaged');
    await client.core.stop();
  });

  it.each<[string, (file: string) => void, string]>([
    ['changed', (file) => flip(file, -3), 'damaged'],
    ['changed in its header', (file) => flip(file, 60), 'damaged'],
    ['cut short', (file) => truncateSync(file, 150), 'damaged'],
    ['missing', (file) => rmSync(file), 'missing'],
  ])('a blob that is %s is named by its exhibit, and the others are sound', async (_what, harm, what) => {
    const path = copy();
    harm(filesIn(layoutOf(path).blobs)[0] ?? '');
    const client = createClient(path);
    await client.call('vault.unlock', first);
    const { rows } = await client.call('evidence.list', {
      case: caseId,
      sort: 'number',
      descending: false,
      offset: 0,
      limit: 10,
    });
    const found: string[] = [];
    for (const { id } of rows) {
      const { problems } = await client.call('evidence.verify', { case: caseId, exhibit: id });
      found.push(...problems.map((problem) => problem.what));
      const view = await client.core.call('evidence.view', { case: caseId, exhibit: id });
      if (!view.ok) expect(view.error.code).toBe(what === 'missing' ? 'blob.missing' : 'blob.damaged');
    }
    expect(found).toEqual([what]);
    await client.core.stop();
  });
});

describe('a vault in use', () => {
  it('is opened by one at a time, and by the next when the first is gone', async () => {
    const path = copy();
    const client = createClient(path);
    await client.call('vault.unlock', first);
    expect(await unlocking(path)).toBe('vault.inUse');
    await client.core.stop();
    expect(await unlocking(path)).toBe('open');
  });

  it('notices an older database in the place of its own, and opens it for an administrator who says so', async () => {
    const path = copy();
    const old = readFileSync(layoutOf(path).database);
    const client = createClient(path);
    await client.call('vault.unlock', first);
    await client.call('people.add', { case: caseId, kind: 'person', name: 'Nueva', role: 'witness' });
    await client.core.stop();
    for (const end of ['-wal', '-shm']) rmSync(`${layoutOf(path).database}${end}`, { force: true });
    writeFileSync(layoutOf(path).database, old);
    expect(await unlocking(path)).toBe('vault.rolledBack');
    const again = createClient(path);
    expect((await again.core.call('vault.unlock', { ...first, acceptOlder: true })).ok).toBe(true);
    expect((await again.call('timeline.verify', {})).valid).toBe(true);
    await again.core.stop();
    expect(await unlocking(path)).toBe('open');
  });

  it('records a clock that was set back, and stays in order', async () => {
    const path = copy();
    const held = await holdKeys(path, first.name, first.passphrase);
    const client = createClient(path);
    await client.call('vault.unlock', first);
    const { user } = (await client.call('vault.session', {})) ?? { user: null };
    await client.core.stop();
    // An entry of tomorrow, as a clock that ran ahead would have left it.
    const { createPrivateKey } = await import('node:crypto');
    const sql = await openBehind(path);
    const key = createPrivateKey({ key: Buffer.from(held.signKey, 'base64'), format: 'der', type: 'pkcs8' });
    const workstation =
      sql.get<{ feed: string }>("SELECT feed FROM feed_head WHERE feed LIKE 'office.%'")?.feed.slice(7) ?? '';
    sql.transaction(() =>
      append(
        sql,
        allViews,
        { user: user?.id ?? '', key, workstation },
        {
          kind: 'person.added',
          case: caseId,
          body: { case: caseId, person: 'p', kind: 'person', name: 'Mañana', role: 'witness' },
        },
        Date.now() + 86_400_000,
      ),
    );
    sql.close();
    const after = createClient(path);
    await after.call('vault.unlock', first);
    await after.call('people.add', { case: caseId, kind: 'person', name: 'Hoy', role: 'witness' });
    expect(await after.call('timeline.verify', {})).toMatchObject({ valid: true });
    const behind = await openBehind(path);
    const kinds = behind.all<{ kind: string }>('SELECT kind FROM entry ORDER BY leaf DESC LIMIT 2');
    expect(kinds.map(({ kind }) => kind)).toEqual(['person.added', 'journal.clockSetBack']);
    behind.close();
    await after.core.stop();
  });
});

describe('files that people pick', () => {
  const names = [
    '../../arriba.txt',
    'CON.txt',
    'a\u202Efdp.exe',
    'línea\nnueva.txt',
    '🧵 «la ñusta».txt',
    'e\u0301.txt',
    `${'x'.repeat(240)}.txt`,
    ' .oculto ',
    '-rf.txt',
  ].filter((name) => !name.includes('/'));

  it('may have any name: they are attached under it, and extracted into the chosen folder only', async () => {
    const path = copy();
    const client: Client = createClient(path);
    await client.call('vault.unlock', first);
    const sources = join(vault.root, `names-${copies}`);
    const target = join(sources, 'target');
    mkdirSync(target, { recursive: true });
    for (const name of names) writeFileSync(join(sources, name), name);
    const handles = await Promise.all(names.map((name) => client.core.offerFile(join(sources, name))));
    const intake = await client.call('evidence.attach', {
      case: caseId,
      files: handles.map(({ handle }) => handle),
      provenance: noProvenance,
    });
    const { results } = await client.core.services.intakes.ended(intake.id);
    expect(results.map((result) => result.error)).toEqual(names.map(() => undefined));
    expect(results.map((result) => result.name)).toEqual(names.map((name) => name.normalize('NFC')));
    for (const result of results) {
      const { handle } = await client.core.offerFolder(target);
      const { name } = await client.call('evidence.extract', {
        case: caseId,
        exhibit: result.exhibit ?? '',
        folder: handle,
      });
      expect(dirname(join(target, name))).toBe(target);
      expect(existsSync(join(target, name))).toBe(true);
    }
    expect(readdirSync(target)).toHaveLength(names.length);
    await client.core.stop();
  });

  it('may vanish, change or be no file: each is told by its name, and the rest goes in', async () => {
    const path = copy();
    const client = createClient(path);
    await client.call('vault.unlock', first);
    const sources = join(vault.root, `bad-${copies}`);
    mkdirSync(sources);
    for (const name of ['queda.txt', 'vacio.bin', 'se-va.txt'])
      writeFileSync(join(sources, name), name === 'vacio.bin' ? '' : name);
    await expect(client.core.offerFile(sources)).rejects.toMatchObject({ code: 'file.notAFile' });
    await expect(client.core.offerFile(join(sources, 'no'))).rejects.toMatchObject({ code: 'file.vanished' });
    const handles = await Promise.all(
      ['queda.txt', 'se-va.txt', 'vacio.bin'].map((name) => client.core.offerFile(join(sources, name))),
    );
    rmSync(join(sources, 'se-va.txt'));
    const input = {
      case: caseId,
      files: handles.map(({ handle }) => handle),
      provenance: noProvenance,
    };
    const intake = await client.call('evidence.attach', input);
    const { results } = await client.core.services.intakes.ended(intake.id);
    expect(results.map((result) => result.error?.code)).toEqual([undefined, 'file.vanished', undefined]);
    expect(results[2]).toMatchObject({ size: 0, name: 'vacio.bin' });
    // A handle works once.
    expect(await client.core.call('evidence.attach', input)).toMatchObject({
      error: { code: 'file.handleUnknown' },
    });
    await client.core.stop();
  });
});

const isRoot = process.getuid?.() === 0;
let mounts = false;
try {
  execFileSync('sh', ['-c', 'd=$(mktemp -d) && mount -t tmpfs -o size=1m none "$d" && umount "$d"'], {
    stdio: 'ignore',
  });
  mounts = isRoot === true;
} catch {
  mounts = false;
}
if (!mounts)
  process.stdout.write('NOT RUN: a real full and a real read-only disk: this may not mount one here\n');

describe.runIf(mounts)('a disk', () => {
  const disks: string[] = [];
  function disk(size: string): string {
    const path = join(vault.root, `disk-${disks.length}`);
    mkdirSync(path);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', path]);
    disks.push(path);
    return path;
  }
  afterAll(() => {
    for (const path of disks) execFileSync('umount', ['-l', path]);
  });

  it('that fills up while attaching: says so, keeps what was acknowledged, and goes on when there is room', async () => {
    const path = disk('40m');
    cpSync(vault.path, join(path, 'vault'), { recursive: true });
    const client = createClient(join(path, 'vault'));
    await client.call('vault.unlock', first);
    const big = join(vault.root, 'grande.bin');
    writeFileSync(big, Buffer.alloc(12 * 1024 * 1024, 7));
    const more = join(vault.root, 'mas.bin');
    writeFileSync(more, Buffer.alloc(12 * 1024 * 1024, 8));
    const handles = [await client.core.offerFile(big), await client.core.offerFile(more)];
    const intake = await client.call('evidence.attach', {
      case: caseId,
      files: handles.map(({ handle }) => handle),
      provenance: noProvenance,
    });
    const full = await client.core.services.intakes.ended(intake.id);
    expect(full.state).toBe('interrupted');
    expect(full.results.map((result) => result.error?.code)).toEqual([undefined, 'disk.full']);
    execFileSync('mount', ['-o', 'remount,size=120m', path]);
    await client.call('evidence.resume', { intake: intake.id });
    const done = await client.core.services.intakes.ended(intake.id);
    expect(done.state).toBe('done');
    expect(done.results.every((result) => result.exhibit !== undefined)).toBe(true);
    const job = await client.call('vault.verify', { deep: true });
    expect((await client.core.services.jobs.ended(job.id)).result).toMatchObject({ valid: true, blobs: 4 });
    await client.core.stop();
  });

  it('that is read-only: says so when something is written, and nothing is lost', async () => {
    const path = disk('60m');
    cpSync(vault.path, join(path, 'vault'), { recursive: true });
    execFileSync('mount', ['-o', 'remount,ro', path]);
    expect(await unlocking(join(path, 'vault'))).toBe('disk.readOnly');
    execFileSync('mount', ['-o', 'remount,rw', path]);
    expect(await unlocking(join(path, 'vault'))).toBe('open');
  });
});
