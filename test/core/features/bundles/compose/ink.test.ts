import * as mupdf from 'mupdf';
import { describe, expect, it } from 'vitest';
import { digestsIn, identityOf } from '../../../../../electron/core/features/bundles/compose/identity.ts';
import { looksOf, placedLook, sameInk } from '../../../../../electron/core/features/bundles/compose/ink.ts';
import { onePagePdf } from '../../../../fixtures/pdf.ts';

const type = 'application/pdf';
const size = { width: 400, height: 400 };

/** The page with a stamp of 60 × 20 points on it, as an annotation. */
function stamped(): Uint8Array {
  const document = mupdf.Document.openDocument(onePagePdf('recibido'), type).asPDF();
  if (document === null) throw new Error('no PDF');
  const page = document.loadPage(0);
  if (!(page instanceof mupdf.PDFPage)) throw new Error('no page of a PDF');
  const stamp = page.createAnnotation('FreeText');
  stamp.setRect([300, 30, 360, 50]);
  stamp.setContents('SELLO 118');
  stamp.update();
  return document.saveToBuffer('').asUint8Array().slice();
}

/** Whether a sheet that bears `copy` as large as half of its size, somewhere, shows what `source` shows. */
function alike(source: Uint8Array, copy: Uint8Array, pale = false, over = ''): boolean {
  const target = new mupdf.PDFDocument();
  const origin = mupdf.Document.openDocument(copy, type).asPDF();
  if (origin === null) throw new Error('no PDF');
  const page = origin.findPage(0);
  const form = target.addStream(page.get('Contents').readStream(), {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 400, 400],
    Resources: target.newGraftMap().graftObject(page.get('Resources')),
  });
  const content = `q 0.5 0 0 0.5 100.3 300.7 cm /X1 Do Q ${over}`;
  target.insertPage(-1, target.addPage([0, 0, 595, 842], 0, { XObject: { X1: form } }, content));
  const where = { matrix: [], scale: 0.5, left: 100.3, top: 842 - 300.7 - 200 };
  const looks = looksOf(source, type);
  const look = looks.page(0);
  return sameInk(look, placedLook(target.loadPage(0), where, size, look), pale);
}

describe('the ink of a page', () => {
  const plain = onePagePdf('recibido');

  it('is the same where the same was placed, however small and wherever', () => {
    expect(alike(plain, plain)).toBe(true);
  });

  it('is not the same where a stamp is missing', () => {
    expect(alike(stamped(), plain)).toBe(false);
  });

  it('is not the same where a word is another, or something lies over it', () => {
    expect(alike(plain, onePagePdf('rechazado'))).toBe(false);
    expect(alike(plain, plain, false, '0 g 120 420 20 20 re f')).toBe(false);
    expect(alike(plain, plain, false, '1 g 110 440 120 30 re f')).toBe(false);
  });

  it('may have pale words across it only where that was asked for', () => {
    // The strokes of a watermark, averaged over a block of dots, darken it by no more than this.
    const across = '0.85 g 110 330 60 30 re f';
    expect(alike(plain, plain, true, across)).toBe(true);
    expect(alike(plain, plain, false, across)).toBe(false);
    expect(alike(plain, plain, true, '0.55 g 110 330 60 30 re f')).toBe(false);
  });
});

describe('the identity of a page', () => {
  const identity = (bytes: Uint8Array): string | null => {
    const document = mupdf.Document.openDocument(bytes, type).asPDF();
    if (document === null) throw new Error('no PDF');
    const page = document.findPage(0);
    return identityOf(digestsIn(document), {
      contents: page.get('Contents').readRawStream().asUint8Array().slice(),
      box: [0, 0, 400, 400],
      resources: page.get('Resources'),
      group: page.get('Group'),
    });
  };
  /** The same objects under other numbers. */
  const renumbered = (bytes: Uint8Array): Uint8Array => {
    const target = new mupdf.PDFDocument();
    const source = mupdf.Document.openDocument(bytes, type).asPDF();
    if (source === null) throw new Error('no PDF');
    for (let n = 0; n < 5; n += 1) target.addObject({ N: n });
    target.graftPage(-1, source, 0);
    return target.saveToBuffer('').asUint8Array().slice();
  };

  it('does not depend on how its objects are numbered', () => {
    const bytes = onePagePdf('igual');
    expect(identity(renumbered(bytes))).toBe(identity(bytes));
    expect(identity(bytes)).not.toBeNull();
  });

  it('is another with another letter, or another font', () => {
    const bytes = onePagePdf('igual');
    expect(identity(onePagePdf('iguaL'))).not.toBe(identity(bytes));
    const font = Buffer.from(bytes.toString('latin1').replace('/Helvetica', '/Courier--'), 'latin1');
    expect(identity(font)).not.toBe(identity(bytes));
  });
});
