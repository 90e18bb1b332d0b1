import type * as mupdf from 'mupdf';
import type { Types } from './fonts.ts';
import { createSheet, type Flow, foot, margin, paragraph, type Sheet } from './sheet.ts';

/** Pages that are filled from the top; a new one begins where a piece does not fit. */
export interface Pages {
  readonly flow: Flow;
  readonly sheets: Sheet[];
  /** Begins a new page where `height` is not left on this one. */
  room(height: number): void;
}

/** Width between the margins. */
export const inner = 595.28 - 2 * margin;

export function startPages(
  { document, types }: { readonly document: mupdf.PDFDocument; readonly types: Types },
  continued: string,
): Pages {
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
  at: { readonly x: number; readonly y: number; readonly width: number },
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
