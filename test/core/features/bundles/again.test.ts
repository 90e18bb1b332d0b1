import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyBundle } from '../../../../electron/core/features/bundles/index.ts';
import type { BundleJobResult } from '../../../../electron/core/features/bundles/records.ts';
import { first, makeVault, openBehind, type TestVault } from '../../../support/vault.ts';

/** Four exhibits, each a page more than half of the 200 sheets that a volume has by this court: four volumes. */
const names = ['uno.pdf', 'dos.pdf', 'tres.pdf', 'cuatro.pdf'];
let vault: TestVault;
let caseId: string;
let exhibits: string[];

function pages(count: number, said: string): Uint8Array {
  const document = new mupdf.PDFDocument();
  const font = document.addSimpleFont(new mupdf.Font('Times-Roman'));
  for (let n = 1; n <= count; n += 1) {
    const content = `BT /F 20 Tf 80 700 Td (${said} ${n}) Tj ET`;
    document.insertPage(-1, document.addPage([0, 0, 595, 842], 0, { Font: { F: font } }, content));
  }
  return document.saveToBuffer('compress').asUint8Array().slice();
}

beforeAll(async () => {
  vault = await makeVault();
  caseId = (await vault.client.call('cases.open', { title: 'Hotel Mirador' })).id;
  exhibits = [];
  for (const name of names) exhibits.push(await vault.attach(caseId, name, pages(101, name)));
});
afterAll(() => vault.remove());

interface More {
  readonly title?: string;
  readonly folder?: string;
  readonly passphrase?: string;
}

async function exported(of: readonly string[], more: More = {}): Promise<BundleJobResult> {
  // Two packages of one second would have one name.
  await new Promise((done) => setTimeout(done, 1_100));
  const { client } = vault;
  const { title = 'Juicio', folder, passphrase } = more;
  const order = { case: caseId, title, exhibits: of, unreadable: 'stop', passphrase } as const;
  const job = await client.call('bundles.export', {
    ...order,
    profile: 'bolivia-cuerpos',
    folder: folder === undefined ? undefined : (await client.core.offerFolder(folder)).handle,
  });
  const { error, result } = await client.core.services.jobs.ended(job.id);
  if (error !== undefined) throw new Error(error.code);
  return result as BundleJobResult;
}

const fileOf = ({ path, volumes }: BundleJobResult, at: number): string =>
  join(path, ...(volumes[at]?.path ?? '').split('/'));
const hashes = (of: BundleJobResult): string[] =>
  of.volumes.map((_, at) =>
    createHash('sha256')
      .update(readFileSync(fileOf(of, at)))
      .digest('hex'),
  );
/** Which volumes of a bundle are those of another, byte for byte. */
const alike = (a: BundleJobResult, b: BundleJobResult): boolean[] => {
  const before = hashes(b);
  return hashes(a).map((hash, at) => hash === before[at]);
};
const isSound = async ({ path }: BundleJobResult): Promise<boolean> => (await verifyBundle(path)).valid;

it('draws the first volume and takes the others, where nothing changed, and the package is whole', async () => {
  const before = await exported(exhibits);
  expect([before.volumes.length, before.taken]).toEqual([4, 0]);
  const again = await exported(exhibits);
  expect(again.taken).toBe(3);
  expect(alike(again, before)).toEqual([false, true, true, true]);
  expect(await isSound(again)).toBe(true);
  // The cover of the first alone says when it was exported.
  const firstPages = again.volumes.map((_, at) =>
    mupdf.Document.openDocument(readFileSync(fileOf(again, at)), 'application/pdf')
      .loadPage(0)
      .toStructuredText('')
      .asText(),
  );
  expect(firstPages.map((text) => text.includes('Exportado'))).toEqual([true, false, false, false]);
});

it('draws what changed, and no more: a custody event, the order, the title', async () => {
  const before = await exported(exhibits);
  await vault.client.call('custody.record', {
    case: caseId,
    exhibit: exhibits[2] ?? '',
    event: 'received',
    when: new Date().toISOString(),
    from: 'Sgto. Ayaviri',
    to: 'Secretaría',
    place: 'El Alto',
  });
  const after = await exported(exhibits);
  expect(alike(after, before)).toEqual([false, true, false, true]);
  const [a = '', b = '', c = '', d = ''] = exhibits;
  const turned = await exported([a, b, d, c]);
  expect(turned.taken).toBe(1);
  expect((await exported(exhibits, { title: 'Otro título' })).taken).toBe(0);
});

it('draws again what was altered or taken away since', async () => {
  const folder = mkdtempSync(join(vault.root, 'altered-'));
  const before = await exported(exhibits, { folder });
  const altered = readFileSync(fileOf(before, 1));
  altered.writeUInt8(altered.readUInt8(altered.length >> 1) ^ 1, altered.length >> 1);
  writeFileSync(fileOf(before, 1), altered);
  rmSync(fileOf(before, 2));
  vault.client.core.services.previews.drawn.clear();
  const again = await exported(exhibits, { folder });
  expect(again.taken).toBe(1);
  expect(await isSound(again)).toBe(true);
});

/** Closed in the evening, opened the next morning: nothing of the day before is in memory. */
async function openedAgain(user: { readonly name: string; readonly passphrase: string }): Promise<void> {
  await vault.client.call('vault.lock', {});
  await vault.client.call('vault.unlock', user);
}

it('takes what the same person put into the same folder before the vault was locked, and nothing of another', async () => {
  const other = { name: 'Rosenda', passphrase: 'laguna verde cinco caminos 31' };
  const { id } = await vault.client.call('users.add', { ...other, roles: ['prosecutor'] });
  await vault.client.call('cases.join', { case: caseId, user: id });
  const folder = mkdtempSync(join(vault.root, 'evening-'));
  const before = await exported(exhibits, { folder });
  await openedAgain(other);
  expect((await exported(exhibits, { folder })).taken).toBe(0);
  await openedAgain(first);
  const again = await exported(exhibits, { folder });
  expect([again.taken, alike(again, before)]).toEqual([3, [false, true, true, true]]);
  expect(await isSound(again)).toBe(true);
});

it('keeps no recipe of a copy for which seals could be opened, and takes it while the vault stays open', async () => {
  await openedAgain(first);
  const folder = mkdtempSync(join(vault.root, 'sealed-'));
  const opened = { folder, passphrase: first.passphrase };
  expect((await exported(exhibits, opened)).taken).toBe(0);
  expect((await exported(exhibits, opened)).taken).toBe(3);
  const behind = await openBehind(vault.path);
  const [last, , before] = behind
    .all<{ bytes: Uint8Array }>(
      `SELECT bytes FROM entry WHERE kind = 'bundle.exported' ORDER BY leaf DESC LIMIT 3`,
    )
    .map(({ bytes }) => Buffer.from(bytes).toString('utf8'));
  behind.close();
  expect(last).not.toContain('"recipe"');
  expect(before).toContain('"recipe"');
  await openedAgain(first);
  expect((await exported(exhibits, { folder })).taken).toBe(0);
});
