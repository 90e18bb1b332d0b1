import * as mupdf from 'mupdf';
import type { MetadataItem } from '../model.ts';
import type { Content } from './content.ts';
import type { Ending } from './protocol.ts';
import { ending, items, summary, type Tell } from './reader.ts';
import { Unreadable } from './unreadable.ts';

/** What the engine's memory takes beside what it makes of it. */
const mostBytes = 400 * 1024 * 1024;
/** A page with fewer letters than this, and a picture, is taken for a scan. */
const fewLetters = 12;

export async function openPaged(content: Content): Promise<mupdf.Document> {
  const bytes = await content.all(mostBytes);
  let document: mupdf.Document;
  try {
    document = mupdf.Document.openDocument(bytes, content.type);
  } catch (cause) {
    throw new Unreadable('damaged', { cause });
  }
  if (document.needsPassword()) throw new Unreadable('encrypted');
  return document;
}

/** A PDF (or EPUB, XPS) page by page. Pages that are only pictures are left for OCR. */
export async function readPaged(content: Content, tell: Tell): Promise<Ending> {
  const document = await openPaged(content);
  try {
    const count = pagesOf(document);
    const scans: number[] = [];
    let failed = false;
    for (let page = 0; page < count; page += 1) {
      try {
        const { text, picture } = pageText(document, page);
        if (text.length > 0) tell({ page, text });
        if (text.length < fewLetters && picture) scans.push(page);
      } catch {
        failed = true; // told as a whole: the other pages are read all the same
      }
      if (page % 50 === 49) mupdf.emptyStore();
    }
    return ending(
      { items: propertiesOf(document, count), summary: summary({ pages: count }) },
      failed ? { scans, reason: 'damaged' } : { scans },
    );
  } finally {
    document.destroy();
  }
}

function pagesOf(document: mupdf.Document): number {
  try {
    const count = document.countPages();
    if (count > 0) return count;
  } catch (cause) {
    throw new Unreadable('damaged', { cause });
  }
  throw new Unreadable('damaged');
}

function pageText(document: mupdf.Document, index: number): { text: string; picture: boolean } {
  const page = document.loadPage(index);
  try {
    const structured = page.toStructuredText('preserve-images');
    try {
      const text = structured.asText().trim();
      let picture = false;
      if (text.length < fewLetters) structured.walk({ onImageBlock: () => (picture = true) });
      return { text, picture };
    } finally {
      structured.destroy();
    }
  } finally {
    page.destroy();
  }
}

const names = [
  'info:Title',
  'info:Author',
  'info:Subject',
  'info:Keywords',
  'info:Creator',
  'info:Producer',
  'info:CreationDate',
  'info:ModDate',
  'format',
  'encryption',
] as const;

function propertiesOf(document: mupdf.Document, pages: number): MetadataItem[] {
  const values: Record<string, unknown> = { Pages: pages };
  for (const name of names) values[name.replace('info:', '')] = document.getMetaData(name);
  if (document instanceof mupdf.PDFDocument) Object.assign(values, activeParts(document));
  return items('pdf', values);
}

/** What a PDF carries that does more than be read: said, because it tells of how a file was made. */
function activeParts(document: mupdf.PDFDocument): Record<string, unknown> {
  const root = document.getTrailer().get('Root');
  const has = (...path: string[]): string | undefined => (root.get(...path).isNull() ? undefined : 'yes');
  return {
    JavaScript: has('Names', 'JavaScript'),
    OpenAction: has('OpenAction'),
    XFA: has('AcroForm', 'XFA'),
    Portfolio: has('Collection'),
    EmbeddedFiles: Object.keys(document.getEmbeddedFiles()),
  };
}
