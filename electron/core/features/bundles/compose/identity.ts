import { crc32 } from 'node:zlib';
import type * as mupdf from 'mupdf';

/**
 * Two pages that are drawn by the same bytes look the same: same content, same fonts and pictures, whatever their objects
 * are numbered. Comparing them so costs a hundredth of rendering both, and finds a single changed bit.
 */

export interface Digests {
  /** A digest of an object and all that it refers to; null for what is too deep or too odd to be compared so. */
  of(object: mupdf.PDFObject): string | null;
}

/** Deeper than any font or picture lies; a file may be made to be endless. */
const deepest = 200;
/** A number such as 12 0 R in an object's text. */
const reference = /\b(\d+) 0 R\b/g;
const unsaid = /\/Length \d+(?: 0 R)?|\/(?:Parent|StructParents?) \d+(?: 0 R)?/g;

/** Digests of a document's objects, each made once. */
export function digestsIn(document: mupdf.PDFDocument): Digests {
  const known = new Map<number, string>();
  const text = (object: mupdf.PDFObject, depth: number): string => {
    if (depth > deepest) throw new Error('too deep');
    const resolved = object.resolve();
    const said = resolved.toString(true, true).replace(unsaid, '');
    const stream = object.isStream() ? ` stream ${crc32(object.readRawStream().asUint8Array())}` : '';
    return said.replace(reference, (_, number: string) => numbered(Number(number), depth + 1)) + stream;
  };
  const numbered = (number: number, depth: number): string => {
    const before = known.get(number);
    if (before !== undefined) return before;
    known.set(number, 'itself');
    const digest = String(crc32(text(document.newIndirect(number), depth)));
    known.set(number, digest);
    return digest;
  };
  return {
    of: (object) => {
      if (object.isNull()) return '';
      try {
        return text(object, 0);
      } catch {
        return null; // what cannot be read is compared by its looks: there it shows whether anything is missing
      }
    },
  };
}

export interface Drawing {
  /** As it lies in the file. */
  readonly contents: Uint8Array;
  readonly box: readonly number[];
  readonly resources: mupdf.PDFObject;
  readonly group: mupdf.PDFObject;
}

/** What a page is drawn by, in one text; null where that cannot be said. */
export function identityOf(digests: Digests, { contents, box, resources, group }: Drawing): string | null {
  const [drawnWith, blended] = [digests.of(resources), digests.of(group)];
  if (drawnWith === null || blended === null) return null;
  const where = box.map((each) => each.toFixed(2)).join(' ');
  return `${crc32(contents)} ${where} ${crc32(drawnWith)} ${crc32(blended)}`;
}

/** The same of a page's content as it stands in the finished bundle. */
export function identityOfForm(digests: Digests, form: mupdf.PDFObject): string | null {
  if (form.get('Subtype').asName() === 'Image') return `jpeg ${crc32(form.readRawStream().asUint8Array())}`;
  const box = form.get('BBox');
  return identityOf(digests, {
    contents: form.readRawStream().asUint8Array(),
    box: [0, 1, 2, 3].map((at) => box.get(at).asNumber()),
    resources: form.get('Resources'),
    group: form.get('Group'),
  });
}
