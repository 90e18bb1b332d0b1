import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrintInput } from '../../../../electron/core/features/custody/model.ts';
import { has } from '../../../support/tools.ts';
import { makeVault, openBehind, type TestVault } from '../../../support/vault.ts';

let vault: TestVault;
let caseId: string;
let folder: string;
const exhibits: string[] = [];
const numbers: string[] = [];
const handovers: string[] = [];
const at = (hour: number): string => `2026-09-15T${String(hour).padStart(2, '0')}:00:00-04:00`;

beforeAll(async () => {
  vault = await makeVault();
  const { client } = vault;
  folder = join(vault.root, 'hojas');
  mkdirSync(folder);
  caseId = (await client.call('cases.open', { title: 'Taller «Tika Punku»' })).id;
  for (const name of ['Teléfono Ñandú.bin', 'Cuaderno.txt', 'Boleto.txt']) {
    const exhibit = await vault.attach(caseId, name, name);
    exhibits.push(exhibit);
    numbers.push((await client.call('evidence.show', { case: caseId, exhibit })).number);
    const inCase = { case: caseId, exhibit };
    await client.call('custody.record', {
      ...inCase,
      event: 'received',
      when: at(8),
      to: 'Secretaría de la Fiscalía',
    });
    await client.call('custody.record', {
      ...inCase,
      event: 'sealed',
      when: at(9),
      seal: `LP-0417-${exhibits.length}`,
    });
  }
  const { handover } = await client.call('custody.handOver', {
    case: caseId,
    exhibits: exhibits.slice(0, 2),
    when: at(10),
    place: 'Ventanilla del IDIF',
    reason: 'Pericia informática',
    dueBack: '2026-10-01',
    receiver: { how: 'paper', name: 'Ludmila Ortuño', document: 'CI 4839201 LP', institution: 'IDIF' },
  });
  handovers.push(handover);
});
afterAll(() => vault.remove());

async function print(input: Omit<PrintInput, 'case' | 'folder'>): Promise<{ path: string; pages: number }> {
  const { handle } = await vault.client.core.offerFolder(folder);
  return vault.client.call('custody.print', { case: caseId, folder: handle, ...input });
}
const canRead = has('pdftotext', 'the printed words are read back');
const words = (path: string): string =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
const canScan = has('zbarimg', 'the printed codes are scanned back');

/** Every code on a page, as a scanner types it. */
function scanned(path: string, page: number): string[] {
  const document = mupdf.Document.openDocument(readFileSync(path), 'application/pdf');
  const pixmap = document
    .loadPage(page)
    .toPixmap(mupdf.Matrix.scale(4, 4), mupdf.ColorSpace.DeviceGray, false);
  const image = join(vault.root, 'page.png');
  writeFileSync(image, pixmap.asPNG());
  const text = execFileSync('zbarimg', ['--raw', '-q', '--nodbus', image], { encoding: 'utf8' });
  return text.trim().split('\n').sort();
}

describe('the custody sheet', () => {
  it('says what it is, its hash, its seal and every event, with a QR code', async () => {
    const { path, pages } = await print({ form: 'sheet', exhibits: [exhibits[0] ?? ''] });
    expect(pages).toBe(1);
    const [number = ''] = numbers;
    const { sha256 } = await vault.client.call('evidence.show', { case: caseId, exhibit: exhibits[0] ?? '' });
    if (canRead) {
      const text = words(path);
      for (const said of [
        'Cadena de custodia',
        number,
        sha256,
        'Teléfono Ñandú.bin',
        'LP-0417-1',
        'Secretaría de la Fiscalía',
        'Ludmila Ortuño',
        'CI 4839201 LP',
        '15/09/2026 10:00',
        'Pericia informática',
        '01/10/2026',
      ])
        expect(text.replaceAll(' ', '')).toContain(said.replaceAll(' ', ''));
    }
    if (canScan) expect(scanned(path, 0)).toEqual([`${number} sha256:${sha256}`]);
  });

  it('prints a contradiction as such, over as many pages as the chain needs', async () => {
    const exhibit = exhibits[2] ?? '';
    const odd = { case: caseId, exhibit, event: 'transferred' as const };
    await vault.client.call('custody.record', {
      ...odd,
      when: at(11),
      from: 'Portería',
      to: 'Depósito',
      why: 'sin acta',
    });
    for (let turn = 0; turn < 30; turn += 1)
      await vault.client.call('custody.record', {
        ...odd,
        when: at(12),
        from: turn % 2 === 0 ? 'Depósito' : 'Sala',
        to: turn % 2 === 0 ? 'Sala' : 'Depósito',
        reason: `Movimiento ${turn}`,
      });
    const { path, pages } = await print({ form: 'sheet', exhibits: [exhibit] });
    expect(pages).toBeGreaterThan(2);
    if (!canRead) return;
    const text = words(path);
    for (let turn = 0; turn < 30; turn += 1) expect(text).toContain(`Movimiento ${turn}`);
    expect(text).toContain('pero la entregó Portería');
    expect(text).toContain('Explicación: sin acta');
    expect(text).toContain(`Hoja ${pages} de ${pages}`);
  });
});

it('the receipt names every exhibit of the hand-over and both sides', async () => {
  const { path } = await print({ form: 'receipt', exhibits: [], handover: handovers[0] });
  if (!canRead) return;
  const text = words(path);
  for (const said of [
    'Acta de entrega y recepción',
    '2 evidencias',
    'Ludmila Ortuño',
    'IDIF',
    'CI 4839201 LP',
    'Ventanilla del IDIF',
    'Secretaría de la Fiscalía',
    'E-001',
    'E-002',
    'LP-0417-1',
    'LP-0417-2',
  ])
    expect(text).toContain(said);
  expect(text).not.toContain('E-003');
});

describe.each(['qr', 'code128'] as const)('labels with %s', (code) => {
  it('three on a sheet, from the first that is free, each scans as the printed number', async () => {
    const { path, pages } = await print({ form: 'labels', exhibits, code, firstLabel: 23 });
    expect(pages).toBe(2);
    const document = mupdf.Document.openDocument(readFileSync(path), 'application/pdf');
    expect(document.loadPage(0).getBounds().map(Math.round)).toEqual([0, 0, 595, 842]);
    if (canRead) expect(words(path)).toContain('Precinto: LP-0417-2');
    if (canScan) {
      expect(scanned(path, 0)).toEqual(numbers.slice(0, 2));
      expect(scanned(path, 1)).toEqual(numbers.slice(2));
    }
  });

  it('one of 62 × 29 mm a page', async () => {
    const { path, pages } = await print({ form: 'label', exhibits: exhibits.slice(0, 2), code });
    expect(pages).toBe(2);
    const document = mupdf.Document.openDocument(readFileSync(path), 'application/pdf');
    const [, , width = 0, height = 0] = document.loadPage(0).getBounds();
    expect([(width * 25.4) / 72, (height * 25.4) / 72].map(Math.round)).toEqual([62, 29]);
    if (!canScan) return;
    const [typed = ''] = scanned(path, 1);
    expect(typed).toBe(numbers[1]);
    const search = { text: typed, sort: 'number' as const, descending: false, offset: 0, limit: 5 };
    const found = await vault.client.call('evidence.list', { case: caseId, ...search });
    expect(found.rows.map(({ number }) => number)).toEqual([numbers[1]]);
  });
});

it('is on record with the hash of what was printed', async () => {
  const sql = await openBehind(vault.path);
  const rows = sql.all<{ kind: string }>("SELECT kind FROM entry WHERE kind = 'custody.printed'");
  sql.close();
  expect(rows.length).toBeGreaterThanOrEqual(7);
  rmSync(folder, { recursive: true });
});

it('does not print what is not of the case', async () => {
  const other = (await vault.client.call('cases.open', { title: 'Otro' })).id;
  const foreign = { case: other, form: 'sheet', exhibits: [exhibits[0]] };
  expect(await vault.client.core.call('custody.print', foreign)).toMatchObject({
    error: { code: 'call.notFound' },
  });
  const receipt = { case: other, form: 'receipt', exhibits: [], handover: handovers[0] };
  expect(await vault.client.core.call('custody.print', receipt)).toMatchObject({
    error: { code: 'call.notFound' },
  });
});
