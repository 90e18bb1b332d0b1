import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BundleJobResult } from '../../../../../electron/core/features/bundles/records.ts';
import type { ItemInput, ItemOccasion } from '../../../../../electron/core/features/evidence/items/model.ts';
import type { ExhibitListInput } from '../../../../../electron/core/features/evidence/model.ts';
import { allViews } from '../../../../../electron/core/features/index.ts';
import { rebuildViews, viewsDigest } from '../../../../../electron/core/journal/views.ts';
import { makeVault, noProvenance, openBehind, type TestVault } from '../../../../support/vault.ts';

let vault: TestVault;
let caseId: string;
let other: string;

const raid: ItemOccasion = {
  source: 'raid',
  place: 'Hotel Mirador, habitación 12',
  collectedOn: '2026-05-04',
  collectedAt: '07:30',
  collectedBy: 'Sgto. J. Mamani',
  coordinates: `16°30'36"S 68°09'36"W`,
  present: [{ name: 'Rosa Choque; dueña', capacity: 'testigo de actuación' }],
};
const imei = '490154203237518';

const record = (items: readonly ItemInput[], occasion = raid) =>
  vault.client.call('evidence.recordItems', { case: caseId, occasion, items });
const on = (exhibit: string) => ({ case: caseId, exhibit });
const show = (exhibit: string) => vault.client.call('evidence.show', on(exhibit));
const list = (input: Partial<ExhibitListInput> = {}) =>
  vault.client.call('evidence.list', {
    case: caseId,
    sort: 'number',
    descending: false,
    offset: 0,
    limit: 500,
    ...input,
  });
const refusal = async (call: Promise<unknown>) => {
  try {
    await call;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('not refused');
};

let box: string;
let phone: string;
let sim: string;
let photo: string;

beforeAll(async () => {
  vault = await makeVault();
  caseId = (await vault.client.call('cases.open', { title: 'Hotel Mirador' })).id;
  other = (await vault.client.call('cases.open', { title: 'Otro' })).id;
  photo = await vault.attach(caseId, 'foto.txt', 'foto');
  const made = await record([
    { name: 'Caja de cartón', category: 'container', seal: 'P-0001' },
    {
      name: 'Teléfono Samsung',
      category: 'phone',
      parentRow: 1,
      packaging: 'bolsa antiestática',
      serials: [{ label: 'imei', value: '490154-20-323751-8' }],
    },
    { name: 'Tarjeta SIM', category: 'sim', parentRow: 2, quantity: 2 },
  ]);
  [box, phone, sim] = made.map(({ exhibit }) => exhibit) as [string, string, string];
});
afterAll(() => vault.remove());

describe('recording', () => {
  it('gives each item its number in the one sequence of the case, its facts and its place', async () => {
    expect((await list()).rows.map(({ number, kind }) => [number.slice(-5), kind])).toEqual([
      ['E-001', 'file'],
      ['E-002', 'item'],
      ['E-003', 'item'],
      ['E-004', 'item'],
    ]);
    const detail = await show(phone);
    expect(detail).toMatchObject({
      category: 'phone',
      parent: box,
      parentNumber: expect.stringContaining('E-002'),
      inside: 1,
    });
    expect(detail.fields.packaging.value).toBe('bolsa antiestática');
    expect(detail.fields.collectedAt.value).toBe('07:30');
    expect(detail.item).toEqual({
      serials: [{ label: 'imei', value: imei }],
      coordinates: { decimal: '-16.510000, -68.160000', dms: '16°30′36.000″S 68°09′36.000″W' },
      present: [{ name: 'Rosa Choque, dueña', capacity: 'testigo de actuación' }],
    });
    expect((await show(sim)).fields.quantity.value).toBe('2');
    expect((await show(photo)).item).toBeNull();
    expect((await list({ text: imei })).rows.map(({ id }) => id)).toEqual([phone]);
  });

  it('is all or nothing, and names the row and the field', async () => {
    const before = (await list()).total;
    const good: ItemInput = { name: 'Bolsa', category: 'container' };
    expect(await refusal(record([good, { ...good, name: ' ' }]))).toBe(
      'item.invalid {"row":2,"field":"name"}',
    );
    expect(await refusal(record([good, good, { ...good, parent: photo }]))).toBe(
      'item.invalid {"row":3,"field":"parent"}',
    );
    expect(await refusal(record([{ ...good, parentRow: 1 }]))).toBe(
      'item.invalid {"row":1,"field":"parent"}',
    );
    expect(await refusal(record([good, { ...good, serials: [{ label: 'mac', value: '12' }] }]))).toBe(
      'item.invalid {"row":2,"field":"serials"}',
    );
    const wrong = [{ label: 'imei', value: '490154203237517' }] as const;
    expect(await refusal(record([good, { ...good, serials: wrong }]))).toBe(
      'item.checkDigit {"row":2,"label":"imei","value":"490154203237517"}',
    );
    expect(await refusal(record([good], { ...raid, coordinates: 'allá' }))).toContain('coordinates');
    expect(await refusal(record([good], { ...raid, collectedOn: '2026-02-30' }))).toContain('call.invalid');
    const stranger = [{ name: 'X', capacity: '', person: 'nobody' }];
    expect(await refusal(record([good], { ...raid, present: stranger }))).toContain('person');
    expect(await refusal(record(Array.from({ length: 201 }, () => good)))).toContain('call.invalid');
    expect((await list()).total).toBe(before);
  });

  it('two hundred rows are one command', async () => {
    const fresh = (await vault.client.call('cases.open', { title: 'Papeles' })).id;
    const items = Array.from(
      { length: 200 },
      (_, at): ItemInput => ({ name: `Papel ${at}`, category: 'document' }),
    );
    const made = await vault.client.call('evidence.recordItems', { case: fresh, occasion: raid, items });
    expect(made.at(-1)?.number).toMatch(/E-200$/);
  });

  it('fields are amended in their form; a file has none of them', async () => {
    const amend = async (exhibit: string, field: 'serials' | 'coordinates', value: string | string[]) =>
      vault.client.call('evidence.amend', {
        ...on(exhibit),
        amendments: [{ field, value, saw: (await show(exhibit)).fields[field].saw, reason: 'Relectura' }],
      });
    expect(await refusal(amend(phone, 'serials', ['imei: 490154203237517']))).toContain('item.checkDigit');
    await amend(phone, 'serials', [`imei: ${imei}`, 'serial: R58N']);
    await amend(phone, 'coordinates', 'geo:-16.5,-68.1');
    expect((await show(phone)).item).toMatchObject({
      serials: [{ value: imei }, { label: 'serial', value: 'R58N' }],
      coordinates: { decimal: '-16.500000, -68.100000' },
    });
    expect((await show(phone)).fields.serials.versions).toBe(2);
    expect(await refusal(amend(photo, 'coordinates', '1, 1'))).toContain('call.invalid');
  });
});

describe('what has no content', () => {
  it('is refused by all that opens one, without an access in the journal', async () => {
    const { handle } = await vault.client.core.offerFolder(vault.root);
    const calls = [
      () => vault.client.call('evidence.view', on(phone)),
      () => vault.client.call('evidence.extract', { ...on(phone), folder: handle }),
      () => vault.client.call('evidence.verify', on(phone)),
    ];
    for (const call of calls) expect(await refusal(call())).toContain('exhibit.noContent');
    const { entries } = await vault.client.call('timeline.list', { case: caseId, limit: 100 });
    expect(entries.filter(({ kind }) => kind === 'access.recorded')).toEqual([]);
    expect((await list({ viewer: 'none' })).total).toBe(0);
  });

  it('does not trouble the verification of the vault', async () => {
    const { id } = await vault.client.call('vault.verify', { deep: true });
    const job = await vault.client.core.services.jobs.ended(id);
    expect(job).toMatchObject({ state: 'done', result: { valid: true } });
  });
});

describe('inside each other', () => {
  const place = (exhibit: string, parent: string | null) =>
    vault.client.call('evidence.place', { ...on(exhibit), parent, reason: 'Embalaje' });

  it('refuses circles, another case, and an item inside a file', async () => {
    expect(await refusal(place(box, sim))).toContain('item.circle');
    expect(await refusal(place(box, box))).toContain('item.circle');
    expect(await refusal(place(sim, photo))).toContain('item.parentNotItem');
    const [foreign] = await vault.client.call('evidence.recordItems', {
      case: other,
      occasion: raid,
      items: [{ name: 'Caja', category: 'container' }],
    });
    expect(await refusal(place(sim, foreign?.exhibit ?? ''))).toContain('call.notFound');
    expect((await show(sim)).parent).toBe(phone);
  });

  it('the tree puts what is inside under what it is inside of; a filter shows only that', async () => {
    await place(photo, phone);
    const tree = (await list({ tree: true })).rows;
    expect(tree.map(({ id, depth }) => [id, depth])).toEqual([
      [box, 0],
      [phone, 1],
      [photo, 2],
      [sim, 2],
    ]);
    expect((await list({ inside: box })).rows.map(({ id }) => id)).toEqual([photo, phone, sim]);
    expect((await list({ inside: phone, tree: true })).rows.map(({ id, depth }) => [id, depth])).toEqual([
      [photo, 0],
      [sim, 0],
    ]);
    await place(photo, null);
    expect((await list({ inside: phone })).rows.map(({ id }) => id)).toEqual([sim]);
    expect((await list({ kind: 'item' })).total).toBe(3);
  });

  it('files are attached into an item and keep it when the intake goes on later', async () => {
    const { handle } = await vault.client.core.offerFile(join(vault.root, 'foto.txt'));
    const input = { case: caseId, files: [handle], provenance: noProvenance };
    expect(await refusal(vault.client.call('evidence.attach', { ...input, parent: 'nothing' }))).toContain(
      'call.notFound',
    );
    const again = await vault.client.core.offerFile(join(vault.root, 'foto.txt'));
    const intake = await vault.client.call('evidence.attach', {
      ...input,
      files: [again.handle],
      parent: phone,
    });
    const [result] = (await vault.client.core.services.intakes.ended(intake.id)).results;
    expect((await show(result?.exhibit ?? '')).parent).toBe(phone);
  });
});

describe('a bundle with an item', () => {
  it('prints it with its numbers and its custody, without a page or a file of its own', async () => {
    await vault.client.call('custody.record', {
      ...on(phone),
      event: 'received',
      when: '2026-05-04T12:00:00-04:00',
      to: 'Depósito de evidencias',
      from: 'Sgto. Mamani',
      place: 'La Paz',
    });
    const job = await vault.client.call('bundles.export', {
      case: caseId,
      title: 'Con objeto',
      exhibits: [photo, phone],
      unreadable: 'stop',
    });
    const ended = await vault.client.core.services.jobs.ended(job.id);
    expect(ended.state).toBe('done');
    const result = ended.result as BundleJobResult;
    expect(result.natives).toEqual([]);
    const pdf = mupdf.Document.openDocument(readFileSync(result.pdf), 'application/pdf');
    const text = (page: number) => pdf.loadPage(page).toStructuredText('').asText();
    expect(text(2)).toMatch(/Objeto/);
    const last = text(pdf.countPages() - 1);
    for (const said of [imei, 'Depósito de evidencias', 'bolsa antiestática', 'Objeto físico', 'E-002'])
      expect(last).toContain(said);
    expect(last).not.toContain('SHA-256');
    const custody = JSON.parse(readFileSync(join(result.path, 'data', 'custody.json'), 'utf8')) as {
      exhibits: { number: string; sha256?: string; object?: unknown[]; custody: unknown[] }[];
    };
    const item = custody.exhibits.find(({ number }) => number === 'E-003');
    expect(item?.sha256).toBeUndefined();
    expect(item?.object).not.toHaveLength(0);
    expect(item?.custody).toHaveLength(1);
  });
});

it('the views are rebuilt the same from the journal', async () => {
  await vault.client.call('vault.lock', {});
  const sql = await openBehind(vault.path);
  const before = viewsDigest(sql, allViews);
  rebuildViews(sql, allViews);
  expect(viewsDigest(sql, allViews)).toEqual(before);
  sql.close();
});
