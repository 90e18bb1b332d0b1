import * as mupdf from 'mupdf';
import { loadTypes } from '../../../paper/fonts.ts';
import { createSheet, type Sheet } from '../../../paper/sheet.ts';
import { loadWords } from '../../../paper/words.ts';
import { dividerSheets, type Printing } from './divider.ts';
import {
  certificateSheet,
  coverSheet,
  indexPageCount,
  indexSheets,
  linkIndex,
  type Totals,
} from './front.ts';
import type { BundlePlan, Composed, Native, NativeReason, Placed, PrintedExhibit } from './model.ts';
import { piecesOfImage } from './place-image.ts';
import { type Piece, piecesOfPdf, placing, sheetFor, Unreadable } from './place-pdf.ts';
import { sheetsOfText } from './place-text.ts';
import { formOf } from './printable.ts';
import { stampFoja } from './stamp.ts';

/** Thrown where the plan says to stop at what cannot be read. */
export class StoppedAt extends Error {
  readonly index: number;
  readonly reason: NativeReason;

  constructor(index: number, reason: NativeReason) {
    super(reason);
    this.index = index;
    this.reason = reason;
  }
}

export interface Sources {
  /** The content of an exhibit that can become pages. */
  content(index: number): Promise<Uint8Array>;
  /** Exhibits that are known to be unreadable already. */
  readonly skip: Readonly<Record<number, NativeReason>>;
  done(index: number): void;
}

/**
 * Makes the bundle's PDF: cover, certificate, index; for each exhibit its divider and its pages; every page numbered
 * as a foja from 1 on, with labels equal to what is printed, bookmarks, and an index that links. The same plan and
 * the same content give the same bytes.
 */
export async function assemble(plan: BundlePlan, sources: Sources): Promise<Composed> {
  const document = new mupdf.PDFDocument();
  const printing: Printing = { document, types: loadTypes(document), plan, words: loadWords('bundle', plan) };
  const front = 2 + indexPageCount(plan.exhibits.length);
  const sheets: Sheet[] = [];
  const placed: Placed[] = [];
  const natives: Native[] = [];
  const withheld: Native[] = [];

  for (const [index, exhibit] of plan.exhibits.entries()) {
    const own = await pagesOf(printing, exhibit, index, sources);
    const reason = typeof own === 'string' ? own : null;
    const pages = typeof own === 'string' ? [] : own;
    const from = front + sheets.length + 1;
    const divider = dividerSheets(printing, exhibit, reason);
    sheets.push(...divider, ...pages);
    placed.push({ number: exhibit.number, from, to: front + sheets.length, pages: pages.length });
    if (reason !== null)
      (exhibit.reserved === undefined ? natives : withheld).push({
        number: exhibit.number,
        name: exhibit.name,
        reason,
      });
    sources.done(index);
  }

  const totals: Totals = {
    pages: front + sheets.length,
    placed,
    natives: new Set(natives.map((native) => native.number)),
    withheld: new Set(withheld.map((native) => native.number)),
  };
  const all = [
    coverSheet(printing, totals),
    certificateSheet(printing, totals),
    ...indexSheets(printing, totals),
    ...sheets,
  ];
  for (const [index, sheet] of all.entries()) {
    stampFoja(sheet, printing.types, plan, printing.words, index + 1);
    document.insertPage(-1, sheet.finish());
  }
  linkIndex(document, 2, placed);
  describe(document, printing, placed);
  return { pdf: save(document), pages: all.length, placed, natives, withheld };
}

/** An exhibit's own pages, or why it has none. */
async function pagesOf(
  printing: Printing,
  exhibit: PrintedExhibit,
  index: number,
  { content, skip }: Sources,
): Promise<Sheet[] | NativeReason> {
  if (exhibit.object !== undefined) return [];
  const { document, types, plan } = printing;
  const form = formOf(exhibit);
  if (form === null) return exhibit.size === 0 ? 'empty' : 'kind';
  const known = skip[index];
  if (known !== undefined) return known;
  const bytes = await content(index);
  const order = exhibit.reserved?.order;
  try {
    if (form === 'text') return sheetsOfText(document, types, bytes, order?.terms);
    const pieces =
      form === 'pdf'
        ? piecesOfPdf(document, bytes, order)
        : piecesOfImage(document, bytes, exhibit.type, order?.areas);
    return pieces.map((piece) => sheetOf(printing, piece));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (error.reason !== 'kind' && plan.unreadable === 'stop') throw new StoppedAt(index, error.reason);
    return error.reason;
  }
}

function sheetOf({ document, types }: Printing, piece: Piece): Sheet {
  const sheet = createSheet(document, types, sheetFor(piece));
  sheet.place(piece.object, placing(piece, sheet));
  return sheet;
}

function describe(document: mupdf.PDFDocument, { plan, words }: Printing, placed: readonly Placed[]): void {
  document.setPageLabels(0, mupdf.PDFDocument.PAGE_LABEL_DECIMAL, '', 1);
  document.setLanguage(plan.language === 'es' ? 'es-BO' : 'en');
  document.setMetaData('info:Title', `${plan.caseNumber} – ${plan.title}`);
  document.setMetaData('info:Author', plan.office);
  document.setMetaData('info:Producer', 'Custodia');
  const date = `D:${plan.exportedAt.slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;
  document.setMetaData('info:CreationDate', date);
  document.setMetaData('info:ModDate', date);
  const outline = document.outlineIterator();
  const mark = (title: string, page: number): void => {
    outline.insert({ title, uri: `#page=${page}&view=Fit`, open: false });
  };
  mark(words('cover.bookmark'), 1);
  mark(words('certificate.title'), 2);
  mark(words('index.title'), 3);
  for (const [index, { from }] of placed.entries()) {
    const exhibit = plan.exhibits[index];
    if (exhibit !== undefined) mark(`${exhibit.number} · ${exhibit.name}`, from);
  }
}

function save(document: mupdf.PDFDocument): Uint8Array {
  document.subsetFonts();
  const saved = document.saveToBuffer('garbage=2,compress,compress-fonts=yes,compress-images=no');
  // A view into the engine's memory, which may move: copied before anything else happens.
  return saved.asUint8Array().slice();
}
