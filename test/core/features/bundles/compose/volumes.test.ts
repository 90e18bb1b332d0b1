import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as mupdf from 'mupdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadProfile } from '../../../../../electron/core/features/bundles/compose/profile.ts';
import { has } from '../../../../support/tools.ts';
import { compose, type Made } from './a-bundle.ts';

function pages(count: number, name: string): Uint8Array {
  const document = new mupdf.PDFDocument();
  const font = document.addSimpleFont(new mupdf.Font('Times-Roman'));
  for (let n = 1; n <= count; n += 1)
    document.insertPage(
      -1,
      document.addPage(
        [0, 0, 595, 842],
        0,
        { Font: { F: font } },
        `BT /F 20 Tf 80 700 Td (${name} ${n}) Tj ET`,
      ),
    );
  return document.saveToBuffer('compress').asUint8Array().slice();
}

const sources = [
  ['uno.pdf', pages(5, 'uno')],
  ['dos.pdf', pages(6, 'dos')],
  ['tres.pdf', pages(20, 'tres')],
] as const;
let folder: string;
let made: Made;
let documents: mupdf.Document[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'custodia-volumes-'));
  const profile = loadProfile('peru-inverso');
  made = await compose(sources, 'stop', undefined, (plan) => ({
    ...plan,
    profile: {
      ...profile,
      paper: 'oficio',
      volume: { ...profile.volume, sheets: 15 },
      numbering: { ...profile.numbering, words: true },
    },
  }));
  for (const [at, bytes] of made.volumesMade.entries()) writeFileSync(pathOf(at), bytes);
  documents = made.volumesMade.map((bytes) => mupdf.Document.openDocument(bytes, 'application/pdf'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pathOf = (volume: number): string => join(folder, basename(made.files[volume]?.path ?? ''));
const labelsOf = (document: mupdf.Document): string[] =>
  Array.from({ length: document.countPages() }, (_, at) => document.loadPage(at).getLabel());

describe('a bundle in volumes', () => {
  it('is divided by sheets, and an exhibit only where it is larger than a volume', () => {
    expect(documents.map((document) => document.countPages()).every((count) => count <= 15)).toBe(true);
    expect(made.volumes.every(({ over }) => !over)).toBe(true);
    expect(made.files.map(({ path }) => path)[0]).toBe('data/legajo-tomo-01.pdf');
    expect(made.placed.slice(0, 2).map(({ volume }) => volume)).toEqual([1, 2]);
    expect(made.placed[2]?.volume).toBe(3);
    expect(documents.length).toBe(4);
  });

  it('has numbers that go down over all of it to one, printed as they are labelled', () => {
    const labels = documents.flatMap(labelsOf);
    const numbered = labels.filter((label) => label !== '');
    expect(numbered).toEqual(numbered.map((_, at) => String(numbered.length - at)));
    // A cover stands outside the numbers.
    expect(labels.length - numbered.length).toBe(documents.length);
    documents.forEach((document) => {
      labelsOf(document).forEach((label, at) => {
        const text = document.loadPage(at).toStructuredText('').asText();
        if (label === '') expect(text).not.toContain('Foja ');
        else expect(text).toContain(`Foja ${label} (`);
      });
    });
  });

  it('has a master index that leads inside the volume, and to the files of the others', () => {
    const [first] = documents;
    const links = first?.loadPage(2).getLinks() ?? [];
    const targets = links.map((link) => link.getURI());
    expect(targets.length).toBeGreaterThanOrEqual(4);
    expect(targets.filter((uri) => uri.startsWith('#'))).toHaveLength(1);
    expect(targets.some((uri) => uri.includes('legajo-tomo-03.pdf'))).toBe(true);
    for (const document of documents.slice(1)) {
      const own = document.loadPage(1).getLinks();
      expect(own.length).toBe(1);
      expect(document.resolveLink(own[0]?.getURI() ?? '')).toBeGreaterThan(1);
    }
  });

  it('is on the paper that was asked for, and has every page of every exhibit once', () => {
    const all = documents.flatMap((document) =>
      Array.from({ length: document.countPages() }, (_, at) => document.loadPage(at)),
    );
    for (const page of all) expect(page.getBounds()[3]).toBeCloseTo(935.43, 1);
    const text = all.map((page) => page.toStructuredText('').asText()).join('\n');
    for (const [name, count] of [
      ['uno', 5],
      ['dos', 6],
      ['tres', 20],
    ] as const)
      for (let n = 1; n <= count; n += 1)
        expect(text.match(new RegExp(`^${name} ${n}$`, 'gm')), `${name} ${n}`).toHaveLength(1);
  });

  it.runIf(has('qpdf', 'what it says of volumes'))('is sound to qpdf, each by itself', () => {
    for (const at of documents.keys()) execFileSync('qpdf', ['--check', pathOf(at)], { stdio: 'ignore' });
  });
});
