import { deflateSync } from 'node:zlib';
import type * as mupdf from 'mupdf';
import { a4, foot } from '../../../paper/sheet.ts';
import type { RedactionOrder } from '../../../redaction/model.ts';
import { redactPdf } from '../../../redaction/pdf.ts';
import { type Digests, digestsIn, identityOf } from './identity.ts';
import type { NativeReason, Unshown } from './model.ts';
import { openBytes } from './open.ts';

/** A source page or picture, ready to be placed on a sheet: upright, with its size in points. */
export interface Piece {
  readonly object: mupdf.PDFObject;
  readonly width: number;
  readonly height: number;
  /** From the object's own space to a box from the origin of that size. */
  readonly matrix: Matrix;
  readonly check: Check;
}

/**
 * How the finished page is compared with its source. `same`: what draws it must be the same bytes. `look`: something was drawn
 * into it, or it was packed anew, so the two are rendered and their ink compared. `none`: parts were taken out on purpose.
 */
export type Check =
  | { readonly by: 'same'; readonly identity: string }
  | { readonly by: 'look' }
  | { readonly by: 'none' };
type Matrix = readonly [number, number, number, number, number, number];

/** Why a source cannot become pages. */
export class Unreadable extends Error {
  readonly reason: NativeReason;

  constructor(reason: NativeReason, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** What may be thrown at a source is the source's damage, unless it says otherwise. */
export function asUnreadable(error: unknown): Unreadable {
  return error instanceof Unreadable ? error : new Unreadable('damaged', error);
}

/** Opens a PDF that nobody vouches for. One that asks for a password is refused; one locked against changes only is not. */
export function openPdf(bytes: Uint8Array): mupdf.PDFDocument {
  try {
    const document = openBytes(bytes, 'application/pdf').asPDF();
    if (document === null) throw new Unreadable('damaged');
    if (document.needsPassword()) throw new Unreadable('locked');
    return document;
  } catch (error) {
    throw asUnreadable(error);
  }
}

/**
 * How many pages a PDF has, whether it had to be mended, and what it holds that no page shows. Every page is looked up: a file
 * whose pages are not all there is refused.
 */
export function measurePdf(source: mupdf.PDFDocument): {
  pages: number;
  repaired: boolean;
  unshown: Unshown[];
} {
  try {
    const pages = source.countPages();
    if (pages === 0) throw new Unreadable('damaged');
    const unshown = new Set(unshownIn(source));
    for (let index = 0; index < pages; index += 1) {
      const page = source.findPage(index);
      requireContents(source, page);
      for (const kind of annotationsOf(page)) {
        if (kind === 'FileAttachment') unshown.add('attachments');
        if (/^(Movie|Sound|RichMedia|Screen|3D)$/.test(kind)) unshown.add('media');
      }
    }
    return { pages, repaired: source.wasRepaired(), unshown: [...unshown].sort() };
  } catch (error) {
    throw asUnreadable(error);
  }
}

function unshownIn(source: mupdf.PDFDocument): Unshown[] {
  const root = source.getTrailer().get('Root');
  const has = (...path: string[]): boolean => !root.get(...path).isNull();
  return [
    ...(has('Collection') || has('Names', 'EmbeddedFiles') ? (['attachments'] as const) : []),
    ...(has('AcroForm', 'XFA') ? (['xfa'] as const) : []),
    ...(has('Names', 'JavaScript') || has('OpenAction', 'JS') ? (['scripts'] as const) : []),
  ];
}

/** Kinds of the annotations of a page, links left out: they show nothing. */
function annotationsOf(page: mupdf.PDFObject): string[] {
  const annotations = page.get('Annots');
  if (!annotations.isArray()) return [];
  return Array.from({ length: annotations.length }, (_, at) => annotations.get(at, 'Subtype'))
    .flatMap((kind) => (kind.isName() ? [kind.asName()] : []))
    .filter((kind) => kind !== 'Link');
}

/**
 * Pages `from` up to, not including, `to` of a PDF as form objects of the target. Annotations, stamps and filled forms are
 * baked in first, because a page's content alone does not have them; links, scripts and actions stay behind. What
 * `order` names is taken out of the pages first.
 */
export function piecesOfPdf(
  target: mupdf.PDFDocument,
  source: mupdf.PDFDocument,
  { from, to }: { readonly from: number; readonly to: number },
  order?: RedactionOrder,
): Piece[] {
  try {
    const numbers = Array.from({ length: to - from }, (_, at) => from + at);
    const annotated = numbers.map((index) => annotationsOf(source.findPage(index)).length > 0);
    const layered = !source.getTrailer().get('Root', 'OCProperties').isNull();
    if (annotated.includes(true)) source.bake(true, true);
    const changed = order === undefined ? null : redactPdf(source, order);
    const graft = target.newGraftMap();
    const digests = digestsIn(source);
    const pieces = numbers.map((index, at): Piece => {
      const look = annotated[at] === true || layered;
      const { identity, ...piece } = pieceOfPage(target, graft, source.findPage(index), digests);
      // Layers that were hidden are shown in a copy with parts kept back: it is to look otherwise.
      if (changed !== null && (layered || changed.has(index))) return { ...piece, check: { by: 'none' } };
      const anew = changed !== null || look || identity === null;
      return { ...piece, check: anew ? { by: 'look' } : { by: 'same', identity } };
    });
    graft.destroy();
    return pieces;
  } catch (error) {
    throw asUnreadable(error);
  }
}

function pieceOfPage(
  target: mupdf.PDFDocument,
  graft: mupdf.PDFGraftMap,
  page: mupdf.PDFObject,
  digests: Digests,
): Omit<Piece, 'check'> & { readonly identity: string | null } {
  const box = visibleBox(page);
  const [x0, y0, x1, y1] = box;
  const form: Record<string, unknown> = {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: box,
    Resources: graft.graftObject(page.getInheritable('Resources')),
  };
  const group = page.get('Group');
  if (!group.isNull()) form.Group = graft.graftObject(group);
  const contents = packedContents(page.get('Contents'));
  const object = target.addRawStream(contents, { ...form, Filter: 'FlateDecode' });
  const identity = identityOf(digests, {
    contents,
    box,
    resources: page.getInheritable('Resources'),
    group,
  });
  const turned = ((((page.getInheritable('Rotate').valueOf() as number | null) ?? 0) % 360) + 360) % 360;
  // A page may count in units larger than a point.
  const unit = unitOf(page);
  const [width, height] = [(x1 - x0) * unit, (y1 - y0) * unit];
  const upright = {
    0: [unit, 0, 0, unit, -x0 * unit, -y0 * unit],
    90: [0, -unit, unit, 0, -y0 * unit, x1 * unit],
    180: [-unit, 0, 0, -unit, x1 * unit, y1 * unit],
    270: [0, unit, -unit, 0, y1 * unit, -x0 * unit],
  } as const;
  const matrix = upright[turned as keyof typeof upright] ?? upright[0];
  const sideways = turned === 90 || turned === 270;
  return { object, matrix, width: sideways ? height : width, height: sideways ? width : height, identity };
}

function unitOf(page: mupdf.PDFObject): number {
  const unit = page.get('UserUnit');
  return unit.isNumber() && unit.asNumber() > 0 ? unit.asNumber() : 1;
}

type Box = [number, number, number, number];

function readBox(value: mupdf.PDFObject): Box | null {
  if (!value.isArray() || value.length !== 4) return null;
  const [a, b, c, d] = [0, 1, 2, 3].map((at) => value.get(at).asNumber());
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  const box: Box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return box[2] - box[0] > 1 && box[3] - box[1] > 1 ? box : null;
}

/** The crop box inside the media box: what a reader shows. Without either a reader takes letter paper. */
function visibleBox(page: mupdf.PDFObject): Box {
  const media = readBox(page.getInheritable('MediaBox')) ?? [0, 0, 612, 792];
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

/** Content that is named and is not there is damage; a mended file may have lost what was on an empty page. */
function requireContents(source: mupdf.PDFDocument, page: mupdf.PDFObject): void {
  const contents = page.get('Contents');
  if (!contents.isNull()) {
    if (!streamsOf(contents).every((stream) => stream.isStream())) throw new Unreadable('damaged');
    return;
  }
  let named = source.wasRepaired();
  page.forEach((_value, key) => {
    named ||= key === 'Contents';
  });
  if (named) throw new Unreadable('damaged');
}

function streamsOf(contents: mupdf.PDFObject): mupdf.PDFObject[] {
  if (contents.isNull()) return [];
  if (!contents.isArray()) return [contents];
  return Array.from({ length: contents.length }, (_, at) => contents.get(at));
}

/** A page's content as one deflated stream. One that is deflated stays as it is; several are read as one, with space between. */
function packedContents(contents: mupdf.PDFObject): Uint8Array {
  const streams = streamsOf(contents);
  const [only] = streams;
  if (only !== undefined && streams.length === 1 && isDeflated(only))
    return only.readRawStream().asUint8Array().slice();
  const parts = streams.flatMap((stream) => [
    Buffer.from(stream.readStream().asUint8Array().slice()),
    Buffer.from('\n'),
  ]);
  return deflateSync(Buffer.concat(parts));
}

function isDeflated(stream: mupdf.PDFObject): boolean {
  const filter = stream.get('Filter');
  return filter.isName() && filter.asName() === 'FlateDecode' && stream.get('DecodeParms').isNull();
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of the sheet for a piece: lying where the piece lies. */
export function sheetFor(piece: Size, paper: Size = a4): Size {
  return piece.width > piece.height * 1.05 ? { width: paper.height, height: paper.width } : paper;
}

const edge = 14;
/** What is left free above where the number stands there. */
const head = 40;

/** Where a piece stands on its sheet, in points from the top left, and how much smaller it is. */
export interface Placing {
  readonly matrix: readonly number[];
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** Puts a piece into the middle of the room above the foot, as large as it fits and never enlarged. */
export function placing(piece: Piece, sheet: Size, numberAtTop: boolean): Placing {
  const above = numberAtTop ? head : edge;
  const room = { width: sheet.width - 2 * edge, height: sheet.height - above - foot };
  const scale = Math.min(1, room.width / piece.width, room.height / piece.height);
  const left = edge + (room.width - piece.width * scale) / 2;
  const bottom = foot + (room.height - piece.height * scale) / 2;
  const [a, b, c, d, e, f] = piece.matrix;
  return {
    matrix: [a * scale, b * scale, c * scale, d * scale, e * scale + left, f * scale + bottom],
    scale,
    left,
    top: sheet.height - bottom - piece.height * scale,
  };
}
