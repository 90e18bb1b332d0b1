import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { indexSchema } from '../../../../electron/core/features/search/schema.ts';
import { openDatabase } from '../../../../electron/core/vault/database/connection.ts';
import { onePagePdf } from '../../../fixtures/pdf.ts';
import { first, keysOf, makeVault, noProvenance, type TestVault } from '../../../support/vault.ts';

let vault: TestVault;
let caseId: string;

beforeEach(async () => {
  vault = await makeVault();
  caseId = (await vault.client.call('cases.open', { title: 'Operación Ñusta' })).id;
});
afterEach(() => vault.remove());

async function found(text: string): Promise<string[]> {
  const { hits } = await vault.client.call('search.find', { text: `${text} `, limit: 50 });
  return hits.map((hit) => `${hit.kind}${hit.page === null ? '' : ` ${hit.page}`}`);
}
const again = async (): Promise<void> => {
  await vault.client.call('vault.unlock', first);
};
const index = (): string => join(vault.path, 'index.db');

describe('the index', () => {
  it('finds what was written a moment ago, and an amended word only in the log', async () => {
    const person = await vault.client.call('people.add', {
      case: caseId,
      kind: 'person',
      name: 'Wara Quispe',
      role: 'witness',
    });
    expect(await found('wara')).toEqual(['person']);
    const [row] = await vault.client.call('people.list', { case: caseId });
    await vault.client.call('people.amend', {
      case: caseId,
      person: person.id,
      amendments: [
        { field: 'name', value: 'Sisa Quispe', saw: row?.fields.name.saw ?? [], reason: 'se llamaba Huayra' },
      ],
    });
    expect(await found('wara')).toEqual([]);
    expect(await found('sisa')).toEqual(['person', 'entry']);
    expect(await found('huayra')).toEqual(['entry']);
  });

  it('reads what is attached, and opens at the page', async () => {
    const exhibit = await vault.attach(caseId, 'informe.pdf', onePagePdf('hallado junto al samovar'));
    await vault.client.call('reading.settle', { scans: false });
    const { hits } = await vault.client.call('search.find', { text: 'samovar ', limit: 5 });
    expect(hits).toEqual([
      expect.objectContaining({ kind: 'page', id: exhibit, page: 0, case: caseId, label: 'informe.pdf' }),
    ]);
    expect(hits[0]?.context.filter((piece) => piece.found)).toEqual([{ text: 'samovar', found: true }]);
  });

  it('holds nothing that can be read without the key', async () => {
    await vault.attach(caseId, 'secreto.txt', 'la palabra plantada es zampoñero');
    await vault.client.call('reading.settle', { scans: false });
    expect(await found('zamponero')).toEqual(['page 0']);
    await vault.client.core.stop();
    const bytes = readFileSync(index());
    expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    for (const word of ['zampo', 'Ñusta', 'secreto', 'CREATE TABLE'])
      expect(bytes.includes(word)).toBe(false);
  });

  it.each([
    ['lost', () => rmSync(index())],
    [
      'damaged',
      () =>
        writeFileSync(
          index(),
          Buffer.concat([readFileSync(index()).subarray(0, 5_000), Buffer.alloc(9_000, 7)]),
        ),
    ],
    ['plaintext', () => writeFileSync(index(), 'SQLite format 3\0'.padEnd(4_096, 'x'))],
  ])('is made anew where it was %s', async (_what, harm) => {
    await vault.attach(caseId, 'nota.txt', 'palabra kuntur');
    await vault.client.call('reading.settle', { scans: false });
    await vault.client.core.stop();
    for (const end of ['-wal', '-shm']) rmSync(index() + end, { force: true });
    harm();
    await again();
    await vault.client.call('reading.settle', { scans: false });
    expect(await found('kuntur')).toEqual(['page 0']);
    expect(await found('nusta')).toEqual(['case']);
  });

  it('follows the vault’s key when a user is removed', async () => {
    await vault.attach(caseId, 'nota.txt', 'palabra kuntur');
    await vault.client.call('reading.settle', { scans: false });
    const user = await vault.client.call('users.add', {
      name: 'Ajena',
      passphrase: 'otra frase larga del norte 8',
      roles: ['clerk'],
    });
    const before = (await keysOf(vault.path)).databaseKey;
    await vault.client.call('users.remove', { user: user.id });
    expect(await found('kuntur')).toEqual(['page 0']);
    await vault.client.core.stop();
    expect(() => openDatabase(index(), before)).toThrow();
    await again();
    expect(await found('kuntur')).toEqual(['page 0']);
  });
});

it('fits its leaves into pages, each of which is decrypted by itself', () => {
  const path = join(vault.root, 'leaves.db');
  const sql = openDatabase(path, 'a1'.repeat(32), { create: true });
  sql.exec(indexSchema);
  const words = Array.from({ length: 20_000 }, (_, n) => `palabra${n * 7_919}`);
  sql.run('INSERT INTO page_text (rowid, scope, body) VALUES (1, ?, ?)', ['xc1', words.join(' ')]);
  const leaf = sql.get<{ longest: number; count: number }>(
    'SELECT max(length(block)) AS longest, count(*) AS count FROM page_text_data',
  );
  sql.close();
  // SQLCipher leaves 4,016 bytes of a page, of which a row of a table may fill 35 fewer before it overflows.
  const rowHead = 6;
  expect(leaf?.count).toBeGreaterThan(20);
  expect(leaf?.longest).toBeLessThanOrEqual(4_016 - 35 - rowHead);
});

describe('who may not see', () => {
  it('neither finds nor counts what lies in another team’s case', async () => {
    await vault.client.call('users.add', {
      name: 'Ajena',
      passphrase: 'otra frase larga del norte 8',
      roles: ['clerk'],
    });
    await vault.attach(caseId, 'nota.txt', 'palabra kuntur');
    await vault.client.call('reading.settle', { scans: false });
    await vault.client.call('vault.unlock', { name: 'Ajena', passphrase: 'otra frase larga del norte 8' });
    const nothing = await vault.client.call('search.find', { text: 'kuntur', limit: 5 });
    expect(nothing).toEqual({
      hits: [],
      counts: { case: 0, person: 0, exhibit: 0, asset: 0, page: 0, speech: 0, entry: 0 },
      more: false,
    });
    const own = await vault.client.call('cases.open', { title: 'Mi caso' });
    const file = join(vault.root, 'mio.txt');
    writeFileSync(file, 'otro kuntur');
    const { handle } = await vault.client.core.offerFile(file);
    const intake = await vault.client.call('evidence.attach', {
      case: own.id,
      files: [handle],
      provenance: noProvenance,
    });
    await vault.client.core.services.intakes.ended(intake.id);
    await vault.client.call('reading.settle', { scans: false });
    const mine = await vault.client.call('search.find', { text: 'kuntur', limit: 5 });
    expect(mine.hits.map((hit) => hit.case)).toEqual([own.id]);
    expect(mine.counts.page).toBe(1);
    expect(await vault.client.call('reading.progress', {})).toMatchObject({ total: 1 });
    await expect(
      vault.client.call('search.find', { text: 'kuntur', limit: 5, case: caseId }),
    ).rejects.toThrow('call.notOnTeam');
  });
});

describe('limits', () => {
  it('keeps to a kind, a case, a person and days', async () => {
    const other = await vault.client.call('cases.open', { title: 'Otro kuntur', openedOn: '2024-02-03' });
    const person = await vault.client.call('people.add', {
      case: caseId,
      kind: 'person',
      name: 'Kuntur Mamani',
      role: 'witness',
    });
    await vault.attach(caseId, 'kuntur.txt', 'dentro: kuntur');
    await vault.client.call('reading.settle', { scans: false });
    const ask = async (limits: object): Promise<string[]> =>
      (await vault.client.call('search.find', { text: 'kuntur', limit: 50, ...limits })).hits
        .map((hit) => hit.kind)
        .sort();
    expect(await ask({})).toEqual(['case', 'exhibit', 'page', 'person']);
    expect(await ask({ kinds: ['page'] })).toEqual(['page']);
    expect(await ask({ case: other.id })).toEqual(['case']);
    expect(await ask({ person: person.id })).toEqual(['person']);
    expect(await ask({ from: '2024-01-01', to: '2024-12-31' })).toEqual(['case']);
    expect(await ask({ from: '2024-02-04', to: '2024-12-31' })).toEqual([]);
  });
});
