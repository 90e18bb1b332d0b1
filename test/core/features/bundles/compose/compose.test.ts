import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeExhibits } from '../../../../../build/demo/make-exhibits.ts';
import { has } from '../../../../support/tools.ts';
import { compose, type Made } from './a-bundle.ts';

function pagesIn(bytes: Uint8Array): number {
  return mupdf.Document.openDocument(bytes, 'application/pdf').countPages();
}

/** A page with a free-text annotation and no content of its own: a copy without baking shows nothing. */
function annotated(words: string): Uint8Array {
  const document = new mupdf.PDFDocument();
  document.insertPage(-1, document.addPage([0, 0, 595, 842], 0, {}, ''));
  const annotation = document.loadPage(0).createAnnotation('FreeText');
  annotation.setRect([100, 100, 400, 140]);
  annotation.setContents(words);
  annotation.update();
  return document.saveToBuffer('').asUint8Array().slice();
}

let folder: string;
let files: (readonly [string, Uint8Array])[];
let whole: Made;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'custodia-compose-'));
  files = (await makeExhibits(folder)).map(({ name, file }) => [name, readFileSync(file)] as const);
  whole = await compose(files);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the court’s PDF', () => {
  it('has every page of every source, and its own', () => {
    const pdfs = files.filter(([name]) => name.endsWith('.pdf'));
    for (const [name, bytes] of pdfs) {
      const index = files.findIndex(([each]) => each === name);
      expect(whole.placed[index]?.pages, name).toBe(pagesIn(bytes));
    }
    const last = whole.placed.at(-1);
    expect(last?.to).toBe(String(whole.pages));
    expect(pagesIn(whole.pdf)).toBe(whole.pages);
    whole.placed.slice(1).forEach(({ from }, index) => {
      expect(Number(from)).toBe(Number(whole.placed[index]?.to) + 1);
    });
  });

  it('numbers every page as a foja, prints the number, and labels the page with it', () => {
    const document = mupdf.Document.openDocument(whole.pdf, 'application/pdf');
    for (let index = 0; index < whole.pages; index += 1) {
      const page = document.loadPage(index);
      expect(page.getLabel()).toBe(String(index + 1));
      expect(page.toStructuredText('').asText()).toContain(`Foja ${index + 1}`);
      page.destroy();
    }
  });

  it('leads from each row of the index and each bookmark to the exhibit’s divider', () => {
    const document = mupdf.Document.openDocument(whole.pdf, 'application/pdf');
    const fronts = whole.placed.map(({ from }) => Number(from));
    const links = document.loadPage(2).getLinks();
    expect(links.map((link) => document.resolveLink(link) + 1)).toEqual(fronts);
    const marks = document.loadOutline() ?? [];
    expect(marks.slice(3).map((mark) => (mark.page ?? -1) + 1)).toEqual(fronts);
    expect(marks.slice(3).map((mark) => mark.title?.split(' · ').at(-1))).toEqual(fronts.map(String));
    whole.placed.forEach(({ from, number }) => {
      expect(
        document
          .loadPage(Number(from) - 1)
          .toStructuredText('')
          .asText(),
      ).toContain(number);
    });
  });

  it('shows each exhibit’s whole hash and its custody on the divider', () => {
    const document = mupdf.Document.openDocument(whole.pdf, 'application/pdf');
    files.forEach(([, bytes], index) => {
      const text = document
        .loadPage(Number(whole.placed[index]?.from) - 1)
        .toStructuredText('')
        .asText();
      expect(text).toContain(createHash('sha256').update(bytes).digest('hex'));
      expect(text).toContain('P-118');
      expect(text).toMatch(/14\/09\/2026\s+12:05/);
    });
  });

  it('lists what is no page as a native file with its reason', () => {
    const reasons = new Map(whole.natives.map(({ name, reason }) => [name, reason]));
    expect(reasons.get('Cuaderno de deudas.xlsx')).toBe('kind');
    expect(reasons.get('IMG-20260903-WA0007.jpg')).toBe('empty');
    expect(reasons.has('Acta de allanamiento.pdf')).toBe(false);
    expect(reasons.has('Foto 01 fachada.jpg')).toBe(false);
  });

  it('is the same bytes for the same plan and content', async () => {
    expect(Buffer.from((await compose(files)).pdf).equals(Buffer.from(whole.pdf))).toBe(true);
  });

  it.runIf(has('qpdf', 'what it says of the PDF'))(
    'is sound to qpdf, without scripts or files inside',
    () => {
      const path = join(folder, 'whole.pdf');
      writeFileSync(path, whole.pdf);
      execFileSync('qpdf', ['--check', path], { stdio: 'ignore' });
      const json = execFileSync('qpdf', ['--json', path], { encoding: 'utf8', maxBuffer: 1 << 28 });
      for (const action of ['/JavaScript', '/JS', '/Launch', '/EmbeddedFile', '/OpenAction', '/URI'])
        expect(json).not.toContain(`"${action}"`);
    },
  );

  it.runIf(has('pdftotext', 'what it says of the PDF'))('keeps the text of its sources searchable', () => {
    const path = join(folder, 'whole.pdf');
    writeFileSync(path, whole.pdf);
    const text = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }).normalize(
      'NFKC',
    );
    expect(text).toContain('ACTA DE ALLANAMIENTO');
    expect(text).toContain('700-00-118');
    expect(text).toContain('Tika Punku');
  });

  it('carries what an annotation shows, which a copied page alone has not', async () => {
    const { pdf } = await compose([['nota.pdf', annotated('SELLO DE INGRESO')]]);
    const text = mupdf.Document.openDocument(pdf, 'application/pdf')
      .loadPage(5)
      .toStructuredText('')
      .asText();
    expect(text).toContain('SELLO DE INGRESO');
  });

  it('keeps a turned and cropped page upright and inside the room above the foja', async () => {
    const document = new mupdf.PDFDocument();
    document.insertPage(-1, document.addPage([0, 0, 842, 595], 90, {}, '0 0 842 595 re f'));
    const { pdf } = await compose([['girada.pdf', document.saveToBuffer('').asUint8Array().slice()]]);
    const page = mupdf.Document.openDocument(pdf, 'application/pdf').loadPage(5);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.getBounds();
    expect(y1 - y0).toBeGreaterThan(x1 - x0);
    const pixmap = page.toPixmap(mupdf.Matrix.identity, mupdf.ColorSpace.DeviceGray, false);
    const pixels = pixmap.getPixels();
    const at = (x: number, y: number) => pixels[Math.round(y) * pixmap.getStride() + Math.round(x)] ?? -1;
    expect(at(300, 400)).toBeLessThan(20);
    // The band of the foja is white but for its own line and words.
    expect(at(300, 842 - 12)).toBeGreaterThan(240);
  });

  it.each([
    ['rubbish', new TextEncoder().encode('%PDF-1.7 nothing of the kind'), 'damaged'],
    ['half of a file', null, 'damaged'],
  ])('stops at %s and names it, or lets it travel as a file', async (_what, bytes, reason) => {
    const broken = bytes ?? (files[0]?.[1] ?? new Uint8Array()).subarray(0, 900);
    const sources = [
      ['Foto.png', files.find(([name]) => name.endsWith('.png'))?.[1] ?? new Uint8Array()],
      ['roto.pdf', broken],
    ] as const;
    await expect(compose(sources, 'stop')).rejects.toMatchObject({
      code: 'bundle.sourceUnreadable',
      params: { number: 'E-002', name: 'roto.pdf' },
    });
    const composed = await compose(sources, 'native');
    expect(composed.natives).toEqual([{ number: 'E-002', name: 'roto.pdf', reason }]);
    expect(composed.placed.map(({ pages }) => pages)).toEqual([1, 0]);
  });

  it('refuses a PDF that asks for a password', async () => {
    const plain = new mupdf.PDFDocument(annotated('secreto'));
    const locked = plain
      .saveToBuffer('encrypt=aes-256,user-password=abc,owner-password=def')
      .asUint8Array()
      .slice();
    const composed = await compose([['cerrado.pdf', locked]], 'native');
    expect(composed.natives).toEqual([{ number: 'E-001', name: 'cerrado.pdf', reason: 'locked' }]);
  });

  it('prints names in any script without failing', async () => {
    const composed = await compose([['آ漢字 🧵 ‮gpj.exe.txt', new TextEncoder().encode('ñandú\táé\r\n漢字')]]);
    expect(composed.pages).toBe(6);
  });

  it('can be called off', async () => {
    const abort = new AbortController();
    abort.abort();
    await expect(compose(files, 'native', abort.signal)).rejects.toMatchObject({ code: 'call.cancelled' });
  });
});
