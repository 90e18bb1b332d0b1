import * as mupdf from 'mupdf';
import { blacken } from './image.ts';
import type { Area, Rect, RedactionOrder, Term, TermPlaces } from './model.ts';
import { leaveOutRemarks, leaveOutText, saysMore } from './pdf-leftovers.ts';
import { placesOf } from './terms.ts';

const { PDFPage } = mupdf;
/** A page that cannot be cleaned otherwise is drawn again at this many dots an inch, without what is kept back. */
const drawnDots = 200;
type Quad = mupdf.Quad;
type Box = [number, number, number, number];

/** A page's characters; a line's end is one without a place. */
interface PageText {
  readonly chars: readonly string[];
  readonly quads: readonly (Quad | null)[];
}

/**
 * Two readings of a page: its glyphs, and the text that a program says stands in their place. Everything is read that
 * lies in the file: invisible text, text outside the page.
 */
function readings(page: mupdf.PDFPage): PageText[] {
  return ['clip=no,ignore-actualtext=yes', 'clip=no'].map((options) => {
    const chars: string[] = [];
    const quads: (Quad | null)[] = [];
    const text = page.toStructuredText(options);
    text.walk({
      onChar: (char, _origin, _font, _size, quad) => {
        chars.push(char);
        quads.push(quad);
      },
      endLine: () => {
        chars.push('\n');
        quads.push(null);
      },
    });
    text.destroy();
    return { chars, quads };
  });
}

function quadsOf(text: PageText, terms: readonly Term[]): Quad[] {
  return placesOf(text.chars, terms).flatMap(({ from, to }) =>
    text.quads.slice(from, to).filter((quad) => quad !== null),
  );
}

/** How often which of several terms stands on which page. */
export interface TermsInPdf {
  readonly found: readonly { readonly page: number; readonly term: number; readonly count: number }[];
  /** Pages on which no text can be read. */
  readonly unread: readonly number[];
  readonly pages: number;
}

/** Where terms stand in a PDF, as `redactPdf` would find them. */
export function termsInPdf(
  source: mupdf.PDFDocument,
  terms: readonly Term[],
  tell: (page: number) => void = () => undefined,
): TermsInPdf {
  openLayers(source);
  source.bake(true, true);
  const found: { page: number; term: number; count: number }[] = [];
  const unread: number[] = [];
  const pages = source.countPages();
  for (let index = 0; index < pages; index += 1) {
    tell(index);
    const page = source.loadPage(index);
    const texts = readings(page);
    found.push(...countsOf(texts, terms).map((each) => ({ page: index, ...each })));
    if (texts.every(({ chars }) => chars.every((char) => char.trim() === ''))) unread.push(index);
    page.destroy();
  }
  return { found, unread, pages };
}

/** The two readings tell of the same places: of each term the greater number counts. */
function countsOf(texts: readonly PageText[], terms: readonly Term[]): { term: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const { chars } of texts) {
    const here = new Map<number, number>();
    for (const { term } of placesOf(chars, terms)) here.set(term, (here.get(term) ?? 0) + 1);
    for (const [term, count] of here) counts.set(term, Math.max(count, counts.get(term) ?? 0));
  }
  return [...counts].map(([term, count]) => ({ term, count }));
}

/** Where one term stands in a PDF. */
export function termPlacesInPdf(source: mupdf.PDFDocument, term: Term): TermPlaces {
  const { found, unread } = termsInPdf(source, [term]);
  const pages = found.map(({ page, count }) => ({ page, count }));
  return { total: pages.reduce((sum, page) => sum + page.count, 0), pages, unread };
}

/**
 * Takes regions and terms out of every page of an open PDF, whose annotations and forms have been baked in: text that
 * is shown or hidden, pixels of pictures, lines. What no page shows is left out of all of them: text beside the glyphs,
 * drawings that are never drawn. A page of which a part is left after that is drawn again as a picture.
 *
 * @returns the pages from which something was taken that was to be seen
 */
export function redactPdf(source: mupdf.PDFDocument, { areas, terms }: RedactionOrder): ReadonlySet<number> {
  openLayers(source);
  const count = source.countPages();
  const changed = new Set<number>();
  for (let index = 0; index < count; index += 1) {
    const rects = areas.filter((area: Area) => area.page === index).flatMap((area) => area.rects);
    if (redactPage(source, index, rects, terms)) changed.add(index);
    leaveOutRemarks(source.findPage(index));
  }
  return changed;
}

/** Layers that a reader may switch on are pages' content like any other: a copy shows them all. */
function openLayers(source: mupdf.PDFDocument): void {
  source.getTrailer().get('Root').delete('OCProperties');
}

function redactPage(
  source: mupdf.PDFDocument,
  index: number,
  rects: readonly Rect[],
  terms: readonly Term[],
): boolean {
  const first = source.loadPage(index);
  const bounds = first.getBounds();
  const boxes = rects.map((rect) => boxOf(rect, bounds));
  const quads = readings(first).flatMap((text) => quadsOf(text, terms));
  takeOutText(first, boxes, quads);
  takeOutDrawings(first, boxes, quads);
  first.destroy();
  leaveOutText(source, source.findPage(index));
  // Loaded anew: the page as it was read does not know that its operators are others now.
  const page = source.loadPage(index);
  try {
    const covered = [...boxes, ...quads.map(boxAround)];
    const left = readings(page).some((text) => placesOf(text.chars, terms).length > 0);
    if (left || saysMore(page.getObject()) || !boxes.every((box) => isPlain(page, box))) {
      drawAgain(source, page, covered);
      return true;
    }
    if (covered.length > 0) cover(page, covered);
    return covered.length > 0;
  } finally {
    page.destroy();
  }
}

/** A place where no page has anything: what is taken out there changes nothing, and the page's operators are still written anew. */
const nowhere: Box = [-20_000, -20_000, -19_990, -19_990];

function takeOutText(page: mupdf.PDFPage, boxes: readonly Box[], quads: readonly Quad[]): void {
  for (const box of [nowhere, ...boxes]) page.createAnnotation('Redact').setRect(box);
  if (quads.length > 0) page.createAnnotation('Redact').setQuadPoints(quads.map(core));
  page.applyRedactions(
    false,
    PDFPage.REDACT_IMAGE_NONE,
    PDFPage.REDACT_LINE_ART_NONE,
    PDFPage.REDACT_TEXT_REMOVE,
  );
}

function takeOutDrawings(page: mupdf.PDFPage, boxes: readonly Box[], quads: readonly Quad[]): void {
  if (boxes.length + quads.length === 0) return;
  for (const box of boxes) page.createAnnotation('Redact').setRect(box);
  if (quads.length > 0) page.createAnnotation('Redact').setQuadPoints([...quads]);
  page.applyRedactions(
    false,
    PDFPage.REDACT_IMAGE_PIXELS,
    PDFPage.REDACT_LINE_ART_REMOVE_IF_TOUCHED,
    PDFPage.REDACT_TEXT_NONE,
  );
}

/** The middle of a glyph's place: its whole height reaches into the lines above and below, whose words must stay. */
function core([ulx, uly, urx, ury, llx, lly, lrx, lry]: Quad): Quad {
  const inner = 0.3;
  const [dlx, dly, drx, dry] = [llx - ulx, lly - uly, lrx - urx, lry - ury].map((each) => each * inner);
  return [
    ulx + (dlx ?? 0),
    uly + (dly ?? 0),
    urx + (drx ?? 0),
    ury + (dry ?? 0),
    llx - (dlx ?? 0),
    lly - (dly ?? 0),
    lrx - (drx ?? 0),
    lry - (dry ?? 0),
  ];
}

function boxOf({ x, y, width, height }: Rect, [x0, y0, x1, y1]: Box): Box {
  const [w, h] = [x1 - x0, y1 - y0];
  return [x0 + x * w, y0 + y * h, x0 + (x + width) * w, y0 + (y + height) * h];
}

function boxAround(quad: Quad): Box {
  const xs = [quad[0], quad[2], quad[4], quad[6]];
  const ys = [quad[1], quad[3], quad[5], quad[7]];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Whether nothing can be told apart inside a box: all of it has one colour. */
function isPlain(page: mupdf.PDFPage, [x0, y0, x1, y1]: Box): boolean {
  const dots = 2;
  const pixmap = page.toPixmap(mupdf.Matrix.scale(dots, dots), mupdf.ColorSpace.DeviceRGB, false);
  const [left, top] = [pixmap.getX(), pixmap.getY()];
  const stride = pixmap.getStride();
  const pixels = pixmap.getPixels();
  const from = {
    x: Math.max(0, Math.ceil(x0 * dots) + 1 - left),
    y: Math.max(0, Math.ceil(y0 * dots) + 1 - top),
  };
  const to = {
    x: Math.min(pixmap.getWidth(), Math.floor(x1 * dots) - 1 - left),
    y: Math.min(pixmap.getHeight(), Math.floor(y1 * dots) - 1 - top),
  };
  const first = pixels.subarray(from.y * stride + from.x * 3, from.y * stride + from.x * 3 + 3).slice();
  let plain = true;
  for (let y = from.y; y < to.y && plain; y += 1) {
    for (let at = y * stride + from.x * 3; at < y * stride + to.x * 3 && plain; at += 1)
      plain = pixels[at] === first[(at - y * stride - from.x * 3) % 3];
  }
  pixmap.destroy();
  return plain;
}

/** Paints black over what was taken out. Nothing lies beneath: it says that something is kept back. */
function cover(page: mupdf.PDFPage, boxes: readonly Box[]): void {
  for (const box of boxes) page.createAnnotation('Redact').setRect(box);
  page.applyRedactions(
    true,
    PDFPage.REDACT_IMAGE_NONE,
    PDFPage.REDACT_LINE_ART_NONE,
    PDFPage.REDACT_TEXT_NONE,
  );
}

/** Puts a picture of the page in the place of all that it had. */
function drawAgain(source: mupdf.PDFDocument, page: mupdf.PDFPage, boxes: readonly Box[]): void {
  const bounds = page.getBounds();
  const [width, height] = [bounds[2] - bounds[0], bounds[3] - bounds[1]];
  const scale = drawnDots / 72;
  const pixmap = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false);
  blacken(
    pixmap,
    boxes.map(([x0, y0, x1, y1]) => ({
      x: (x0 - bounds[0]) / width,
      y: (y0 - bounds[1]) / height,
      width: (x1 - x0) / width,
      height: (y1 - y0) / height,
    })),
  );
  const image = source.addImage(new mupdf.Image(pixmap.asJPEG(90, false)));
  pixmap.destroy();
  const object = page.getObject();
  for (const key of ['Rotate', 'CropBox', 'UserUnit', 'Annots', 'Group']) object.delete(key);
  object.put('Rotate', 0);
  object.put('MediaBox', [0, 0, width, height]);
  object.put('CropBox', [0, 0, width, height]);
  object.put('Resources', { XObject: { Page: image } });
  object.put('Contents', source.addStream(`q ${width} 0 0 ${height} 0 0 cm /Page Do Q`, {}));
}
