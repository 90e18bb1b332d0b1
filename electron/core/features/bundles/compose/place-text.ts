import type * as mupdf from 'mupdf';
import type { Types } from '../../../paper/fonts.ts';
import { createSheet, foot, margin, type Sheet } from '../../../paper/sheet.ts';
import { wrap } from '../../../paper/text.ts';
import type { Term } from '../../../redaction/model.ts';
import { decodeText, redactText } from '../../../redaction/text.ts';

const size = 8.5;
const lead = 12;

type Size = Pick<Sheet, 'width' | 'height'>;

/** A text set in fixed width, broken at the page's width: the lines of each page. */
export function pagesOfText(
  types: Types,
  bytes: Uint8Array,
  paper: Size,
  terms: readonly Term[] = [],
): string[][] {
  const lines = redactText(decodeText(bytes), terms)
    .replaceAll('\t', '    ')
    .split(/\r\n|\r|\n/)
    .flatMap((line) => wrap(line, types.mono, size, paper.width - 2 * margin));
  const perPage = Math.floor((paper.height - margin - foot - 10) / lead);
  const pages: string[][] = [];
  for (let at = 0; at < Math.max(1, lines.length); at += perPage) pages.push(lines.slice(at, at + perPage));
  return pages;
}

/** Those lines on a sheet that still wants its number. */
export function sheetOfText(
  document: mupdf.PDFDocument,
  types: Types,
  lines: readonly string[],
  paper: Size,
): Sheet {
  const sheet = createSheet(document, types, paper);
  lines.forEach((line, index) => {
    sheet.text(margin, margin + index * lead, line, { face: 'mono', size });
  });
  return sheet;
}
