import { crc32 } from 'node:zlib';
import * as mupdf from 'mupdf';
import { a4, foot } from '../../../paper/sheet.ts';
import { blacken, storedRect } from '../../../redaction/image.ts';
import type { Area } from '../../../redaction/model.ts';
import { isArchivalImage } from './archive.ts';
import { orientationOf } from './orientation.ts';
import { asUnreadable, type Check, type Piece, Unreadable } from './place-pdf.ts';

/** Pictures are printed at their own size where they say it, at 150 dots an inch otherwise. */
const usualDots = 150;
/** Pages of a picture file with several (TIFF) are drawn at this many dots an inch. */
const drawnDots = 200;
/** A picture of more pixels than this is not unpacked: a small file may say that it is endless. */
const mostPixels = 400_000_000;
const room = { width: a4.width - 60, height: a4.height - foot - 60 };

/**
 * How many pages a picture makes, about how many bytes they take, whether it has more dots than the court wants, and
 * whether it may stand in a PDF/A.
 *
 * @param most dots an inch; null for any
 */
export function measureImage(
  bytes: Uint8Array,
  type: string,
  most: number | null,
): { pages: number; bytes: number; reduced: boolean; archival: boolean } {
  if (type === 'image/gif' && isAnimated(bytes)) throw new Unreadable('kind');
  try {
    if (type !== 'image/tiff') {
      const image = new mupdf.Image(bytes);
      if (image.getWidth() * image.getHeight() > mostPixels) throw new Unreadable('tooLarge');
      const reduced = reductionOf(printedSize(image, orientationOf(bytes, type)), most) < 1;
      const archival = reduced || isArchivalImage(image);
      image.destroy();
      return { pages: 1, bytes: bytes.length, reduced, archival };
    }
    const document = mupdf.Document.openDocument(bytes, type);
    const pages = document.countPages();
    document.destroy();
    if (pages === 0) throw new Unreadable('damaged');
    return { pages, bytes: Math.max(bytes.length, pages * 300_000), reduced: false, archival: true };
  } catch (error) {
    throw asUnreadable(error);
  }
}

/**
 * A picture as pieces: one, or one for each page of a TIFF. Its EXIF orientation is obeyed, `areas` are blackened in its
 * pixels, and it is drawn with `most` dots an inch where it has more.
 */
export function piecesOfImage(
  target: mupdf.PDFDocument,
  bytes: Uint8Array,
  type: string,
  areas?: readonly Area[],
  most: number | null = null,
): Piece[] {
  try {
    if (type === 'image/tiff')
      return piecesOfTiff(target, bytes, areas, Math.min(drawnDots, most ?? drawnDots));
    const image = new mupdf.Image(bytes);
    const orientation = orientationOf(bytes, type);
    const said = saidDots(image.getXResolution());
    const shown = areas === undefined ? image : withoutAreas(image, areas, orientation);
    const size = printedSize(shown, orientation, said);
    const by = reductionOf(size, most);
    const drawn = by < 1 ? reducedBy(shown, by, type) : shown;
    const check = areas === undefined ? checkOf(bytes, type, by) : ({ by: 'none' } as const);
    return [pieceOf(target, drawn, orientation, check, size)];
  } catch (error) {
    throw asUnreadable(error);
  }
}

/** A JPEG is taken over byte by byte; other pictures are packed anew. */
function checkOf(bytes: Uint8Array, type: string, by: number): Check {
  return type === 'image/jpeg' && by === 1
    ? { by: 'same', identity: `jpeg ${crc32(bytes)}` }
    : { by: 'look' };
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

function piecesOfTiff(
  target: mupdf.PDFDocument,
  bytes: Uint8Array,
  areas: readonly Area[] = [],
  dots = drawnDots,
): Piece[] {
  const document = mupdf.Document.openDocument(bytes, 'image/tiff');
  try {
    const count = document.countPages();
    if (count === 0) throw new Unreadable('damaged');
    return Array.from({ length: count }, (_, index) => {
      const page = document.loadPage(index);
      const scale = dots / 72;
      const pixmap = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false);
      blacken(
        pixmap,
        areas.filter((area) => area.page === index).flatMap((area) => area.rects),
      );
      const image = new mupdf.Image(pixmap.asPNG());
      const check = { by: areas.length > 0 ? 'none' : 'look' } as const;
      const piece = pieceOf(target, image, 1, check, printedSize(image, 1, dots));
      pixmap.destroy();
      page.destroy();
      return piece;
    });
  } finally {
    document.destroy();
  }
}

interface Printed {
  /** In points, as it stands on the page. */
  readonly w: number;
  readonly h: number;
  /** Dots an inch that it has at this size. */
  readonly dots: number;
}

/** How large a picture is printed: at its own size, or as large as the room allows. */
function printedSize(
  image: mupdf.Image,
  orientation: number,
  resolution = saidDots(image.getXResolution()),
): Printed {
  const [pixelsWide, pixelsHigh] = [image.getWidth(), image.getHeight()];
  const [wide, high] = orientation >= 5 ? [pixelsHigh, pixelsWide] : [pixelsWide, pixelsHigh];
  const width = Math.max(1, (wide * 72) / resolution);
  const height = Math.max(1, (high * 72) / resolution);
  const scale = Math.min(1, room.width / width, room.height / height);
  return { w: width * scale, h: height * scale, dots: resolution / scale };
}

/** By how much a picture is made smaller so that it has no more dots than allowed; 1 where it has not. */
function reductionOf({ dots }: Printed, most: number | null): number {
  return most === null || dots <= most * 1.01 ? 1 : most / dots;
}

/** The same picture with fewer dots, each the average of those that it stands for. */
function reducedBy(image: mupdf.Image, by: number, type: string): mupdf.Image {
  const width = Math.max(1, Math.round(image.getWidth() * by));
  const height = Math.max(1, Math.round(image.getHeight() * by));
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, width, height], false);
  pixmap.clear(255);
  const device = new mupdf.DrawDevice(mupdf.Matrix.identity, pixmap);
  device.fillImage(image, [width, 0, 0, height, 0, 0], 1);
  device.close();
  const drawn = new mupdf.Image(type === 'image/jpeg' ? pixmap.asJPEG(90, false) : pixmap.asPNG());
  pixmap.destroy();
  return drawn;
}

function pieceOf(
  target: mupdf.PDFDocument,
  image: mupdf.Image,
  orientation: number,
  check: Check,
  { w, h }: Printed,
): Piece {
  // A picture's object is one unit square: it is stretched to its size in points here.
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
