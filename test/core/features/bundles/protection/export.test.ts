import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../../../../electron/core/api/contract.ts';
import type { JobState } from '../../../../../electron/core/api/jobs.ts';
import { verifyBundle } from '../../../../../electron/core/features/bundles/index.ts';
import type { Report } from '../../../../../electron/core/features/bundles/protection/report/model.ts';
import type { BundleJobResult } from '../../../../../electron/core/features/bundles/records.ts';
import { onePagePdf } from '../../../../fixtures/pdf.ts';
import { portraitFile, secrets, silence, tellingFiles, told } from '../../../../fixtures/telling.ts';
import { fileHay, filesBelow, type Haystack, hunt } from '../../../../support/hunt.ts';
import { has } from '../../../../support/tools.ts';
import { first, makeVault, type TestVault } from '../../../../support/vault.ts';

const mutool = has('mutool', 'a protected bundle taken apart') && has('pdftotext', 'and read by poppler');
const qpdf = has('qpdf', 'a protected bundle taken apart by qpdf');

let vault: TestVault;
let caseId: string;
let victim: string;
const exhibits: Record<string, string> = {};
const numberOf = (name: string): string =>
  `E-${String(Object.keys(exhibits).indexOf(name) + 1).padStart(3, '0')}`;

beforeAll(async () => {
  vault = await makeVault();
  const { client } = vault;
  caseId = (await client.call('cases.open', { title: `Caso ${told.name}`, openedOn: '2026-05-03' })).id;
  const { name, document, phone, address } = told;
  const person = { case: caseId, kind: 'person' as const, name, document, phone, address };
  victim = (await client.call('people.add', { ...person, role: 'protectedVictim' })).id;
  for (const [file, content] of Object.entries(tellingFiles()))
    exhibits[file] = await vault.attach(caseId, file, content);
  exhibits['audio.wav'] = await vault.attach(caseId, 'audio.wav', silence());
  const audio = { case: caseId, exhibit: exhibits['audio.wav'] ?? '' };
  await client.call('testimony.importCaptions', {
    ...audio,
    saw: [],
    text: `1\n00:00:00,000 --> 00:00:01,000\nEntrevistadora: Visible, me llamo Rosenda Huallpa\n`,
  });
  await client.call('testimony.record', {
    ...audio,
    facts: {
      ...{ person: victim, form: 'gesell', when: '2026-06-01T10:00:00-04:00', place: '', interviewer: '' },
      ...{ present: '', language: '', conditions: '' },
    },
  });
  await client.call('reading.settle', { scans: false });
}, 180_000);
afterAll(() => vault.remove());

type Wish = Omit<Partial<Input<'bundles.export'>>, 'exhibits'> & { readonly only?: readonly string[] };

async function job({ only = Object.keys(exhibits), ...wish }: Wish): Promise<JobState> {
  const begun = await vault.client.call('bundles.export', {
    case: caseId,
    title: `Declaración de ${told.name}`,
    exhibits: only.map((name) => exhibits[name] ?? ''),
    unreadable: 'native',
    ...wish,
  });
  return vault.client.core.services.jobs.ended(begun.id);
}

async function exported(wish: Wish): Promise<BundleJobResult> {
  const ended = await job(wish);
  expect(ended.error).toBeUndefined();
  return ended.result as BundleJobResult;
}

/** Every file of a package as it stands, PDFs taken apart too, and the names of all. */
function hayOf(folder: string): Haystack[] {
  const files = filesBelow(folder);
  const apart = files
    .filter((file) => file.endsWith('.pdf') && qpdf)
    .map((file) => ({
      name: `${file} by qpdf`,
      bytes: execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], { maxBuffer: 1e9 }),
    }));
  return [...files.flatMap(fileHay), ...apart];
}

const reportOf = ({ path }: BundleJobResult): Report =>
  JSON.parse(readFileSync(join(path, 'data', 'reservas.json'), 'utf8')) as Report;
const textOf = (pdf: string): string => execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' });

describe('a copy for the defence', () => {
  let result: BundleJobResult;
  beforeAll(async () => {
    result = await exported({ audience: 'defence', recipient: 'Defensa' });
  });

  it.runIf(mutool)('shows what is protected nowhere, in no form and by no tool', async () => {
    expect((await verifyBundle(result.path)).valid).toBe(true);
    expect(hunt(secrets, hayOf(result.path))).toEqual([]);
  });

  it.runIf(mutool)('still shows everything else', () => {
    const text = textOf(result.pdf);
    const printed = Object.keys(tellingFiles()).filter((name) => !/\.(jpg|docx|zip)$/.test(name));
    expect(text.match(/Visible/g)?.length).toBeGreaterThanOrEqual(printed.length);
    expect(text).toContain('[Víctima con reserva 1]');
  });

  it('hands out the files that tell nothing, and none that does', () => {
    const natives = readdirSync(join(result.path, 'data', 'native'));
    expect(natives).toEqual([`${numberOf('limpio.zip')} limpio.zip`]);
  });

  it('reports each thing taken out with its place and ground, never the words', () => {
    const report = reportOf(result);
    const of = (name: string) => report.redactions.filter(({ exhibit }) => exhibit === numberOf(name));
    const ground = expect.stringContaining('Ley 263') as string;
    const mark = 'Víctima con reserva 1';
    expect(of('contenido.pdf')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ page: 1, kind: 'name', mark, count: 1, ground }),
        expect.objectContaining({ page: 1, kind: 'document', mark, ground }),
        expect.objectContaining({ page: 1, kind: 'address', mark, ground }),
      ]) as unknown,
    );
    expect(of('contenido.pdf')[0]?.foja).toMatch(/^\d+$/);
    expect(of('metadatos.pdf')).toMatchObject([{ page: null, kind: 'name' }]);
    expect(of('limpio.pdf')).toEqual([]);
    expect(report.withheld).toEqual(
      expect.arrayContaining([{ exhibit: numberOf('audio.wav'), why: 'recording' }]) as unknown,
    );
    expect(result.protection).toMatchObject({ audience: 'defence', people: 1, sealed: [] });
    expect(result.protection?.readers).toEqual(expect.arrayContaining(['bytes', 'pdfjs']) as unknown);
  });
});

describe('who may see it', () => {
  it('gets it, where a person decides so and says why; the reason stays in the journal', async () => {
    const reason = 'Orden del juzgado 12/2026';
    const whole = await exported({
      ...{ audience: 'defence', keepNothingBack: { reason }, only: ['contenido.pdf'] },
    });
    expect(whole.protection).toBeNull();
    expect(textOf(whole.pdf)).toContain(told.name);
    const { entries } = await vault.client.call('timeline.list', { case: caseId, limit: 200 });
    expect(JSON.stringify(entries)).toContain(reason);
  });

  it('is not decided by leaving a box empty', async () => {
    await expect(job({ audience: 'public', redact: false })).rejects.toMatchObject({
      code: 'bundle.reasonNeeded',
    });
    await expect(
      job({ audience: 'public', redact: true, keepNothingBack: { reason: 'así lo pidieron' } }),
    ).rejects.toMatchObject({ code: 'call.invalid' });
  });
});

describe('a face', () => {
  it('is not handed out where nobody marked it, and is drawn over where somebody did', async () => {
    const portrait = { case: caseId, exhibit: '' };
    exhibits['retrato.jpg'] = await vault.attach(caseId, 'retrato.jpg', portraitFile());
    portrait.exhibit = exhibits['retrato.jpg'];
    const only = ['retrato.jpg'];
    await vault.client.call('marking.link', { ...portrait, toKind: 'person', to: victim, type: 'shows' });
    // Nothing is kept back for internal use, and nothing is marked: it is a bundle as any other.
    expect((await exported({ audience: 'internal', redact: true, only })).protection).toBeNull();
    const closed = await exported({ audience: 'defence', only });
    expect(closed.protection?.withheld).toEqual([{ exhibit: numberOf('retrato.jpg'), why: 'face' }]);
    expect(closed.withheld).toMatchObject([{ reason: 'reserved' }]);
    const rects = [{ x: 0.2, y: 0.2, width: 0.5, height: 0.5 }];
    await vault.client.call('marking.redact', {
      ...{ ...portrait, ground: 'protectedIdentity' },
      area: { page: 0, rects, shows: 'face' },
    });
    const open = await exported({ audience: 'defence', only });
    expect(open.protection?.withheld).toEqual([]);
    expect(reportOf(open).redactions).toMatchObject([{ page: 1, kind: 'face', count: 1 }]);
  });
});

describe('the reading back', () => {
  it('stops an export that would show what the removal overlooked, and leaves nothing', async () => {
    // A word that is cut at a line's end without a hyphen is not found by what takes words out.
    const content = 'Rosenda Hual) Tj 0 -14 Td (lpa';
    exhibits['cortado.pdf'] = await vault.attach(caseId, 'cortado.pdf', onePagePdf(content));
    const before = readdirSync(join(vault.root, 'exports'));
    const ended = await job({ audience: 'defence', only: ['limpio.pdf', 'cortado.pdf'] });
    expect(ended.error).toEqual({
      code: 'bundle.reveals',
      params: { exhibit: numberOf('cortado.pdf'), page: expect.stringMatching(/^\d+$/) as string, file: '—' },
    });
    expect(JSON.stringify(ended)).not.toMatch(/hual/i);
    expect(readdirSync(join(vault.root, 'exports'))).toEqual(before);
  });
});

describe('a sealed identity', () => {
  it('is looked for where who exports holds it and gives the passphrase, and said to be unknown where not', async () => {
    const { client } = vault;
    const person = await client.call('people.add', {
      ...{ case: caseId, kind: 'person', name: 'Testigo Jilguero', role: 'protectedWitness' },
    });
    const users = await client.call('users.list', {});
    await client.call('people.seal', {
      ...{ case: caseId, person: person.id, holders: users.map(({ id }) => id) },
      identity: { trueName: 'Zenobia Tarqui Llanos', document: '', whereabouts: '', notes: '' },
    });
    exhibits['sellado.pdf'] = await vault.attach(
      caseId,
      'sellado.pdf',
      onePagePdf('Visible Zenobia Tarqui Llanos'),
    );
    const only = ['sellado.pdf'];
    const closed = await exported({ audience: 'defence', only });
    expect(closed.protection?.sealed).toEqual(['Testigo con reserva 1']);
    expect(textOf(join(closed.path, 'data', 'reservas.pdf'))).toContain('no se abrió');
    const open = await exported({ audience: 'defence', only, passphrase: first.passphrase });
    expect(open.protection?.sealed).toEqual([]);
    expect(hunt(['Zenobia', 'Tarqui'], hayOf(open.path))).toEqual([]);
    expect(existsSync(open.pdf)).toBe(true);
  });
});

describe('what was looked through before', () => {
  it('is not looked through again, and is kept back as well', async () => {
    const { looked } = vault.client.core.services.previews;
    const defence = { audience: 'defence', only: Object.keys(tellingFiles()) } as const;
    looked.clear();
    const first = await exported(defence);
    const known = [...looked.values()];
    expect(known.length).toBeGreaterThan(2);
    const second = await exported(defence);
    // The very same objects: what is looked through anew is kept as another.
    expect([...looked.values()].every((each, at) => each === known[at])).toBe(true);
    expect(looked.size).toBe(known.length);
    expect(reportOf(second).redactions).toEqual(reportOf(first).redactions);
    expect(hunt(secrets, hayOf(second.path))).toEqual([]);
  });
});
