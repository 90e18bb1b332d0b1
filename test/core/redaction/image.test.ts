import * as mupdf from 'mupdf';
import { describe, expect, it } from 'vitest';
import { piecesOfImage } from '../../../electron/core/features/bundles/compose/place-image.ts';
import { pixelsOf, storedRect } from '../../../electron/core/redaction/image.ts';
import { withoutRemarks } from '../../../electron/core/redaction/jpeg.ts';

/** A JPEG whose left half is red and right half blue, with an EXIF block that says how it is turned and a remark. */
function photo(orientation: number): Uint8Array {
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, 200, 100], false);
  const pixels = pixmap.getPixels();
  for (let at = 0; at < pixels.length; at += 3) {
    const left = (at / 3) % 200 < 100;
    pixels.set(left ? [255, 0, 0] : [0, 0, 255], at);
  }
  const jpeg = Buffer.from(pixmap.asJPEG(95, false));
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from('GPS of the shelter')]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

function shownPixel(bytes: Uint8Array, x: number, y: number): number[] {
  const page = mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(0);
  const pixmap = page.toPixmap(mupdf.Matrix.identity, mupdf.ColorSpace.DeviceRGB, false);
  const at = Math.floor(y * pixmap.getHeight()) * pixmap.getStride() + Math.floor(x * pixmap.getWidth()) * 3;
  return [...pixmap.getPixels().subarray(at, at + 3)];
}

/** A picture as a page of its own size. */
function asPage(
  bytes: Uint8Array,
  rects: { x: number; y: number; width: number; height: number }[],
): Uint8Array {
  const pdf = new mupdf.PDFDocument();
  const [piece] = piecesOfImage(pdf, bytes, 'image/jpeg', [{ page: 0, rects }]);
  if (piece === undefined) throw new Error('no piece');
  const content = `q ${piece.matrix.join(' ')} cm /P Do Q`;
  pdf.insertPage(
    -1,
    pdf.addPage([0, 0, piece.width, piece.height], 0, { XObject: { P: piece.object } }, content),
  );
  return pdf.saveToBuffer('').asUint8Array().slice();
}

describe('a region of a picture', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is black where it is shown, turned by EXIF %i', (orientation) => {
    const page = asPage(photo(orientation), [{ x: 0, y: 0, width: 0.25, height: 0.25 }]);
    expect(Math.max(...shownPixel(page, 0.1, 0.1))).toBeLessThan(25);
    for (const [x, y] of [
      [0.9, 0.1],
      [0.1, 0.9],
      [0.9, 0.9],
    ] as const)
      expect(Math.max(...shownPixel(page, x, y)), `${x} ${y}`).toBeGreaterThan(200);
  });

  it('leaves nothing of the file that it came from', () => {
    const page = Buffer.from(asPage(photo(6), [{ x: 0, y: 0, width: 0.25, height: 0.25 }]));
    expect(page.includes('GPS of the shelter')).toBe(false);
    expect(page.includes('Exif')).toBe(false);
  });

  it('is mapped back by turning it twice', () => {
    const rect = { x: 0.1, y: 0.2, width: 0.3, height: 0.15 };
    const back: Record<number, number> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6 };
    for (const [one, other] of Object.entries(back)) {
      const twice = storedRect(storedRect(rect, Number(one)), other);
      for (const key of ['x', 'y', 'width', 'height'] as const) expect(twice[key]).toBeCloseTo(rect[key], 9);
    }
  });

  it('takes pixels at its edge whole and stays inside the picture', () => {
    const size = { width: 10, height: 10 };
    expect(pixelsOf({ x: 0.05, y: 0.05, width: 0.1, height: 0.1 }, size)).toEqual({
      x0: 0,
      y0: 0,
      x1: 2,
      y1: 2,
    });
    expect(pixelsOf({ x: 0.95, y: 0.95, width: 0.2, height: 0.2 }, size)).toEqual({
      x0: 9,
      y0: 9,
      x1: 10,
      y1: 10,
    });
  });
});

describe('a JPEG without remarks', () => {
  it('shows the same picture and tells nothing beside it', () => {
    const bare = withoutRemarks(photo(1));
    expect(Buffer.from(bare).includes('GPS')).toBe(false);
    const pixels = (bytes: Uint8Array): Uint8ClampedArray =>
      new mupdf.Image(bytes).toPixmap().getPixels().slice();
    expect(pixels(bare)).toEqual(pixels(photo(1)));
  });

  it('is left as it is where it is none', () => {
    const other = new Uint8Array([1, 2, 3, 4, 5]);
    expect(withoutRemarks(other)).toBe(other);
  });
});
