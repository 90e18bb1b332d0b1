import * as mupdf from 'mupdf';
import { digestsIn, identityOfForm } from './identity.ts';
import { type Looks, looksOf, placedLook, sameInk } from './ink.ts';
import type { Volume } from './layout-model.ts';
import type { Check, Placing } from './place-pdf.ts';
import type { Sources } from './sources.ts';

/** Where a page of a source stands in a volume. */
export interface PlacedPage {
  readonly item: number;
  /** Of the source, from 0 on. */
  readonly page: number;
  /** Of the volume, from 0 on. */
  readonly leaf: number;
  readonly check: Check;
  readonly where: Placing;
  readonly size: { readonly width: number; readonly height: number };
}

/** Thrown where a finished page does not show what its source shows. */
export class Unfaithful extends Error {
  readonly index: number;

  constructor(index: number) {
    super('a page does not look like its source');
    this.index = index;
  }
}

interface Expected {
  readonly volume: Volume;
  readonly placed: readonly PlacedPage[];
  readonly sources: Sources;
  /** Words stand across the pages. */
  readonly pale: boolean;
}

/**
 * Opens a finished volume and looks whether all is there: as many pages as were laid out, each with its number, and on each page of a
 * source what the source shows. Refuses by an error: a bundle from which something is missing is none.
 */
export async function checkVolume(
  finished: mupdf.Buffer,
  expected: Expected,
  tell: (item: number) => void,
): Promise<void> {
  const document = mupdf.Document.openDocument(finished, 'application/pdf').asPDF();
  if (document === null) throw new Error('what was written is no PDF');
  try {
    const { leaves, labels } = expected.volume;
    const pages = document.countPages();
    if (pages !== leaves.length || document.wasRepaired())
      throw new Error(`${pages} pages were written where ${leaves.length} were laid out`);
    const digests = digestsIn(document);
    const unlike = expected.placed.filter(({ check, leaf, where, size }) => {
      const page = document.findPage(leaf);
      requireInside(page, where, size);
      if (check.by !== 'same') return check.by === 'look';
      return identityOfForm(digests, page.get('Resources', 'XObject', 'X1')) !== check.identity;
    });
    await compareLooks(document, unlike, expected, tell);
    requireLabels(document, labels);
  } finally {
    document.destroy();
  }
}

/** The whole of a source's page lies on its sheet. */
function requireInside(page: mupdf.PDFObject, { left, top, scale }: Placing, size: PlacedPage['size']): void {
  const [width, height] = [page.get('MediaBox', 2).asNumber(), page.get('MediaBox', 3).asNumber()];
  const fits =
    left >= 0 && top >= 0 && left + size.width * scale <= width && top + size.height * scale <= height;
  if (!fits) throw new Error('a page does not lie on its sheet');
}

async function compareLooks(
  document: mupdf.PDFDocument,
  pages: readonly PlacedPage[],
  { sources, pale }: Expected,
  tell: (item: number) => void,
): Promise<void> {
  const items = [...new Set(pages.map(({ item }) => item))];
  sources.expect(items);
  for (const item of items) {
    tell(item);
    const { bytes, type } = await sources.bytes(item);
    const looks = looksOf(bytes, type);
    const same = pages
      .filter((each) => each.item === item)
      .every((each) => looksAlike(document, looks, each, pale));
    looks.close();
    if (!same) throw new Unfaithful(item);
  }
}

function looksAlike(
  document: mupdf.PDFDocument,
  looks: Looks,
  { page, leaf, where, size }: PlacedPage,
  pale: boolean,
): boolean {
  const source = looks.page(page);
  const copy = document.loadPage(leaf);
  const same = sameInk(source, placedLook(copy, where, size, source), pale);
  copy.destroy();
  return same;
}

/** A label's range says only where it begins: what each page is called is read as a reader would. */
function requireLabels(document: mupdf.PDFDocument, labels: readonly string[]): void {
  const ranges = document.getTrailer().get('Root', 'PageLabels', 'Nums');
  const starts = new Map<number, mupdf.PDFObject>();
  for (let at = 0; at + 1 < ranges.length; at += 2) starts.set(ranges.get(at).asNumber(), ranges.get(at + 1));
  let [from, range] = [0, starts.get(0)];
  labels.forEach((label, page) => {
    const begins = starts.get(page);
    if (begins !== undefined) [from, range] = [page, begins];
    const prefix = range?.get('P');
    const counted = range?.get('S').isName() === true ? String(range.get('St').asNumber() + page - from) : '';
    const read = `${prefix?.isString() === true ? prefix.asString() : ''}${counted}`;
    if (read !== label) throw new Error(`page ${page + 1} is labelled ${read} and not ${label}`);
  });
}
