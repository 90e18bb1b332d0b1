import type * as mupdf from 'mupdf';
import type { Types } from '../../../paper/fonts.ts';
import { createSheet, type Flow, foot, margin, paragraph, type Sheet } from '../../../paper/sheet.ts';
import { widthOf } from '../../../paper/text.ts';
import type { Words } from '../../../paper/words.ts';
import { drawQr } from './codes.ts';
import type { PrintPlan } from './model.ts';

/** Pages that are filled from the top; a new one begins where a piece does not fit. */
export interface Pages {
  readonly flow: Flow;
  readonly sheets: Sheet[];
  /** Begins a new page where `height` is not left on this one. */
  room(height: number): void;
}

export interface Printing {
  readonly document: mupdf.PDFDocument;
  readonly types: Types;
  readonly plan: PrintPlan;
  readonly words: Words;
}

export const inner = 595.28 - 2 * margin;

export function startPages({ document, types }: Printing, continued: string): Pages {
  const flow: Flow = { sheet: createSheet(document, types), types, y: margin };
  const sheets = [flow.sheet];
  return {
    flow,
    sheets,
    room: (height) => {
      if (flow.y + height <= flow.sheet.height - foot - 24) return;
      flow.sheet = createSheet(document, types);
      sheets.push(flow.sheet);
      flow.y = margin;
      paragraph(flow, continued, { face: 'sans', size: 9, colour: 'muted' });
      flow.y += 8;
    },
  };
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

const labelWidth = 124;

/** A fact: its name at the left, what it is at the right; left out where it is not known. */
export function fact({ flow, room }: Pages, name: string, value: string, mono = false): void {
  if (value === '') return;
  const size = mono ? 8.5 : 10;
  room(size * 3);
  const top = flow.y;
  const at = { x: margin + labelWidth, width: inner - labelWidth };
  paragraph(flow, value, { face: mono ? 'mono' : 'sans', size, ...at, lead: 1.5 });
  flow.sheet.text(margin, top + 14.5, name, { face: 'sans', size: 9, colour: 'muted' });
  if (mono) flow.y += 2;
}

/** A line to sign on, with what stands under it. */
export function signatureLine(
  sheet: Sheet,
  at: { x: number; y: number; width: number },
  under: readonly string[],
): void {
  sheet.rule(at.x, at.y, at.width, 'text', 0.7);
  under.forEach((text, index) => {
    sheet.text(at.x, at.y + 11 + index * 11, text, {
      face: 'sans',
      size: 8.5,
      colour: index === 0 ? 'text' : 'muted',
    });
  });
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
