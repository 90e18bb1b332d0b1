import * as mupdf from 'mupdf';
import type { DrawnPdf } from '../../../paper/draw-apart.ts';
import { loadTypes, type Types } from '../../../paper/fonts.ts';
import type { Sheet } from '../../../paper/sheet.ts';
import { loadWords, type Words } from '../../../paper/words.ts';
import { disclosureSheets } from './disclosure-sheets.ts';
import { envelopeSheets } from './envelope-sheets.ts';
import type { PrintPlan } from './model.ts';

export interface Printing {
  readonly document: mupdf.PDFDocument;
  readonly types: Types;
  readonly words: Words;
}

/** Makes the PDF. Runs in a process of its own only. */
export function compose(plan: PrintPlan): DrawnPdf {
  const document = new mupdf.PDFDocument();
  const printing = { document, types: loadTypes(document), words: loadWords('operation-paper', plan) };
  const sheets: Sheet[] =
    plan.form === 'envelope' ? envelopeSheets(printing, plan) : disclosureSheets(printing, plan);
  for (const sheet of sheets) document.insertPage(-1, sheet.finish());
  document.subsetFonts();
  const pdf = document.saveToBuffer('garbage=4,compress').asUint8Array().slice();
  return { pdf, pages: sheets.length };
}
