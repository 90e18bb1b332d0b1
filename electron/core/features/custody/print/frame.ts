import type * as mupdf from 'mupdf';
import { drawQr } from '../../../paper/codes.ts';
import type { Types } from '../../../paper/fonts.ts';
import { inner, type Pages } from '../../../paper/pages.ts';
import { foot, margin, paragraph, type Sheet } from '../../../paper/sheet.ts';
import { widthOf } from '../../../paper/text.ts';
import type { Words } from '../../../paper/words.ts';
import type { PrintPlan } from './model.ts';

export { fact } from '../../../paper/pages.ts';

export interface Printing {
  readonly document: mupdf.PDFDocument;
  readonly types: Types;
  readonly plan: PrintPlan;
  readonly words: Words;
}

/** Office, case and title, with the code at the right. */
export function heading({ plan }: Printing, { flow }: Pages, title: string, code: string): void {
  const size = 84;
  const width = inner - size - 18;
  drawQr(flow.sheet, code, { x: margin + inner - size, y: margin - 8, width: size });
  paragraph(flow, plan.office, { face: 'sans', size: 10, colour: 'muted', width, lead: 1.2 });
  paragraph(flow, title, { face: 'title', size: 19, colour: 'ink', width, lead: 1.35 });
  paragraph(flow, `${plan.caseNumber} · ${plan.caseTitle}`, { face: 'serif', size: 11, width, lead: 1.5 });
  flow.y = Math.max(flow.y + 12, margin + size);
  flow.sheet.rule(margin, flow.y, inner, 'ink', 1);
  flow.y += 4;
}

/** Who printed it and when, and the page's number, at the foot of every page. */
export function footers({ plan, words, types }: Printing, sheets: readonly Sheet[]): void {
  sheets.forEach((sheet, index) => {
    const printed = words('printed', { when: words.moment(plan.printedAt), name: plan.printedBy });
    const page = words('page', { page: index + 1, pages: sheets.length });
    sheet.rule(margin, sheet.height - foot - 6, inner);
    sheet.text(margin, sheet.height - foot + 6, printed, { face: 'sans', size: 8, colour: 'muted' });
    const right = margin + inner - widthOf(page, types.sans, 8);
    sheet.text(right, sheet.height - foot + 6, page, { face: 'sans', size: 8, colour: 'muted' });
  });
}
