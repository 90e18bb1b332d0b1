import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPdf, piecesOfPdf, placing } from '../../../electron/core/features/bundles/compose/place-pdf.ts';
import { loadTypes } from '../../../electron/core/paper/fonts.ts';
import { createSheet } from '../../../electron/core/paper/sheet.ts';
import type { RedactionOrder } from '../../../electron/core/redaction/model.ts';
import { termPlacesInPdf } from '../../../electron/core/redaction/pdf.ts';
import { has } from '../../support/tools.ts';

const qpdf = has('qpdf', 'a redacted PDF taken apart by qpdf');
const pdftotext = has('pdftotext', 'a redacted PDF read by pdftotext');
const whole = (text: string) => ({ text, wholeWord: true });
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'custodia-redaction-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A page on which a name stands in every way in which a PDF can hold it, with a picture and lines. */
function hostile(): Uint8Array {
  const pdf = new mupdf.PDFDocument();
  const font = pdf.addSimpleFont(new mupdf.Font('Helvetica'));
  const noise = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, 100, 100], false);
  noise.getPixels().forEach((_value, at, pixels) => {
    pixels[at] = (at * 37) % 255;
  });
  const photo = pdf.addImage(new mupdf.Image(noise));
  photo.put('Metadata', pdf.addStream('<x>Quispe in metadata</x>', { Type: pdf.newName('Metadata') }));
  const drawing = pdf.addStream('BT /F1 12 Tf 300 700 Td (Quispe in a form) Tj ET', {
    Type: pdf.newName('XObject'),
    Subtype: pdf.newName('Form'),
    BBox: [0, 0, 595, 842],
    Resources: { Font: { F1: font } },
  });
  const layer = pdf.addObject({ Type: pdf.newName('OCG'), Name: 'Quispe layer' });
  const resources = pdf.addObject({
    Font: { F1: font },
    XObject: { Photo: photo, Form: drawing },
    Properties: { P1: { ActualText: 'Quispe named' }, L1: layer },
  });
  const content = `BT /F1 12 Tf 50 760 Td (Keep this line) Tj ET
    BT /F1 12 Tf 50 745 Td (Hola Maria Quispe Mamani) Tj ET
    BT 3 Tr /F1 12 Tf 50 650 Td (Quispe unseen) Tj ET
    /Span /P1 BDC BT 0 Tr /F1 12 Tf 50 600 Td (XXXX) Tj ET EMC
    /Span <</ActualText (Quispe inline)>> BDC BT /F1 12 Tf 50 550 Td (YYYY) Tj ET EMC
    /OC /L1 BDC BT /F1 12 Tf 50 500 Td (Quispe in a layer) Tj ET EMC
    /Form Do
    BT /F1 12 Tf 800 900 Td (Quispe outside) Tj ET
    q 100 0 0 100 50 300 cm /Photo Do Q
    q 0.2 0.3 0.9 rg 200 150 m 230 180 l 260 150 l h f Q`;
  pdf.insertPage(-1, pdf.addPage([0, 0, 595, 842], 0, resources, content));
  const root = pdf.getTrailer().get('Root');
  root.put('OCProperties', { OCGs: [layer], D: { OFF: [layer] } });
  root.put('Metadata', pdf.addStream('<x>Quispe</x>', {}));
  root.put('OpenAction', { S: pdf.newName('JavaScript'), JS: 'app.alert("Quispe")' });
  pdf.setMetaData('info:Title', 'Quispe');
  const note = pdf.loadPage(0).createAnnotation('FreeText');
  note.setRect([100, 420, 400, 450]);
  note.setContents('Quispe noted');
  note.update();
  return pdf.saveToBuffer('').asUint8Array().slice();
}

/** The pages of a source as they go into a bundle, as a file. */
function copied(bytes: Uint8Array, order?: RedactionOrder): Uint8Array {
  const target = new mupdf.PDFDocument();
  const types = loadTypes(target);
  const source = openPdf(bytes);
  for (const piece of piecesOfPdf(target, source, { from: 0, to: source.countPages() }, order)) {
    const sheet = createSheet(target, types, { width: 595, height: 842 });
    sheet.place(piece.object, placing(piece, sheet, false).matrix);
    target.insertPage(-1, sheet.finish());
  }
  return target.saveToBuffer('garbage=2').asUint8Array().slice();
}

/** Everything that a file holds, streams unpacked and strings as they stand, also in hexadecimal. */
function apart(bytes: Uint8Array): string {
  const [file, open] = [join(folder, 'a.pdf'), join(folder, 'b.pdf')];
  writeFileSync(file, bytes);
  execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, open]);
  return readFileSync(open, 'latin1');
}

function textOf(bytes: Uint8Array): string {
  const pdf = mupdf.Document.openDocument(bytes, 'application/pdf');
  return Array.from({ length: pdf.countPages() }, (_, at) =>
    pdf.loadPage(at).toStructuredText('clip=no').asText(),
  ).join('\n');
}

const forms = [/Quispe/i, /517569737065/i, /Q\)\s*-?\d*\s*\(u/];

describe('a term taken out of a PDF', () => {
  const redacted = (): Uint8Array => copied(hostile(), { areas: [], terms: [whole('quispe')] });

  it.runIf(qpdf)('is in no form in the copy, although it is in many in the original', () => {
    const before = apart(copied(hostile()));
    expect(before.match(/Quispe/g)?.length).toBeGreaterThan(5);
    const after = apart(redacted());
    for (const form of forms) expect(after).not.toMatch(form);
    expect(after).not.toMatch(/JavaScript|\/Annot\b|ActualText|EmbeddedFile/);
  });

  it.runIf(pdftotext)('is not read by pdftotext', () => {
    const file = join(folder, 'text.pdf');
    writeFileSync(file, redacted());
    expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })).not.toMatch(/quispe/i);
  });

  it('leaves the words around it on a page that needs no drawing', () => {
    const pdf = new mupdf.PDFDocument();
    const font = pdf.addObject(pdf.addSimpleFont(new mupdf.Font('Helvetica')));
    const content =
      'BT /F1 12 Tf 50 760 Td (Line above here) Tj 0 -13 Td (Hola Maria Quispe Mamani) Tj 0 -13 Td (Line below here) Tj ET';
    pdf.insertPage(-1, pdf.addPage([0, 0, 595, 842], 0, { Font: { F1: font } }, content));
    const text = textOf(
      copied(pdf.saveToBuffer('').asUint8Array().slice(), { areas: [], terms: [whole('Quispe')] }),
    );
    expect(text).toContain('Line above here');
    expect(text).toContain('Line below here');
    expect(text).toMatch(/Hola Maria\s+Mamani/);
  });

  it('is counted where it will be taken out, and a scan is said to be unread', () => {
    const pdf = mupdf.Document.openDocument(hostile(), 'application/pdf').asPDF();
    if (pdf === null) throw new Error('no PDF');
    pdf.insertPage(-1, pdf.addPage([0, 0, 595, 842], 0, {}, '0 0 10 10 re f'));
    const places = termPlacesInPdf(pdf, whole('Quispe'));
    expect(places.unread).toEqual([1]);
    expect(places.pages).toHaveLength(1);
    expect(places.total).toBeGreaterThanOrEqual(6);
  });

  it('leaves a file without the term as it was read', () => {
    const text = textOf(copied(hostile(), { areas: [], terms: [whole('Condori')] }));
    expect(text).toContain('Hola Maria Quispe Mamani');
  });
});

describe('a region taken out of a PDF', () => {
  /** In parts of the page: the picture at 50,300 of 100 by 100 points. */
  const photo = { x: 50 / 595, y: (842 - 400) / 842, width: 100 / 595, height: 100 / 842 };

  /** A page with nothing on it but the picture. */
  function pictured(): Uint8Array {
    const pdf = new mupdf.PDFDocument();
    const noise = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, 100, 100], false);
    noise.getPixels().forEach((_value, at, pixels) => {
      pixels[at] = (at * 37) % 255;
    });
    const resources = { XObject: { Photo: pdf.addImage(new mupdf.Image(noise)) } };
    pdf.insertPage(-1, pdf.addPage([0, 0, 595, 842], 0, resources, 'q 100 0 0 100 50 300 cm /Photo Do Q'));
    return pdf.saveToBuffer('').asUint8Array().slice();
  }

  /** The colours in the middle of the picture, as a reader shows it: the page is a little smaller above its foja. */
  function coloursOf(bytes: Uint8Array): Set<string> {
    const page = mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(0);
    const pixmap = page.toPixmap(mupdf.Matrix.identity, mupdf.ColorSpace.DeviceRGB, false);
    const pixels = pixmap.getPixels();
    const found = new Set<string>();
    for (let y = 460; y < 500; y += 1) {
      for (let x = 80; x < 130; x += 1) {
        const at = y * pixmap.getStride() + x * 3;
        found.add([...pixels.subarray(at, at + 3)].join());
      }
    }
    return found;
  }

  it('is black, and the picture’s own pixels are gone', () => {
    const order = { areas: [{ page: 0, rects: [photo] }], terms: [] };
    expect(coloursOf(copied(pictured())).size).toBeGreaterThan(20);
    expect(coloursOf(copied(hostile())).size).toBeGreaterThan(20);
    for (const source of [pictured(), hostile()])
      expect([...coloursOf(copied(source, order))]).toEqual(['0,0,0']);
    for (const image of imagesOf(copied(pictured(), order))) expect(new Set(image).size).toBe(1);
  });

  /** The pixels of every picture in a file, whatever is painted over them. */
  function imagesOf(bytes: Uint8Array): Uint8ClampedArray[] {
    const pdf = mupdf.Document.openDocument(bytes, 'application/pdf').asPDF();
    if (pdf === null) throw new Error('no PDF');
    const found: Uint8ClampedArray[] = [];
    for (let at = 1; at < pdf.countObjects(); at += 1) {
      const object = pdf.newIndirect(at);
      if (object.isStream() && object.get('Subtype').asName() === 'Image')
        found.push(pdf.loadImage(object).toPixmap().getPixels().slice());
    }
    return found;
  }

  it('takes text and lines with it, also on a turned and cropped page', () => {
    const pdf = new mupdf.PDFDocument();
    const font = pdf.addSimpleFont(new mupdf.Font('Helvetica'));
    const content = 'BT /F1 12 Tf 110 210 Td (Secret) Tj ET BT /F1 12 Tf 110 600 Td (Public) Tj ET';
    const page = pdf.addPage([0, 0, 595, 842], 90, { Font: { F1: font } }, content);
    page.put('CropBox', [100, 200, 500, 800]);
    pdf.insertPage(-1, page);
    // Turned by 90 degrees, the lower left corner of the sheet is shown at the upper left.
    const order = { areas: [{ page: 0, rects: [{ x: 0, y: 0, width: 0.1, height: 0.3 }] }], terms: [] };
    const text = textOf(copied(pdf.saveToBuffer('').asUint8Array().slice(), order));
    expect(text).not.toMatch(/Secret/);
    expect(text).toMatch(/Public/);
  });

  it('draws a page again where something is left beneath, such as a shading', () => {
    const pdf = new mupdf.PDFDocument();
    const shading = {
      ShadingType: 2,
      ColorSpace: pdf.newName('DeviceRGB'),
      Coords: [0, 0, 595, 0],
      Function: { FunctionType: 2, Domain: [0, 1], C0: [1, 0, 0], C1: [0, 0, 1], N: 1 },
    };
    const content = 'q 50 150 400 400 re W n /Sh sh Q';
    pdf.insertPage(-1, pdf.addPage([0, 0, 595, 842], 0, { Shading: { Sh: shading } }, content));
    const order = { areas: [{ page: 0, rects: [{ x: 0.2, y: 0.5, width: 0.3, height: 0.2 }] }], terms: [] };
    const copy = Buffer.from(copied(pdf.saveToBuffer('').asUint8Array().slice(), order)).toString('latin1');
    expect(copy).not.toContain('/ShadingType');
    expect(copy).toContain('/DCTDecode');
  });
});
