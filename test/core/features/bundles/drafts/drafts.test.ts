import { readdirSync } from 'node:fs';
import * as mupdf from 'mupdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft, Edit, Kept } from '../../../../../electron/core/features/bundles/drafts/model.ts';
import type { PreviewRow } from '../../../../../electron/core/features/bundles/drafts/preview/model.ts';
import { verifyBundle } from '../../../../../electron/core/features/bundles/index.ts';
import type { BundleJobResult } from '../../../../../electron/core/features/bundles/records.ts';
import { onePagePdf } from '../../../../fixtures/pdf.ts';
import { first, makeVault, type TestVault } from '../../../../support/vault.ts';
import { flat, kept } from './a-draft.ts';

let vault: TestVault;
let caseId: string;
let elsewhere: string;
const ids: Record<string, string> = {};
const id = (name: string): string => ids[name] ?? '';
const inCase = () => ({ case: caseId });

beforeAll(async () => {
  vault = await makeVault();
  caseId = (await vault.client.call('cases.open', { title: 'Hotel Mirador' })).id;
  for (const name of ['acta', 'informe', 'plano', 'oficio'])
    ids[name] = await vault.attach(caseId, `${name}.pdf`, onePagePdf(`contenido de ${name}`));
  const other = (await vault.client.call('cases.open', { title: 'Otro' })).id;
  elsewhere = await vault.attach(other, 'ajena.txt', 'de otro caso');
});
afterAll(() => vault.remove());

const save = (what: Kept, more: { draft?: string; saw?: number } = {}): Promise<Draft> =>
  vault.client.call('bundles.saveDraft', { ...inCase(), saw: 0, ...more, ...what });
const edit = (draft: Draft, wanted: Edit): Promise<Draft> =>
  vault.client.call('bundles.editDraft', { ...inCase(), draft: draft.id, saw: draft.version, edit: wanted });
const named = (name: string, of: Readonly<Record<string, readonly string[]>>): Kept => kept(of, { name });

async function exported(draft: string, version?: number): Promise<BundleJobResult> {
  const job = await vault.client.call('bundles.export', {
    ...inCase(),
    title: 'Juicio',
    exhibits: [],
    draft,
    version,
    unreadable: 'stop',
  });
  const ended = await vault.client.core.services.jobs.ended(job.id);
  expect(ended.error).toBeUndefined();
  return ended.result as BundleJobResult;
}

describe('a kept bundle', () => {
  it('is a version after each save, the same again is none, and every version stays as it was', async () => {
    const one = await save(named('Acusación', { a: [id('acta')] }));
    expect(one).toMatchObject({ version: 1, last: 1, given: null, author: first.name });
    const again = await save(named('Acusación', { a: [id('acta')] }), { draft: one.id, saw: 1 });
    expect(again.version).toBe(1);
    const two = await edit(one, { do: 'add', exhibits: [id('informe')] });
    expect([two.version, flat(two.composition)]).toEqual([2, [id('acta'), id('informe')]]);
    const versions = await vault.client.call('bundles.versions', { ...inCase(), draft: one.id });
    expect(versions.map(({ version, exhibits }) => [version, exhibits])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    const old = await vault.client.call('bundles.draft', { ...inCase(), draft: one.id, version: 1 });
    expect([flat(old.composition), old.last]).toEqual([[id('acta')], 2]);
    const changes = { ...inCase(), draft: one.id, older: 1, newer: 2 };
    expect(await vault.client.call('bundles.changes', changes)).toEqual([
      { what: 'added', exhibit: id('informe'), section: 'A', late: null },
    ]);
    const [row] = await vault.client.call('bundles.drafts', inCase());
    expect(row).toMatchObject({ id: one.id, name: 'Acusación', version: 2, exhibits: 2, sections: 1 });
  });

  it('is not saved over what another person saved in between', async () => {
    const one = await save(named('Medidas', { a: [id('acta')] }));
    await edit(one, { do: 'set', recipient: 'Defensa' });
    await expect(edit(one, { do: 'remove', exhibits: [id('acta')] })).rejects.toMatchObject({
      code: 'draft.changed',
      params: { name: 'Medidas', version: 2, author: first.name },
    });
    const { composition } = await vault.client.call('bundles.draft', { ...inCase(), draft: one.id });
    expect([composition.recipient, flat(composition)]).toEqual(['Defensa', [id('acta')]]);
  });

  it.each([
    ['the same exhibit twice', () => named('x', { a: [id('acta')], b: [id('acta')] }), 'draft.exhibitTwice'],
    ['an exhibit that does not exist', () => named('x', { a: ['nothing'] }), 'draft.exhibitUnknown'],
    ['an exhibit of another case', () => named('x', { a: [id('acta'), elsewhere] }), 'draft.exhibitUnknown'],
    ['a name that another has', () => named('ACUSACION', { a: [] }), 'draft.nameTaken'],
    [
      'a court nobody knows',
      () => ({ ...kept({ a: [] }), composition: { ...kept({ a: [] }).composition, profile: 'atlantis' } }),
      'draft.profileUnknown',
    ],
    [
      'an audience there is none of',
      () =>
        ({
          ...kept({ a: [] }),
          composition: { ...kept({}).composition, audience: 'press' },
        }) as unknown as Kept,
      'call.invalid',
    ],
  ] as const)('refuses %s, and nothing is kept', async (_what, of, code) => {
    const before = (await vault.client.call('bundles.drafts', inCase())).length;
    await expect(save(of())).rejects.toMatchObject({ code });
    expect(await vault.client.call('bundles.drafts', inCase())).toHaveLength(before);
  });

  it('refuses to take out, move or add what it cannot, with the exhibit’s number', async () => {
    const one = await save(named('Apelación', { a: [id('acta')] }));
    const number = expect.stringMatching(/E-002$/) as unknown;
    for (const wanted of [
      { do: 'remove', exhibits: [id('informe')] },
      { do: 'move', exhibits: [id('informe')] },
      { do: 'title', exhibit: id('informe'), title: 'x' },
      { do: 'add', exhibits: [id('plano')], before: id('informe') },
    ] satisfies Edit[])
      await expect(edit(one, wanted)).rejects.toMatchObject({ code: 'draft.notIn', params: { number } });
    await expect(edit(one, { do: 'add', exhibits: [id('acta')] })).rejects.toMatchObject({
      code: 'draft.exhibitTwice',
    });
  });

  it('is for the case’s team alone, and its own case', async () => {
    const [row] = await vault.client.call('bundles.drafts', inCase());
    const other = (await vault.client.call('cases.open', { title: 'Tercero' })).id;
    for (const method of ['bundles.draft', 'bundles.versions'] as const)
      await expect(vault.client.call(method, { case: other, draft: row?.id ?? '' })).rejects.toMatchObject({
        code: 'call.notFound',
      });
  });
});

describe('exhibits by a rule', () => {
  it('are those of a kind, a person, a tag, and of a collection in its order', async () => {
    const { client } = vault;
    const person = await client.call('people.add', {
      ...inCase(),
      kind: 'person',
      name: 'Rosa',
      role: 'witness',
    });
    const link = { toKind: 'person', to: person.id, type: 'mentions' } as const;
    await client.call('marking.link', { ...inCase(), exhibit: id('plano'), ...link });
    await client.call('marking.tag', { ...inCase(), exhibit: id('acta'), add: ['Urgente'], remove: [] });
    const exhibits = [id('oficio'), id('acta')];
    const made = await client.call('marking.makeCollection', { ...inCase(), name: 'Pericias', exhibits });
    const by = async (rule: Parameters<typeof client.call<'bundles.byRule'>>[1]['rule']) =>
      (await client.call('bundles.byRule', { ...inCase(), rule })).map((row) => row.id);
    expect(await by({ by: 'all' })).toEqual(Object.values(ids));
    expect(await by({ by: 'kind', kind: 'item' })).toEqual([]);
    expect(await by({ by: 'type', type: 'pdf' })).toHaveLength(4);
    expect(await by({ by: 'person', person: person.id })).toEqual([id('plano')]);
    expect(await by({ by: 'tag', tag: 'urgente' })).toEqual([id('acta')]);
    expect(await by({ by: 'collection', collection: made.id })).toEqual(exhibits);
    await expect(by({ by: 'collection', collection: 'none' })).rejects.toMatchObject({
      code: 'call.notFound',
    });
  });
});

describe('what was given out', () => {
  it('keeps its numbers: what comes after gets inserted ones, and what renumbers is told', async () => {
    const one = await save(named('Juicio', { a: [id('acta'), id('informe')] }));
    const before = await exported(one.id);
    const given = await vault.client.call('bundles.draft', { ...inCase(), draft: one.id });
    expect(given.given).toMatchObject({ version: 1 });

    const two = await edit(given, { do: 'add', exhibits: [id('plano')], before: id('informe') });
    expect(two.composition.sections[0]?.items.map(({ late }) => late)).toEqual([null, 2, null]);
    expect(two.renumbers).toBeNull();
    // Added with the same delivery, whatever was saved in between.
    const three = await edit(two, { do: 'add', exhibits: [id('oficio')] });
    expect(three.composition.sections[0]?.items.map(({ late }) => late)).toEqual([null, 3, null, 3]);
    const after = await exported(one.id);
    const numbers = (result: BundleJobResult) =>
      new Map(result.placed.map((each) => [each.number, each.from]));
    const [was, is] = [numbers(before), numbers(after)];
    for (const [number, from] of was) expect(is.get(number)).toBe(from);
    expect(is.get('E-003')).toMatch(/^\d+A$/);
    expect((await verifyBundle(after.path)).valid).toBe(true);

    const four = await edit(three, { do: 'move', exhibits: [id('informe')], before: id('acta') });
    expect(four.renumbers).toMatchObject({ version: 3, removed: [], sections: false });
    expect(four.renumbers?.moved).toHaveLength(1);
    const five = await edit(four, { do: 'remove', exhibits: [id('acta')] });
    expect(five.renumbers).toMatchObject({ removed: [id('acta')] });
    const rows = await vault.client.call('bundles.versions', { ...inCase(), draft: one.id });
    expect(rows.filter((row) => row.given !== null).map((row) => row.version)).toEqual([3, 1]);
  });

  it('is the version that was named, as it was then; a copy may have a recipient of its own', async () => {
    const one = await save(named('Revelación', { a: [id('acta')] }));
    await edit(one, { do: 'add', exhibits: [id('informe')] });
    expect((await exported(one.id, 1)).exhibits).toBe(1);
    expect((await exported(one.id)).exhibits).toBe(2);
    const mixed = { ...inCase(), title: 'x', draft: one.id, unreadable: 'stop' as const };
    for (const wrong of [
      { ...mixed, exhibits: [id('acta')] },
      { ...mixed, exhibits: [], audience: 'court' as const },
    ])
      await expect(vault.client.call('bundles.export', wrong)).rejects.toMatchObject({
        code: 'call.invalid',
      });
  });
});

/** Why calls were refused, of those that were. */
function reasons(settled: readonly PromiseSettledResult<unknown>[]): string[] {
  return settled.flatMap((each) =>
    each.status === 'rejected' ? [(each.reason as { readonly code: string }).code] : [],
  );
}

describe('a preview', () => {
  const numbers = (rows: readonly PreviewRow[]) =>
    rows.map((row) => (row.kind === 'item' ? [row.number, row.from, row.to] : row.title));

  it('has the index as the export prints it, and every page as it is drawn', async () => {
    const { client } = vault;
    const one = await save(named('Vista', { a: [id('acta')], b: [id('plano')] }));
    const { composition } = one;
    const laid = await client.call('bundles.preview', {
      ...inCase(),
      title: 'Vista',
      composition,
      redact: true,
    });
    expect(laid.pages).toBe((await exported(one.id)).pages);
    expect(numbers(laid.rows)).toEqual(['A', ['E-001', '6', '7'], 'B', ['E-003', '9', '10']]);
    expect(laid.volumes[0]?.labels).toHaveLength(laid.pages);

    const { services } = client.core;
    const views = () =>
      client
        .call('timeline.list', { ...inCase(), limit: 500, kinds: ['access.recorded'] })
        .then(({ entries }) => entries.length);
    const seen = await views();
    for (const leaf of laid.volumes[0]?.labels.keys() ?? []) {
      const page = await client.call('bundles.previewPage', {
        ...inCase(),
        preview: laid.id,
        volume: 0,
        leaf,
      });
      const { bytes, type } = await services.tickets.read(page.ticket, 0);
      expect(type).toBe('image/png');
      const image = new mupdf.Image(bytes);
      expect([image.getWidth(), image.getHeight()]).toEqual([page.width, page.height]);
      expect(page.height).toBeGreaterThan(page.width);
    }
    // Each exhibit of which a page was shown was looked at: once.
    expect(await views()).toBe(seen + 2);
    await expect(
      client.call('bundles.previewPage', { ...inCase(), preview: laid.id, volume: 0, leaf: 99 }),
    ).rejects.toMatchObject({ code: 'call.notFound' });
  });

  it('lays what is not saved yet out as an addition to what was given out', async () => {
    const { client } = vault;
    const draft = (await client.call('bundles.drafts', inCase())).find(({ name }) => name === 'Vista');
    const next = kept({ a: [id('acta'), id('oficio')], b: [id('plano')] }).composition;
    const input = { ...inCase(), draft: draft?.id ?? '', title: 'Vista', redact: true };
    const laid = await client.call('bundles.preview', { ...input, composition: next });
    expect(numbers(laid.rows)).toEqual([
      'A',
      ['E-001', '6', '7'],
      ['E-004', '7A', '7B'],
      'B',
      ['E-003', '9', '10'],
    ]);
    expect(laid.renumbers).toBeNull();
    const fewer = kept({ a: [id('acta')] }).composition;
    const told = await client.call('bundles.preview', { ...input, composition: fewer });
    expect(told.renumbers).toMatchObject({ version: 1, removed: [id('plano')] });
  });

  it('gives way to the newest that is asked for, and knows no page of one that is over', async () => {
    const { client } = vault;
    const { composition } = kept({ a: Object.values(ids) });
    const input = { ...inCase(), title: 'Vista', composition, redact: true };
    // Which of two calls that are made at once comes second is the readers' affair; one of them gives way.
    const both = await Promise.allSettled([1, 2].map(() => client.call('bundles.preview', input)));
    const laid = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect([laid.length, ...reasons(both)]).toEqual([1, 'call.cancelled']);
    const of = { ...inCase(), preview: laid[0]?.id ?? '', volume: 0 };
    const pages = [0, 1, 2, 3].map((leaf) => client.call('bundles.previewPage', { ...of, leaf }));
    const shown = await Promise.allSettled(pages);
    expect(new Set(reasons(shown))).toEqual(new Set(['call.cancelled']));
    expect(reasons(shown).length).toBeLessThan(4);
    await client.call('bundles.endPreview', inCase());
    await expect(client.call('bundles.previewPage', { ...of, leaf: 0 })).rejects.toMatchObject({
      code: 'call.notFound',
    });
  });

  it('writes nothing to the disk, and is forgotten when the vault locks', async () => {
    const { client, root } = vault;
    const everything = () => readdirSync(root, { recursive: true, encoding: 'utf8' }).length;
    const { composition } = kept({ a: Object.values(ids) });
    const before = everything();
    const laid = await client.call('bundles.preview', { ...inCase(), title: 'x', composition, redact: true });
    await client.call('bundles.previewPage', { ...inCase(), preview: laid.id, volume: 0, leaf: 0 });
    expect(everything()).toBe(before);
    const { memory } = client.core.services.previews;
    expect(memory.size).toBe(4);
    await client.call('vault.lock', {});
    expect(memory.size).toBe(0);
  });
});
