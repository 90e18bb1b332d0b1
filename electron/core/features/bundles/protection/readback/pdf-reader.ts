import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as a reader that did not make it understands it: the texts of each page, and all that stands beside the pages. */
export interface ReadPdf {
  readonly pages: number;
  /** Of one page, from 0 on: its text, and what its annotations and its tags say. */
  page(index: number): Promise<string[]>;
  /** Metadata, bookmarks, form fields, scripts, names. */
  beside(): Promise<string[]>;
  /** Files that are embedded in it. */
  files(): Promise<Buffer[]>;
  close(): Promise<void>;
}

/** Opens a PDF without scripts, fonts or pictures of its own being used. Throws where it cannot be read. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    // The reader takes the bytes for itself.
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
  });
  const document = await task.promise;
  return {
    pages: document.numPages,
    page: (index) => textsOfPage(document, index),
    beside: () => textsBeside(document),
    files: () => embedded(document),
    close: () => task.destroy(),
  };
}

async function textsOfPage(document: PDFDocumentProxy, index: number): Promise<string[]> {
  const page = await document.getPage(index + 1);
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item) => ('str' in item ? [{ text: item.str, ends: item.hasEOL }] : []));
  const [annotations, tags, actions] = [
    await page.getAnnotations(),
    await page.getStructTree(),
    await page.getJSActions(),
  ];
  page.cleanup();
  return [
    pieces.map(({ text, ends }) => (ends ? `${text}\n` : text)).join(''),
    // Words that are set apart from another in one place may stand in one line for the eye.
    pieces.map(({ text }) => text).join(' '),
    ...strings([annotations, tags, actions]),
  ];
}

async function textsBeside(document: PDFDocumentProxy): Promise<string[]> {
  const { info, metadata } = await document.getMetadata();
  const layers = await document.getOptionalContentConfig();
  return strings([
    info,
    metadata?.getRaw(),
    await document.getOutline(),
    await document.getFieldObjects(),
    await document.getJSActions(),
    await document.getPageLabels(),
    Object.keys(await document.getDestinations()),
    [...layers].map((layer) => layer),
  ]);
}

async function embedded(document: PDFDocumentProxy): Promise<Buffer[]> {
  const attachments: unknown = await document.getAttachments();
  const files: Buffer[] = [];
  walk(attachments, (value) => {
    if (value instanceof Uint8Array) files.push(Buffer.from(value));
  });
  return [Buffer.from(strings(attachments).join('\n')), ...files];
}

/** Every text inside a value, keys too. */
function strings(value: unknown): string[] {
  const found: string[] = [];
  walk(value, (each) => {
    if (typeof each === 'string') found.push(each);
  });
  return found;
}

function walk(value: unknown, see: (value: unknown) => void, depth = 0): void {
  see(value);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || depth > 40) return;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  for (const [key, each] of entries) {
    see(key);
    walk(each, see, depth + 1);
  }
}
