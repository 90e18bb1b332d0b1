import type * as mupdf from 'mupdf';
import type { Types } from '../../../paper/fonts.ts';
import { createSheet, foot, margin, type Sheet } from '../../../paper/sheet.ts';
import { wrap } from '../../../paper/text.ts';
import type { Term } from '../../../redaction/model.ts';
import { decodeText, redactText } from '../../../redaction/text.ts';

const size = 8.5;
const lead = 12;

/** A text set in fixed width, broken at the page's width, as sheets that still want their foja. */
export function sheetsOfText(
  document: mupdf.PDFDocument,
  types: Types,
  bytes: Uint8Array,
  terms: readonly Term[] = [],
): Sheet[] {
  const blank = createSheet(document, types);
  const lines = redactText(decodeText(bytes), terms)
    .replaceAll('\t', '    ')
    .split(/\r\n|\r|\n/)
    .flatMap((line) => wrap(line, types.mono, size, blank.width - 2 * margin));
  const perPage = Math.floor((blank.height - margin - foot - 10) / lead);
  const sheets: Sheet[] = [];
  for (let at = 0; at < Math.max(1, lines.length); at += perPage) {
    const sheet = at === 0 ? blank : createSheet(document, types);
    lines.slice(at, at + perPage).forEach((line, index) => {
      sheet.text(margin, margin + index * lead, line, { face: 'mono', size });
    });
    sheets.push(sheet);
  }
  return sheets;
}
