import type * as mupdf from 'mupdf';
import { withoutRemarks } from './jpeg.ts';

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

function contentText(stream: mupdf.PDFObject): string {
  const streams = stream.isArray()
    ? Array.from({ length: stream.length }, (_, at) => stream.get(at))
    : [stream];
  return streams
    .filter((each) => each.isStream())
    .map((each) => Buffer.from(each.readStream().asUint8Array()).toString('latin1'))
    .join('\n');
}

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
