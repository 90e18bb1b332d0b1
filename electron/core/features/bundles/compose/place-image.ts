import { crc32 } from 'node:zlib';
import * as mupdf from 'mupdf';
import { a4, foot } from '../../../paper/sheet.ts';
import { blacken, storedRect } from '../../../redaction/image.ts';
import type { Area } from '../../../redaction/model.ts';
import { orientationOf } from './orientation.ts';
import { asUnreadable, type Check, type Piece, Unreadable } from './place-pdf.ts';

/** Pictures are printed at their own size where they say it, at 150 dots an inch otherwise. */
const usualDots = 150;
/** Pages of a picture file with several (TIFF) are drawn at this many dots an inch. */
const drawnDots = 200;
/** A picture of more pixels than this is not unpacked: a small file may say that it is endless. */
const mostPixels = 400_000_000;
const room = { width: a4.width - 60, height: a4.height - foot - 60 };

/** How many pages a picture makes, and about how many bytes they take. */
export function measureImage(bytes: Uint8Array, type: string): { pages: number; bytes: number } {
  if (type === 'image/gif' && isAnimated(bytes)) throw new Unreadable('kind');
  try {
    if (type !== 'image/tiff') {
      const image = new mupdf.Image(bytes);
      if (image.getWidth() * image.getHeight() > mostPixels) throw new Unreadable('tooLarge');
      image.destroy();
      return { pages: 1, bytes: bytes.length };
    }
    const document = mupdf.Document.openDocument(bytes, type);
    const pages = document.countPages();
    document.destroy();
    if (pages === 0) throw new Unreadable('damaged');
    return { pages, bytes: Math.max(bytes.length, pages * 300_000) };
  } catch (error) {
    throw asUnreadable(error);
  }
}

/**
 * A picture as pieces: one, or one for each page of a TIFF. Its EXIF orientation is obeyed, and `areas` are
 * blackened in its pixels.
 */
export function piecesOfImage(
  target: mupdf.PDFDocument,
  bytes: Uint8Array,
  type: string,
  areas?: readonly Area[],
): Piece[] {
  try {
    if (type === 'image/tiff') return piecesOfTiff(target, bytes, areas);
    const image = new mupdf.Image(bytes);
    const orientation = orientationOf(bytes, type);
    if (areas === undefined) return [pieceOf(target, image, orientation, checkOf(bytes, type))];
    const said = saidDots(image.getXResolution());
    return [pieceOf(target, withoutAreas(image, areas, orientation), orientation, { by: 'none' }, said)];
  } catch (error) {
    throw asUnreadable(error);
  }
}

/** A JPEG is taken over byte by byte; other pictures are packed anew. */
function checkOf(bytes: Uint8Array, type: string): Check {
  return type === 'image/jpeg' ? { by: 'same', identity: `jpeg ${crc32(bytes)}` } : { by: 'look' };
}

/** The picture drawn anew from its pixels, those of the areas black: nothing else of its file is in it. */
function withoutAreas(image: mupdf.Image, areas: readonly Area[], orientation: number): mupdf.Image {
  const own = image.toPixmap();
  const pixmap = own.convertToColorSpace(mupdf.ColorSpace.DeviceRGB, false);
  own.destroy();
  blacken(
    pixmap,
    areas.flatMap((area) => area.rects).map((rect) => storedRect(rect, orientation)),
  );
  const drawn = new mupdf.Image(pixmap.asJPEG(92, false));
  pixmap.destroy();
  return drawn;
}

function saidDots(resolution: number): number {
  return resolution >= 96 && resolution <= 2_400 ? resolution : usualDots;
}

function piecesOfTiff(target: mupdf.PDFDocument, bytes: Uint8Array, areas: readonly Area[] = []): Piece[] {
  const document = mupdf.Document.openDocument(bytes, 'image/tiff');
  try {
    const count = document.countPages();
    if (count === 0) throw new Unreadable('damaged');
    return Array.from({ length: count }, (_, index) => {
      const page = document.loadPage(index);
      const scale = drawnDots / 72;
      const pixmap = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false);
      blacken(
        pixmap,
        areas.filter((area) => area.page === index).flatMap((area) => area.rects),
      );
      const image = new mupdf.Image(pixmap.asPNG());
      const piece = pieceOf(target, image, 1, { by: areas.length > 0 ? 'none' : 'look' }, drawnDots);
      pixmap.destroy();
      page.destroy();
      return piece;
    });
  } finally {
    document.destroy();
  }
}

function pieceOf(
  target: mupdf.PDFDocument,
  image: mupdf.Image,
  orientation: number,
  check: Check,
  dots?: number,
): Piece {
  const sideways = orientation >= 5;
  const [pixelsWide, pixelsHigh] = [image.getWidth(), image.getHeight()];
  const resolution = dots ?? saidDots(image.getXResolution());
  const [wide, high] = sideways ? [pixelsHigh, pixelsWide] : [pixelsWide, pixelsHigh];
  // A picture's object is one unit square: it is stretched to its size in points here.
  const width = Math.max(1, (wide * 72) / resolution);
  const height = Math.max(1, (high * 72) / resolution);
  const scale = Math.min(1, room.width / width, room.height / height);
  const [w, h] = [width * scale, height * scale];
  const turned: Readonly<Record<number, Piece['matrix']>> = {
    1: [w, 0, 0, h, 0, 0],
    2: [-w, 0, 0, h, w, 0],
    3: [-w, 0, 0, -h, w, h],
    4: [w, 0, 0, -h, 0, h],
    5: [0, -h, -w, 0, w, h],
    6: [0, -h, w, 0, 0, h],
    7: [0, h, w, 0, 0, 0],
    8: [0, h, -w, 0, w, 0],
  };
  return {
    object: target.addImage(image),
    width: w,
    height: h,
    matrix: turned[orientation] ?? [w, 0, 0, h, 0, 0],
    check,
  };
}

/** Whether a GIF moves: browsers and cameras write this block before the frames of an animation. */
function isAnimated(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4_096)).includes('NETSCAPE2.0');
}
