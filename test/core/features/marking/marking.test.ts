import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BundleJobResult } from '../../../../electron/core/features/bundles/records.ts';
import { allViews } from '../../../../electron/core/features/index.ts';
import { rebuildViews, viewsDigest } from '../../../../electron/core/journal/views.ts';
import { makeVault, openBehind, type TestVault } from '../../../support/vault.ts';

let vault: TestVault;
let caseId: string;
let statement: string;
let photo: string;
let letter: string;

function pdfWith(text: string): Uint8Array {
  const pdf = new mupdf.PDFDocument();
  const font = pdf.addObject(pdf.addSimpleFont(new mupdf.Font('Helvetica')));
  const content = `BT /F1 12 Tf 50 760 Td (${text}) Tj ET`;
  pdf.insertPage(-1, pdf.addPage([0, 0, 595, 842], 0, { Font: { F1: font } }, content));
  return pdf.saveToBuffer('').asUint8Array().slice();
}

function picture(): Uint8Array {
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, 40, 40], false);
  pixmap.clear(200);
  return Buffer.from(pixmap.asPNG());
}

beforeAll(async () => {
  vault = await makeVault();
  const { client } = vault;
  const pack = await client.call('office.jurisdiction', {});
  const made = await client.call('cases.open', {
    title: 'Hotel Mirador',
    offences: [pack.offences[0]?.id ?? ''],
    stage: pack.stages[0]?.id ?? '',
    status: pack.statuses[0]?.id ?? '',
    openedOn: '2026-05-03',
  });
  caseId = made.id;
  statement = await vault.attach(
    caseId,
    'declaración de Julia Choque.pdf',
    pdfWith('Declara Julia Choque Mamani'),
  );
  photo = await vault.attach(caseId, 'foto.png', picture());
  letter = await vault.attach(caseId, 'carta.txt', 'Querida Julia:\nte esperan en Oruro.\n');
});
afterAll(() => vault.remove());

const on = (exhibit: string) => ({ case: caseId, exhibit });
const marks = (exhibit: string) => vault.client.call('marking.show', on(exhibit));
const listed = async (filter: { tag?: string; collection?: string; person?: string }) =>
  (
    await vault.client.call('evidence.list', {
      case: caseId,
      ...filter,
      sort: 'number',
      descending: false,
      offset: 0,
      limit: 50,
    })
  ).rows.map((row) => row.id);

describe('notes', () => {
  it('are amended with both versions kept, and removed with a reason', async () => {
    const { client } = vault;
    const { id } = await client.call('marking.note', { ...on(statement), text: 'Firma ilegible', page: 0 });
    const [note] = (await marks(statement)).notes;
    expect(note).toMatchObject({
      id,
      text: 'Firma ilegible',
      page: 0,
      region: null,
      time: null,
      versions: 1,
    });
    const saw = [...(note?.saw ?? [])];
    for (const value of ['Firma ilegible, folio 2', 'Sin firma'])
      await client.call('marking.amendNote', {
        ...on(statement),
        note: id,
        amendments: [{ field: 'text', value, saw }],
      });
    const [both] = (await marks(statement)).notes;
    expect([both?.text, ...(both?.conflicting ?? []).map((other) => other.value)].sort()).toEqual([
      'Firma ilegible, folio 2',
      'Sin firma',
    ]);
    await client.call('marking.removeNote', { ...on(statement), note: id, reason: 'Repetida' });
    expect((await marks(statement)).notes).toEqual([]);
    const { entries } = await client.call('timeline.list', {
      case: caseId,
      limit: 50,
      text: 'Firma ilegible',
    });
    expect(entries.length).toBeGreaterThan(0);
  });

  it('are not put outside the page, nor on another case’s exhibit', async () => {
    const region = { x: 0.9, y: 0.1, width: 0.2, height: 0.1 };
    await expect(
      vault.client.call('marking.note', { ...on(statement), text: 'x', page: 0, region }),
    ).rejects.toMatchObject({ code: 'call.invalid' });
    await expect(vault.client.call('marking.note', { ...on('nobody'), text: 'x' })).rejects.toMatchObject({
      code: 'call.notFound',
    });
  });
});

describe('tags', () => {
  it('are words of the case: one word whatever its spelling, with the colour of its first use', async () => {
    const { client } = vault;
    await client.call('marking.tag', {
      ...on(statement),
      add: ['Teléfono', '  hotel   Mirador '],
      remove: [],
    });
    await client.call('marking.tag', { ...on(letter), add: ['TELEFONO'], remove: [] });
    const { tags } = await client.call('marking.inCase', { case: caseId });
    expect(tags.map(({ word, exhibits }) => [word, exhibits])).toEqual([
      ['hotel Mirador', 1],
      ['Teléfono', 2],
    ]);
    expect(new Set(tags.map((tag) => tag.colour)).size).toBe(2);
    expect(await listed({ tag: 'teléfono' })).toEqual([statement, letter]);
    await client.call('marking.tag', { ...on(letter), add: [], remove: ['telefono'] });
    expect(await listed({ tag: 'Teléfono' })).toEqual([statement]);
  });

  it('write nothing where they change nothing', async () => {
    const { client } = vault;
    const before = (await client.call('timeline.checkpoint', {})).size;
    await client.call('marking.tag', { ...on(statement), add: ['telefono'], remove: ['nunca puesta'] });
    expect((await client.call('timeline.checkpoint', {})).size).toBe(before);
  });
});

describe('links', () => {
  it('tie an exhibit to a person of the case, a place, a thing or another exhibit', async () => {
    const { client } = vault;
    const { id: person } = await client.call('people.add', {
      case: caseId,
      kind: 'person',
      name: 'Testigo 1',
      role: 'witness',
    });
    await client.call('marking.link', {
      ...on(statement),
      toKind: 'person',
      to: person,
      type: 'mentions',
      page: 0,
    });
    await client.call('marking.link', {
      ...on(photo),
      toKind: 'place',
      toText: 'Terminal de Oruro',
      type: 'takenAt',
    });
    const { id } = await client.call('marking.link', {
      ...on(photo),
      toKind: 'exhibit',
      to: letter,
      type: 'shows',
    });
    expect((await marks(statement)).links[0]).toMatchObject({ name: 'Testigo 1', kind: 'person', page: 0 });
    expect((await marks(photo)).links.map((link) => link.name)).toEqual(['Terminal de Oruro', 'carta.txt']);
    expect(await listed({ person })).toEqual([statement]);
    await client.call('marking.unlink', { ...on(photo), link: id, reason: '' });
    expect((await marks(photo)).links).toHaveLength(1);
    for (const wrong of [
      { toKind: 'person', toText: 'alguien' },
      { toKind: 'person', to: statement },
      { toKind: 'exhibit', to: photo },
      { toKind: 'place', to: person },
    ] as const)
      await expect(
        client.call('marking.link', { ...on(photo), ...wrong, type: 'shows' }),
      ).rejects.toBeInstanceOf(Error);
  });
});

describe('collections', () => {
  it('keep their order, take in and leave out, are renamed and dissolved', async () => {
    const { client } = vault;
    const { id } = await client.call('marking.makeCollection', {
      case: caseId,
      name: 'Contactos',
      exhibits: [photo, statement],
    });
    await client.call('marking.collect', { case: caseId, collection: id, add: [letter, photo], remove: [] });
    const now = async () => (await client.call('marking.inCase', { case: caseId })).collections[0];
    expect((await now())?.exhibits).toEqual([photo, statement, letter]);
    await client.call('marking.orderCollection', { case: caseId, collection: id, exhibits: [letter, photo] });
    expect((await now())?.exhibits).toEqual([letter, photo, statement]);
    await client.call('marking.collect', { case: caseId, collection: id, add: [], remove: [photo] });
    expect(await listed({ collection: id })).toEqual([statement, letter]);
    const saw = [...((await now())?.saw ?? [])];
    await client.call('marking.renameCollection', {
      case: caseId,
      collection: id,
      amendments: [{ field: 'name', value: 'Captación', saw }],
    });
    expect((await marks(letter)).collections).toMatchObject([{ id, name: 'Captación' }]);
    await client.call('marking.dissolveCollection', { case: caseId, collection: id, reason: '' });
    expect((await marks(letter)).collections).toEqual([]);
  });
});

/** Every byte that a bundle consists of, PDFs read as text too. */
function everythingIn(folder: string): string {
  const texts: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    texts.push(entry.name, bytes.toString('utf8'));
    if (!entry.name.endsWith('.pdf')) continue;
    const pdf = mupdf.Document.openDocument(bytes, 'application/pdf');
    for (let page = 0; page < pdf.countPages(); page += 1)
      texts.push(pdf.loadPage(page).toStructuredText('clip=no').asText());
  }
  return texts.join('\n');
}

describe('what is kept back', () => {
  const exported = async (redact: boolean): Promise<BundleJobResult> => {
    const folder = join(vault.root, `out-${redact}`);
    const { client } = vault;
    mkdirSync(folder, { recursive: true });
    const rows = await listed({});
    const { id } = await client.call('bundles.export', {
      case: caseId,
      title: 'Legajo',
      exhibits: rows,
      folder: (await client.core.offerFolder(folder)).handle,
      unreadable: 'native',
      redact,
    });
    const ended = await client.core.services.jobs.ended(id);
    expect(ended.error).toBeUndefined();
    return ended.result as BundleJobResult;
  };

  it('needs a ground, a form that fits the file, and rectangles inside the page', async () => {
    const redact = (input: object) =>
      vault.client.call('marking.redact', { ...on(statement), ground: 'minor', ...input } as never);
    const rects = [{ x: 0.9, y: 0.9, width: 0.2, height: 0.2 }];
    for (const wrong of [
      {},
      { term: { text: 'Julia', wholeWord: true }, area: { page: 0, rects } },
      { area: { page: 0, rects } },
      { term: { text: 'Julia', wholeWord: true }, ground: 'other' },
      { ...on(letter), area: { page: 0, rects: [{ x: 0, y: 0, width: 0.5, height: 0.5 }] } },
      { ...on(photo), term: { text: 'Julia', wholeWord: true } },
    ])
      await expect(redact(wrong)).rejects.toMatchObject({ code: 'call.invalid' });
  });

  it('is found before it is taken out, accents and case apart', async () => {
    const find = (exhibit: string, text: string) =>
      vault.client.call('marking.findTerm', { ...on(exhibit), text, wholeWord: true });
    expect(await find(statement, 'JÚLIA choque')).toEqual({
      total: 1,
      pages: [{ page: 0, count: 1 }],
      unread: [],
    });
    expect((await find(letter, 'julia')).total).toBe(1);
  });

  it('is not in the bundle in any form: not in pages, names or data, nor as an original or a twin’s', async () => {
    const { client } = vault;
    await vault.attach(caseId, 'otra copia.pdf', pdfWith('Declara Julia Choque Mamani'));
    const audio = await vault.attach(caseId, 'informe.html', '<p>Julia Choque vive en Oruro</p>');
    const term = { text: 'julia choque', wholeWord: true };
    const { id } = await client.call('marking.redact', {
      ...on(statement),
      term,
      ground: 'protectedIdentity',
    });
    await client.call('marking.redact', {
      ...on(letter),
      term: { ...term, text: 'Julia' },
      ground: 'protectedIdentity',
    });
    await client.call('marking.redact', {
      ...on(audio),
      term,
      ground: 'other',
      groundText: 'Resolución 12/2026',
    });
    await client.call('marking.redact', {
      ...on(photo),
      area: { page: 0, rects: [{ x: 0.25, y: 0.25, width: 0.5, height: 0.5 }] },
      ground: 'minor',
    });
    const open = await exported(false);
    expect(everythingIn(open.path)).toMatch(/Julia Choque/);
    expect(open).toMatchObject({ reserved: 0, withheld: [] });

    const closed = await exported(true);
    const all = everythingIn(closed.path);
    expect(all).not.toMatch(/julia/i);
    expect(all).toMatch(/Copia con partes reservadas: Identidad protegida/);
    expect(all).toMatch(/Resolución 12\/2026/);
    expect(closed.reserved).toBe(5);
    expect(closed.withheld.map((each) => each.name)).toEqual(['informe.html']);
    expect(readdirSync(join(closed.path, 'data'))).not.toContain('native');
    expect(
      (await client.call('bundles.verify', { folder: (await client.core.offerFolder(closed.path)).handle }))
        .valid,
    ).toBe(true);

    await client.call('marking.unredact', { ...on(statement), redaction: id, reason: 'Se hizo pública' });
    expect((await marks(statement)).redactions).toEqual([]);
  }, 60_000);
});

it('stands the same when the views are derived from the journal again', async () => {
  const sql = await openBehind(vault.path);
  try {
    const before = viewsDigest(sql, allViews);
    rebuildViews(sql, allViews);
    expect(viewsDigest(sql, allViews)).toBe(before);
  } finally {
    sql.close();
  }
});
