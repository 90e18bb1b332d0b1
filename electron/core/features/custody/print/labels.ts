import type * as mupdf from 'mupdf';
import { drawCode128, drawQr } from '../../../paper/codes.ts';
import type { Types } from '../../../paper/fonts.ts';
import { a4, cell, createSheet, type Flow, type Sheet } from '../../../paper/sheet.ts';
import { shorten, wrap } from '../../../paper/text.ts';
import type { Words } from '../../../paper/words.ts';
import type { PrintedItem, PrintPlan } from './model.ts';

const mm = 72 / 25.4;
/** A4 with 3 × 8 labels of 70 × 37 mm, without a gap between them; half a millimetre is left at top and bottom. */
const grid = { columns: 3, rows: 8, width: 70 * mm, height: 37 * mm, top: 0.5 * mm } as const;
/** The label of a label printer. */
const single = { width: 62 * mm, height: 29 * mm } as const;

interface Printing {
  readonly document: mupdf.PDFDocument;
  readonly types: Types;
  readonly plan: PrintPlan;
  readonly words: Words;
}
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Labels on sheets, from the first that is free. */
export function labelSheets(printing: Printing): Sheet[] {
  const { document, types, plan } = printing;
  const sheets: Sheet[] = [];
  plan.items.forEach((item, index) => {
    const at = index + plan.skipLabels;
    const place = at % (grid.columns * grid.rows);
    if (place === 0 || sheets.length === 0) sheets.push(createSheet(document, types, a4));
    const sheet = sheets.at(-1);
    if (sheet === undefined) return;
    const x = (place % grid.columns) * grid.width;
    const y = grid.top + Math.floor(place / grid.columns) * grid.height;
    label(printing, sheet, item, { x, y, width: grid.width, height: grid.height });
  });
  return sheets;
}

/** One label a page, for a label printer. */
export function singleLabels(printing: Printing): Sheet[] {
  return printing.plan.items.map((item) => {
    const sheet = createSheet(printing.document, printing.types, single);
    label(printing, sheet, item, { x: 0, y: 0, ...single });
    return sheet;
  });
}

/** Case, number, name, day and seal beside or above the code, which holds the number as it is searched for. */
function label({ types, plan, words }: Printing, sheet: Sheet, item: PrintedItem, box: Box): void {
  // Office printers leave some four millimetres of a sheet's edge white; a label printer hardly any.
  const pad = (plan.form === 'labels' ? 4.2 : 2.5) * mm;
  const isQr = plan.code === 'qr';
  const qr = Math.min(box.height - 2 * pad - 9, 22 * mm);
  const left = box.x + pad;
  const x = isQr ? left + qr + 2 * mm : left;
  const width = box.x + box.width - pad - x;
  const flow: Flow = { sheet, types, y: box.y + pad };
  const line = (text: string, size: number, face: 'sans' | 'bold' | 'title'): void => {
    if (text === '') return;
    flow.y += size * 1.22;
    cell(flow, text, { x, width }, { face, size, colour: 'black' });
  };
  line(plan.caseNumber, 7, 'sans');
  line(item.number.slice(item.number.lastIndexOf('/') + 1), 14, 'title');
  for (const text of wrap(item.name, types.sans, 7, width).slice(0, isQr ? 2 : 1)) line(text, 7, 'sans');
  if (item.collectedOn !== '')
    line(words('label.collected', { day: words.day(item.collectedOn) }), 6.5, 'sans');
  if (item.seal !== '') line(words('label.seal', { seal: item.seal }), 6.5, 'bold');
  const number = shorten(item.number, types.mono, 6, box.width - 2 * pad);
  const foot = box.y + box.height - pad;
  sheet.text(left, foot, number, { face: 'mono', size: 6, colour: 'black' });
  if (isQr) drawQr(sheet, item.number, { x: left, y: box.y + pad, width: qr });
  else {
    const height = Math.max(6 * mm, foot - 8 - flow.y - 4);
    drawCode128(sheet, item.number, { x: left, y: foot - 8 - height, width: box.width - 2 * pad, height });
  }
}
