import type * as mupdf from 'mupdf';
import { withoutRemarks } from './jpeg.ts';
import { withoutProperties } from './pdf-properties.ts';

/** Deeper than any program nests drawings inside drawings. */
const deepest = 12;
/** What a producer may hang on a drawing or a picture that no reader shows. */
const unseen = [
  'Metadata',
  'PieceInfo',
  'LastModified',
  'Alternates',
  'OPI',
  'StructParents',
  'StructParent',
];

/** Text that stands beside the glyphs, for copying and for reading aloud. */
const beside = /\/(ActualText|Alt|E)\s*[(<]/u;

function* drawingsOf(resources: mupdf.PDFObject, depth = 0): Generator<mupdf.PDFObject> {
  if (!resources.isDictionary() || depth > deepest) return;
  const found: mupdf.PDFObject[] = [];
  const xObjects = resources.get('XObject');
  if (xObjects.isDictionary())
    xObjects.forEach((value) => {
      found.push(value);
    });
  for (const drawing of found) {
    yield drawing;
    yield* drawingsOf(drawing.get('Resources'), depth + 1);
  }
}

/** A page's operators, or a drawing's, whole: a token never ends where a stream of several does. */
function contentOf(stream: mupdf.PDFObject): Buffer {
  const streams = stream.isArray()
    ? Array.from({ length: stream.length }, (_, at) => stream.get(at))
    : [stream];
  const parts = streams
    .filter((each) => each.isStream())
    .flatMap((each) => [Buffer.from(each.readStream().asUint8Array().slice()), Buffer.from('\n')]);
  return Buffer.concat(parts);
}

const contentText = (stream: mupdf.PDFObject): string => contentOf(stream).toString('latin1');

function namesText(resources: mupdf.PDFObject): boolean {
  const properties = resources.isDictionary() ? resources.get('Properties') : resources;
  let found = false;
  if (properties.isDictionary())
    properties.forEach((value) => {
      found ||= value.isDictionary() && ['ActualText', 'Alt', 'E'].some((key) => !value.get(key).isNull());
    });
  return found;
}

/** Whether a page or a drawing inside it carries text beside its glyphs. */
export function saysMore(page: mupdf.PDFObject): boolean {
  const resources = page.getInheritable('Resources');
  if (namesText(resources) || beside.test(contentText(page.get('Contents')))) return true;
  for (const drawing of drawingsOf(resources)) {
    if (drawing.get('Subtype').asName() !== 'Form') continue;
    if (namesText(drawing.get('Resources')) || beside.test(contentText(drawing))) return true;
  }
  return false;
}

/** Leaves out of a page, and the drawings inside it, all text that stands beside the glyphs. */
export function leaveOutText(source: mupdf.PDFDocument, page: mupdf.PDFObject): void {
  if (!saysMore(page)) return;
  const resources = page.getInheritable('Resources');
  page.put('Contents', source.addStream(withoutProperties(contentOf(page.get('Contents'))), {}));
  if (resources.isDictionary()) resources.delete('Properties');
  for (const drawing of drawingsOf(resources)) {
    if (drawing.get('Subtype').asName() !== 'Form' || !drawing.isStream()) continue;
    drawing.writeStream(withoutProperties(contentOf(drawing)));
    const own = drawing.get('Resources');
    if (own.isDictionary()) own.delete('Properties');
  }
}

/** Leaves out of a page's drawings and pictures what nobody sees: remarks of programs and cameras, other versions. */
export function leaveOutRemarks(page: mupdf.PDFObject): void {
  for (const drawing of drawingsOf(page.getInheritable('Resources'))) {
    for (const key of unseen) drawing.delete(key);
    if (drawing.get('Subtype').asName() !== 'Image' || !drawing.isStream()) continue;
    const filter = drawing.get('Filter');
    if (filter.isName() && filter.asName() === 'DCTDecode')
      drawing.writeRawStream(withoutRemarks(drawing.readRawStream().asUint8Array().slice()));
  }
}
