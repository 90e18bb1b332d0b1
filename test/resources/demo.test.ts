import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import * as mupdf from 'mupdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemoCase } from '../../build/demo/demo-case.ts';
import { type DemoExhibit, makeExhibits } from '../../build/demo/make-exhibits.ts';
import { requireCustody } from '../../electron/core/features/custody/rules.ts';
import { loadJurisdiction } from '../../electron/core/features/office/jurisdiction-file.ts';

const pack = loadJurisdiction('bolivia');
const ids = (terms: readonly { readonly id: string }[]) => terms.map((term) => term.id);

/** An event as the rules read it. */
const factOf = ({ event, when, from = '', to = '', seal = '', dueBack }: DemoExhibit['custody'][number]) => ({
  event,
  when,
  from,
  to,
  seal,
  dueBack,
});

describe('the demonstration case', () => {
  const demo = loadDemoCase();
  const keys = demo.people.map((person) => person.key);

  it('uses only terms that the pack has, and no former offence', () => {
    const inForce = pack.offences.filter((offence) => !offence.formerly);
    expect(ids(inForce)).toEqual(expect.arrayContaining(demo.case.offences));
    expect(ids(pack.stages)).toContain(demo.case.stage);
    expect(ids(pack.statuses)).toContain(demo.case.status);
    for (const person of demo.people) {
      const role = pack.personRoles.find((each) => each.id === person.role);
      expect(role?.kind, person.key).toBe(person.kind);
    }
    for (const { type } of demo.relations) expect(ids(pack.relationTypes)).toContain(type);
  });

  it('relates and amends only people that it has', () => {
    expect(new Set(keys).size).toBe(keys.length);
    for (const { from, to } of demo.relations) expect(keys).toEqual(expect.arrayContaining([from, to]));
    expect(demo.amendments).toHaveLength(1);
    for (const { of, field, value } of demo.amendments) {
      const before = new Map(Object.entries({ ...demo.people.find((person) => person.key === of) }));
      expect(before.get(field), field).toBeTypeOf('string');
      expect(before.get(field)).not.toBe(value);
    }
  });

  it('seals everybody whose role hides the name, and says the true name nowhere else', () => {
    const hidden = demo.people.filter(
      (person) => pack.personRoles.find((role) => role.id === person.role)?.identity === 'sealed',
    );
    expect(hidden.length).toBeGreaterThanOrEqual(3);
    for (const person of hidden) {
      expect(person.seal, person.key).toBeDefined();
      expect(person.document, person.key).toBeUndefined();
      const rest = JSON.stringify({ ...demo, people: demo.people.map(({ seal: _, ...open }) => open) });
      const surname = person.seal?.trueName.split(' ')[1] ?? '';
      expect(surname.length).toBeGreaterThan(3);
      expect(rest).not.toContain(surname);
    }
  });
});

/** What `file-type` says of each exhibit that it can know; the others have no signature of their own. */
const expectedTypes: Readonly<Record<string, string | undefined>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  tif: 'image/tiff',
  wav: 'audio/wav',
  webm: 'video/webm',
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ics: 'text/calendar',
  vcf: 'text/vcard',
  bin: undefined,
  csv: undefined,
  eml: undefined,
  html: undefined,
  json: undefined,
  txt: undefined,
};

describe('the demonstration exhibits', () => {
  const contents = new Map<string, Buffer>();
  let exhibits: DemoExhibit[] = [];
  let folder = '';
  let again: DemoExhibit[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'custodia-demo-'));
    exhibits = await makeExhibits(join(folder, 'first'));
    again = await makeExhibits(join(folder, 'second'));
    for (const { file } of exhibits) contents.set(basename(file), await readFile(file));
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const content = (name: string) => contents.get(name) ?? Buffer.from(`no exhibit is called ${name}`);
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

  it('are two dozen or more, each under its own name', () => {
    expect(exhibits.length).toBeGreaterThanOrEqual(24);
    expect(contents.size).toBe(exhibits.length);
    expect(new Set(exhibits.map(({ name }) => name.split('.').at(-1))).size).toBe(18);
  });

  it('have the same bytes each time', async () => {
    const second = await Promise.all(again.map(async ({ file }) => sha256(await readFile(file))));
    expect(second).toEqual(exhibits.map(({ name }) => sha256(content(name))));
  });

  it('hold one pair of the same content, one file of no bytes and names beyond ASCII', () => {
    const hashes = exhibits.map(({ name }) => sha256(content(name)));
    expect(new Set(hashes).size).toBe(hashes.length - 1);
    expect(exhibits.filter(({ name }) => content(name).length === 0)).toHaveLength(1);
    expect(exhibits.some(({ name }) => /ñ/.test(name) && /\p{Extended_Pictographic}/u.test(name))).toBe(true);
  });

  it('are of the type that their name says', async () => {
    for (const { name } of exhibits) {
      const bytes = content(name);
      const extension = name.split('.').at(-1) ?? '';
      expect(Object.keys(expectedTypes)).toContain(extension);
      const expected = bytes.length === 0 ? undefined : expectedTypes[extension];
      expect((await fileTypeFromBuffer(bytes))?.mime, name).toBe(expected);
    }
  });

  it('keep custody in an order that the rules allow, after they were collected', () => {
    for (const { name, source, collectedOn, custody } of exhibits) {
      expect(ids(pack.evidenceSources), name).toContain(source);
      custody.forEach((event, index) => {
        const input = { ...event, case: 'demo', exhibit: name };
        const past = custody.slice(0, index).map(factOf);
        const now = Date.parse('2026-11-01T00:00:00-04:00');
        expect(() => requireCustody(past, input, now), `${name} ${index}`).not.toThrow();
        expect(event.when.slice(0, 10) >= collectedOn, `${name} ${event.when}`).toBe(true);
      });
    }
    const events = new Set(exhibits.flatMap(({ custody }) => custody.map(({ event }) => event)));
    expect([...events].sort()).toEqual([
      'examined',
      'opened',
      'received',
      'returned',
      'sealed',
      'transferred',
    ]);
  });

  it('are PDFs that open whole, with stamps that lie on the page', () => {
    const pages = exhibits
      .filter(({ name }) => name.endsWith('.pdf'))
      .map(({ name }) => {
        const pdf = new mupdf.PDFDocument(content(name));
        expect(pdf.wasRepaired(), name).toBe(false);
        const kinds = Array.from({ length: pdf.countPages() }, (_, index) =>
          pdf
            .loadPage(index)
            .getAnnotations()
            .map((annotation) => annotation.getType()),
        ).flat();
        return [name, pdf.countPages(), kinds.includes('Stamp')] as const;
      });
    expect(pages.filter(([, count]) => count > 1).length).toBeGreaterThanOrEqual(4);
    expect(pages.filter(([, , stamped]) => stamped)).toHaveLength(5);
  });

  it('are pictures that decode, one of them lying on its side', () => {
    const sizes = [
      'Foto 01 fachada.jpg',
      'Foto 02 taller.jpg',
      'Captura 1 oferta.png',
      'Boleto de flota.tif',
    ].map((name) => {
      const image = new mupdf.Image(content(name));
      return [image.getWidth(), image.getHeight()];
    });
    expect(sizes).toEqual([
      [1280, 960],
      [960, 1280],
      [720, 1280],
      [625, 875],
    ]);
    // The orientation's tag (0x0112), a short, one of it, with the value 6.
    expect(content('Foto 02 taller.jpg').includes(Buffer.from('01120003000000010006', 'hex'))).toBe(true);
  });
});
