import type * as mupdf from 'mupdf';

/** What stands around the pages of a PDF, written as the objects they are: the engine's own ways go through all pages for each. */

/** Puts the pages into the document, in this order. */
export function setPages(document: mupdf.PDFDocument, pages: readonly mupdf.PDFObject[]): void {
  const root = document.getTrailer().get('Root', 'Pages');
  const kids = document.newArray();
  for (const page of pages) {
    page.put('Parent', root);
    kids.push(page);
  }
  root.put('Kids', kids);
  root.put('Count', pages.length);
}

/** Labels each page with what is printed on it. Runs of numbers that count up by one are one range. */
export function setLabels(document: mupdf.PDFDocument, labels: readonly string[]): void {
  const ranges = document.newArray();
  let expected: string | null = null;
  labels.forEach((label, index) => {
    if (label !== expected) {
      ranges.push(index);
      ranges.push(rangeOf(document, label));
    }
    expected = /^\d+$/.test(label) ? String(Number(label) + 1) : null;
  });
  document
    .getTrailer()
    .get('Root')
    .put('PageLabels', document.addObject({ Nums: ranges }));
}

function rangeOf(document: mupdf.PDFDocument, label: string): mupdf.PDFObject {
  const range = document.newDictionary();
  if (/^[1-9]\d*$/.test(label)) {
    range.put('S', 'D');
    range.put('St', Number(label));
  } else if (label !== '') range.put('P', document.newString(label));
  return range;
}

export interface Mark {
  readonly title: string;
  /** From 0 on. */
  readonly page: number;
  readonly below: readonly Mark[];
}

/** Bookmarks, those of a section below its own. */
export function setOutline(
  document: mupdf.PDFDocument,
  marks: readonly Mark[],
  pages: readonly mupdf.PDFObject[],
): void {
  const root = document.addObject({ Type: 'Outlines' });
  hang(document, root, marks, pages);
  document.getTrailer().get('Root').put('Outlines', root);
}

function hang(
  document: mupdf.PDFDocument,
  parent: mupdf.PDFObject,
  marks: readonly Mark[],
  pages: readonly mupdf.PDFObject[],
): void {
  const items = marks.map(({ title, page }) =>
    document.addObject({
      Title: document.newString(title),
      Parent: parent,
      Dest: top(document, pages[page]),
    }),
  );
  items.forEach((item, at) => {
    const [before, after] = [items[at - 1], items[at + 1]];
    if (before !== undefined) item.put('Prev', before);
    if (after !== undefined) item.put('Next', after);
    const below = marks[at]?.below ?? [];
    if (below.length > 0) hang(document, item, below, pages);
  });
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return;
  parent.put('First', first);
  parent.put('Last', last);
  // A bookmark's own are folded, which a negative count says.
  parent.put('Count', parent.get('Parent').isNull() ? items.length : -items.length);
}

/** Where a link leads: the top of a page, at whatever size the reader has. */
function top(document: mupdf.PDFDocument, page: mupdf.PDFObject | undefined, y?: number): mupdf.PDFObject {
  const place = document.newArray();
  place.push(page ?? document.newNull());
  place.push('XYZ');
  for (const each of [0, y ?? heightOf(page), 0]) place.push(each);
  return place;
}

function heightOf(page: mupdf.PDFObject | undefined): number {
  return page?.get('MediaBox', 3).asNumber() ?? 0;
}

type Rect = readonly [number, number, number, number];

export interface Link {
  readonly on: number;
  /** In points from the page's bottom left. */
  readonly rect: Rect;
  readonly to:
    | { readonly page: number; readonly y?: number }
    /** A page of another volume, whose file lies beside this one. */
    | { readonly file: string; readonly page: number };
}

/** Links between the pages; they draw nothing. */
export function setLinks(
  document: mupdf.PDFDocument,
  links: readonly Link[],
  pages: readonly mupdf.PDFObject[],
): void {
  const byPage = new Map<number, Link[]>();
  for (const link of links) byPage.set(link.on, [...(byPage.get(link.on) ?? []), link]);
  for (const [on, own] of byPage) {
    const annotations = document.newArray();
    for (const link of own) annotations.push(document.addObject(annotationOf(document, link, pages)));
    pages[on]?.put('Annots', annotations);
  }
}

function annotationOf(
  document: mupdf.PDFDocument,
  { rect, to }: Link,
  pages: readonly mupdf.PDFObject[],
): Record<string, unknown> {
  const link = { Type: 'Annot', Subtype: 'Link', Rect: [...rect], Border: [0, 0, 0], F: 4 };
  if ('file' in to) {
    const place = { S: 'GoToR', F: document.newString(to.file), D: [to.page, 'Fit'], NewWindow: true };
    return { ...link, A: place };
  }
  return { ...link, Dest: top(document, pages[to.page], to.y) };
}
