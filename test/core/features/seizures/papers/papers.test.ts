import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReaderProcess } from '../../../../../electron/core/features/reading/index.ts';
import { textsOf } from '../../../../../electron/core/features/seizures/papers/fill.ts';
import type {
  Block,
  MadePaper,
  MakePaperInput,
} from '../../../../../electron/core/features/seizures/papers/model.ts';
import { bytesInMemory } from '../../../../../electron/core/vault/blob-store.ts';
import { has } from '../../../../support/tools.ts';
import { makeVault, type TestVault } from '../../../../support/vault.ts';

let vault: TestVault;
let caseId: string;
let folder: string;
let car: string;
let document: string;

beforeAll(async () => {
  vault = await makeVault();
  folder = join(vault.root, 'papeles');
  mkdirSync(folder);
  const { client } = vault;
  caseId = (await client.call('cases.open', { title: 'Taller «Tika Punku»' })).id;
  document = await vault.attach(caseId, 'orden.txt', 'orden');
  car = (
    await client.call('seizures.add', {
      case: caseId,
      name: 'Camioneta Ñandú',
      identifiedOn: '2026-03-01',
      details: { kind: 'vehicle', plate: '2345KLP', chassis: '1M8GDM9AXKP042788' },
      value: {
        currency: 'BOB',
        amount: '145000,50',
        on: '2026-03-02',
        basis: 'appraisal',
        source: 'Perito',
        by: 'Ing. Rocha',
      },
    })
  ).id;
  const step = async () => {
    const { saw } = await client.call('seizures.show', { case: caseId, asset: car });
    return { case: caseId, asset: car, saw, document };
  };
  await client.call('seizures.execute', {
    ...(await step()),
    on: '2026-03-03',
    place: 'Calle Illampu 811',
    by: 'Sgto. Mamani',
    urgency: 'Riesgo de fuga',
    witnesses: [{ name: 'Rosa Choque', document: '', capacity: 'vecina' }],
    inventory: [{ description: 'Dos juegos de llaves', quantity: '2', condition: 'bueno' }],
  });
  await client.call('seizures.administer', {
    ...(await step()),
    on: '2026-03-04',
    custodian: 'DIRCABI La Paz',
    place: 'Depósito central',
  });
});
afterAll(() => vault.remove());

const paper = (template: string): Pick<MakePaperInput, 'case' | 'template' | 'assets'> => ({
  case: caseId,
  template,
  assets: [car],
});

async function make(
  input: Omit<MakePaperInput, 'case' | 'assets' | 'folder'>,
): Promise<MadePaper & { path: string }> {
  const { handle } = await vault.client.core.offerFolder(folder);
  const made = await vault.client.call('seizures.makePaper', {
    ...paper(input.template),
    ...input,
    folder: handle,
  });
  return { ...made, path: join(folder, made.name) };
}

const squeezed = (text: string): string =>
  text.normalize('NFC').toLocaleUpperCase('es').replaceAll(/\s+/g, '');
const canRead = has('pdftotext', 'the printed words are read back');
const pdfText = (path: string): string =>
  squeezed(execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }));

async function docxText(path: string): Promise<string> {
  const reader = createReaderProcess({ background: false });
  const pages: string[] = [];
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const content = bytesInMemory(readFileSync(path));
  const outcome = await reader.run({ what: { do: 'read' }, name: 'a.docx', type, content }, ({ text }) =>
    pages.push(text),
  );
  reader.close();
  expect(outcome.kind).toBe('ended');
  return squeezed(pages.join(' '));
}

describe('a document filled from the register', () => {
  it('says what is known, and names every gap', async () => {
    const draft = await vault.client.call('seizures.draftPaper', paper('seizureRecord'));
    const text = draft.blocks.flatMap(textsOf).join('\n');
    for (const said of [
      'Camioneta Ñandú',
      '2345KLP',
      'BOB 145.000,50',
      '3 de marzo de 2026',
      'Riesgo de fuga',
      'Dos juegos de llaves',
      'DIRCABI La Paz',
      'Rosa Choque',
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/[{}]|undefined|null/);
    const missing = draft.gaps.map(({ fact }) => fact);
    expect(missing).toEqual(
      expect.arrayContaining(['execute.time', 'witness.document', 'administer.institution', 'remarks']),
    );
    expect(text).toContain('__________');
    expect(draft.reading.flatMap(textsOf).join('\n')).toContain('3 March 2026');
    expect(draft.template.references.every(({ status, source }) => status === 'toConfirm' && source)).toBe(
      true,
    );
  });

  it('of every template has no gap without a name, and the same pieces in both languages', async () => {
    const templates = await vault.client.call('seizures.templates', { case: caseId });
    expect(templates.map(({ id }) => id)).toEqual([
      'annualAccount',
      'courtRequest',
      'handOver',
      'receipt',
      'seizureRecord',
    ]);
    for (const { id } of templates) {
      const draft = await vault.client.call('seizures.draftPaper', paper(id));
      expect(draft.reading.map(({ type }) => type)).toEqual(draft.blocks.map(({ type }) => type));
      for (const { fact, label } of draft.gaps) expect(label.es, fact).not.toBe(fact);
    }
  });
});

describe('what is made of a draft', () => {
  const edited = async (): Promise<readonly Block[]> => {
    const { blocks } = await vault.client.call('seizures.draftPaper', paper('seizureRecord'));
    return blocks.map((block, at) =>
      at === 1 && block.type === 'paragraph' ? { ...block, text: 'A las 09:15 del día señalado.' } : block,
    );
  };

  it('says the same as PDF and as DOCX, with what was edited and nothing lost', async () => {
    const blocks = await edited();
    const pdf = await make({ template: 'seizureRecord', format: 'pdf', blocks });
    const docx = await make({ template: 'seizureRecord', format: 'docx', blocks });
    expect(pdf).toMatchObject({ edited: true, exhibit: null });
    expect(docx.gaps).toBe(pdf.gaps);
    const inDocx = await docxText(docx.path);
    const texts = blocks.flatMap(textsOf).map(squeezed);
    for (const text of texts) expect(inDocx).toContain(text);
    if (!canRead) return;
    const inPdf = pdfText(pdf.path);
    // A cell is broken into lines between those of its neighbours: it is looked for word by word.
    for (const text of blocks.flatMap(textsOf))
      for (const word of text.split(/\s+/)) expect(inPdf).toContain(squeezed(word));
    expect(inPdf).toContain('ALAS09:15DELDÍASEÑALADO.');
    expect(inPdf).toContain('PÁGINA1DE');
    const fonts = execFileSync('pdffonts', [pdf.path], { encoding: 'utf8' }).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    // Embedded, subset, with a map back to text.
    for (const line of fonts) expect(line.trim().split(/\s+/).slice(-5, -2)).toEqual(['yes', 'yes', 'yes']);
  });

  it('is on record with its hash, and attached where that is asked', async () => {
    const made = await make({ template: 'receipt', format: 'pdf', attach: true });
    const { entries } = await vault.client.call('timeline.list', {
      case: caseId,
      kinds: ['seizure.paperMade'],
      limit: 1,
    });
    expect(entries[0]?.details).toMatchObject({
      template: 'receipt',
      format: 'pdf',
      edited: false,
      sha256: made.sha256,
      gaps: made.gaps,
      exhibit: made.exhibit?.id,
    });
    const exhibit = made.exhibit?.id ?? '';
    const shown = await vault.client.call('evidence.show', { case: caseId, exhibit });
    expect(shown.sha256).toBe(made.sha256);
    expect(await vault.client.call('evidence.verify', { case: caseId, exhibit })).toMatchObject({
      valid: true,
    });
    const { exhibitLinks } = await vault.client.call('seizures.show', { case: caseId, asset: car });
    expect(exhibitLinks.map((link) => link.exhibit)).toContain(exhibit);
    expect(await vault.client.call('evidence.intakes', { case: caseId })).not.toContainEqual(
      expect.objectContaining({ state: 'interrupted' }),
    );
  });

  it('is refused where its pieces are not the template’s, and nothing is written', async () => {
    const blocks = [...(await edited())].reverse();
    const before = readdirSync(folder).length;
    await expect(make({ template: 'seizureRecord', format: 'pdf', blocks })).rejects.toThrow(
      'paper.reordered',
    );
    expect(readdirSync(folder)).toHaveLength(before);
  });

  it('breaks long tables over pages, and repeats their head', async () => {
    const { blocks } = await vault.client.call('seizures.draftPaper', paper('receipt'));
    const long = blocks.map((block) =>
      block.type === 'table'
        ? {
            ...block,
            rows: Array.from({ length: 120 }, (_, at) => [`B-${at}`, `Caja ${at}`, 'x '.repeat(80), 'bueno']),
          }
        : block,
    );
    const made = await make({ template: 'receipt', format: 'pdf', blocks: long });
    expect(made.pages).toBeGreaterThan(3);
    if (!canRead) return;
    const heads = pdfText(made.path).split('ESTADOALRECIBIR').length - 1;
    // The signatures may stand alone on the last page.
    expect(heads).toBeGreaterThanOrEqual((made.pages ?? 0) - 1);
    expect(pdfText(made.path)).toContain('B-119');
  });
});

const canConvert = has('soffice', 'the DOCX is opened by LibreOffice');
it.runIf(canConvert && canRead)('opens in LibreOffice', async () => {
  const { path } = await make({ template: 'handOver', format: 'docx' });
  execFileSync('soffice', [
    ...['--headless', `-env:UserInstallation=file://${join(vault.root, 'lo')}`],
    ...['--convert-to', 'pdf', '--outdir', folder, path],
  ]);
  expect(pdfText(path.replace(/docx$/, 'pdf'))).toContain('ACTADEENTREGAADEPOSITARIO');
});
