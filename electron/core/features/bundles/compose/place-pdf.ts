import * as mupdf from 'mupdf';
import { a4, foot } from '../../../paper/sheet.ts';
import type { RedactionOrder } from '../../../redaction/model.ts';
import { redactPdf } from '../../../redaction/pdf.ts';
import type { NativeReason } from './model.ts';

/** A source page or picture, ready to be placed on a sheet: upright, with its size in points. */
export interface Piece {
  readonly object: mupdf.PDFObject;
  readonly width: number;
  readonly height: number;
  /** From the object's own space to a box from the origin of that size. */
  readonly matrix: readonly [number, number, number, number, number, number];
}

/** Why a source cannot become pages. */
export class Unreadable extends Error {
  readonly reason: NativeReason;

  constructor(reason: NativeReason, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/**
 * The pages of a PDF as form objects of the target. Annotations, stamps and filled forms are baked in first, because
 * a page's content alone does not have them; links, scripts and actions stay behind. A file that opens only because
 * it was mended and then has no pages is refused, as is one that asks for a password. What `order` names is taken out
 * of the pages first.
 */
export function piecesOfPdf(target: mupdf.PDFDocument, bytes: Uint8Array, order?: RedactionOrder): Piece[] {
  const source = openPdf(bytes);
  try {
    if (source.needsPassword()) throw new Unreadable('locked');
    const count = source.countPages();
    if (count === 0) throw new Unreadable('damaged');
    source.bake(true, true);
    if (order !== undefined) redactPdf(source, order);
    const graft = target.newGraftMap();
    return Array.from({ length: count }, (_, index) => pieceOfPage(target, graft, source, index));
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('damaged', error);
  } finally {
    source.destroy();
  }
}

function openPdf(bytes: Uint8Array): mupdf.PDFDocument {
  try {
    const document = mupdf.Document.openDocument(bytes, 'application/pdf').asPDF();
    if (document === null) throw new Unreadable('damaged');
    return document;
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('damaged', error);
  }
}

function pieceOfPage(
  target: mupdf.PDFDocument,
  graft: mupdf.PDFGraftMap,
  source: mupdf.PDFDocument,
  index: number,
): Piece {
  const page = source.findPage(index);
  const box = visibleBox(page);
  const [x0, y0, x1, y1] = box;
  const form: Record<string, unknown> = {
    Type: target.newName('XObject'),
    Subtype: target.newName('Form'),
    BBox: box,
    Resources: graft.graftObject(page.getInheritable('Resources')),
  };
  const group = page.get('Group');
  if (!group.isNull()) form.Group = graft.graftObject(group);
  const contents = contentsOf(page);
  // A mended file may have lost what was on a page: an empty page in its place would be an omission.
  if (contents === null && source.wasRepaired()) throw new Unreadable('damaged');
  const object = target.addStream(contents ?? new Uint8Array(), form);
  const turned = ((((page.getInheritable('Rotate').valueOf() as number | null) ?? 0) % 360) + 360) % 360;
  const [width, height] = [x1 - x0, y1 - y0];
  const upright = {
    0: [1, 0, 0, 1, -x0, -y0],
    90: [0, -1, 1, 0, -y0, x1],
    180: [-1, 0, 0, -1, x1, y1],
    270: [0, 1, -1, 0, y1, -x0],
  } as const;
  const matrix = upright[turned as keyof typeof upright] ?? upright[0];
  const sideways = turned === 90 || turned === 270;
  return { object, matrix, width: sideways ? height : width, height: sideways ? width : height };
}

type Box = [number, number, number, number];

function readBox(value: mupdf.PDFObject): Box | null {
  if (!value.isArray() || value.length !== 4) return null;
  const [a, b, c, d] = [0, 1, 2, 3].map((at) => value.get(at).asNumber());
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  const box: Box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return box[2] - box[0] > 1 && box[3] - box[1] > 1 ? box : null;
}

/** The crop box inside the media box: what a reader shows. */
function visibleBox(page: mupdf.PDFObject): Box {
  const media = readBox(page.getInheritable('MediaBox')) ?? [0, 0, a4.width, a4.height];
  const crop = readBox(page.getInheritable('CropBox'));
  if (crop === null) return media;
  const inner: Box = [
    Math.max(media[0], crop[0]),
    Math.max(media[1], crop[1]),
    Math.min(media[2], crop[2]),
    Math.min(media[3], crop[3]),
  ];
  return inner[2] - inner[0] > 1 && inner[3] - inner[1] > 1 ? inner : media;
}

/**
 * A page's content as one stream: several are read as one, with space between. Null where the page has none; one that
 * is named and is not there is damage.
 */
function contentsOf(page: mupdf.PDFObject): Uint8Array | null {
  const contents = page.get('Contents');
  if (contents.isNull()) {
    let named = false;
    page.forEach((_value, key) => {
      named ||= key === 'Contents';
    });
    if (named) throw new Unreadable('damaged');
    return null;
  }
  const streams = contents.isArray()
    ? Array.from({ length: contents.length }, (_, at) => contents.get(at))
    : [contents];
  if (!streams.every((stream) => stream.isStream())) throw new Unreadable('damaged');
  const parts = streams.flatMap((stream) => [
    Buffer.from(stream.readStream().asUint8Array().slice()),
    Buffer.from('\n'),
  ]);
  return Buffer.concat(parts);
}

/** The size of the sheet for a piece: A4, lying where the piece lies. */
export function sheetFor(piece: Pick<Piece, 'width' | 'height'>): { width: number; height: number } {
  return piece.width > piece.height * 1.05 ? { width: a4.height, height: a4.width } : { ...a4 };
}

const edge = 14;

/** The matrix that puts a piece into the middle of the room above the foot, as large as it fits and never enlarged. */
export function placing(piece: Piece, sheet: { readonly width: number; readonly height: number }): number[] {
  const room = { width: sheet.width - 2 * edge, height: sheet.height - edge - foot };
  const scale = Math.min(1, room.width / piece.width, room.height / piece.height);
  const left = edge + (room.width - piece.width * scale) / 2;
  const bottom = foot + (room.height - piece.height * scale) / 2;
  const [a, b, c, d, e, f] = piece.matrix;
  return [a * scale, b * scale, c * scale, d * scale, e * scale + left, f * scale + bottom];
}
