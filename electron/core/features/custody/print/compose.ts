import * as mupdf from 'mupdf';
import type { DrawnPdf } from '../../../paper/draw-apart.ts';
import { loadTypes } from '../../../paper/fonts.ts';
import { loadWords } from '../../../paper/words.ts';
import type { Printing } from './frame.ts';
import { labelSheets, singleLabels } from './labels.ts';
import type { PrintPlan } from './model.ts';
import { handOverReceipt } from './receipt.ts';
import { custodySheet } from './sheet.ts';

/** Makes the PDF. Runs in a process of its own only. */
export function compose(plan: PrintPlan): DrawnPdf {
  const document = new mupdf.PDFDocument();
  const printing: Printing = {
    document,
    types: loadTypes(document),
    plan,
    words: loadWords('custody-paper', plan),
  };
  const sheets = sheetsOf(printing);
  for (const sheet of sheets) document.insertPage(-1, sheet.finish());
  document.subsetFonts();
  const pdf = document.saveToBuffer('garbage=4,compress').asUint8Array().slice();
  return { pdf, pages: sheets.length };
}

function sheetsOf(printing: Printing) {
  const { plan } = printing;
  if (plan.form === 'labels') return labelSheets(printing);
  if (plan.form === 'label') return singleLabels(printing);
  if (plan.form === 'receipt' && plan.handOver !== null) return handOverReceipt(printing, plan.handOver);
  return plan.items.flatMap((item) => custodySheet(printing, item));
}
