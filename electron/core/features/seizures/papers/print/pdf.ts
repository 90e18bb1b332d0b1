import * as mupdf from 'mupdf';
import { drawQr } from '../../../../paper/codes.ts';
import { loadTypes, type Types } from '../../../../paper/fonts.ts';
import { inner, type Pages, signatureLine, startPages } from '../../../../paper/pages.ts';
import { foot, margin, paragraph, type Sheet, type Style } from '../../../../paper/sheet.ts';
import { widthOf, wrap } from '../../../../paper/text.ts';
import type { Block } from '../model.ts';
import type { DrawnPaper, PaperPlan } from './model.ts';
import { drawTable } from './pdf-table.ts';

const body = { face: 'serif', size: 10.5 } as const;

/** The document as a PDF: fonts embedded, pages numbered, with a code that scans into the search. */
export function drawPdf(plan: PaperPlan): DrawnPaper {
  const document = new mupdf.PDFDocument();
  const types = loadTypes(document);
  const pages = startPages({ document, types }, `${plan.subject} · ${plan.title}`);
  heading(pages, plan);
  for (const block of plan.blocks) drawBlock(pages, types, block);
  footers(plan, types, pages.sheets);
  for (const sheet of pages.sheets) document.insertPage(-1, sheet.finish());
  document.setMetaData('info:Title', `${plan.title} · ${plan.subject}`);
  document.subsetFonts();
  const bytes = document.saveToBuffer('garbage=4,compress').asUint8Array().slice();
  return { bytes, pages: pages.sheets.length };
}

function heading({ flow }: Pages, plan: PaperPlan): void {
  const size = 64;
  const width = inner - size - 18;
  drawQr(flow.sheet, plan.code, { x: margin + inner - size, y: margin - 14, width: size });
  paragraph(flow, plan.office, { face: 'title', size: 12, colour: 'ink', width, lead: 1.3 });
  paragraph(flow, plan.subject, { face: 'serif', size: 10, colour: 'muted', width, lead: 1.45 });
  flow.y = Math.max(flow.y + 10, margin + size - 6);
  flow.sheet.rule(margin, flow.y, inner, 'ink', 1);
  flow.y += 8;
}

function drawBlock(pages: Pages, types: Types, block: Block): void {
  switch (block.type) {
    case 'title':
      title(pages, types, block.text);
      break;
    case 'heading':
      pages.flow.y += 9;
      // A heading is never the last line of a page.
      pages.room(54);
      lines(pages, block.text, { face: 'title', size: 11.5, colour: 'ink' });
      pages.flow.y += 3;
      break;
    case 'paragraph':
      lines(pages, block.text, body);
      pages.flow.y += 5;
      break;
    case 'facts':
      drawTable(pages, types, { heads: [], widths: [3, 8], rows: block.rows, firstMuted: true });
      break;
    case 'table':
      drawTable(pages, types, { ...block, firstMuted: false });
      break;
    case 'signatures':
      signatures(pages, types, block.people);
      break;
  }
}

/** In the middle, in capitals, as an acta has it. */
function title({ flow }: Pages, types: Types, text: string): void {
  const size = 15;
  for (const line of wrap(text.toLocaleUpperCase('es'), types.title, size, inner)) {
    flow.y += size * 1.45;
    const x = margin + (inner - widthOf(line, types.title, size)) / 2;
    flow.sheet.text(x, flow.y, line, { face: 'title', size, colour: 'ink' });
  }
  flow.y += 10;
}

/** A text line by line, over as many pages as it needs. */
function lines(pages: Pages, text: string, style: Style): void {
  const { flow } = pages;
  for (const line of wrap(text, flow.types[style.face], style.size, inner)) {
    pages.room(style.size * 1.5);
    flow.y += style.size * 1.45;
    flow.sheet.text(margin, flow.y, line, style);
  }
}

/** Two beside each other, with room above each line to sign on. */
function signatures(
  pages: Pages,
  types: Types,
  people: readonly { readonly name: string; readonly under: string }[],
): void {
  const width = (inner - 48) / 2;
  const { flow } = pages;
  for (let at = 0; at < people.length; at += 2) {
    const pair = people
      .slice(at, at + 2)
      .map(({ name, under }) => [
        ...wrap(name, types.sans, 8.5, width),
        ...wrap(under, types.sans, 8.5, width),
      ]);
    const tallest = Math.max(...pair.map((each) => each.length));
    pages.room(64 + tallest * 11);
    flow.y += 54;
    pair.forEach((under, side) => {
      signatureLine(flow.sheet, { x: margin + side * (width + 48), y: flow.y, width }, under);
    });
    flow.y += tallest * 11 + 8;
  }
}

function footers({ printed, page }: PaperPlan, types: Types, sheets: readonly Sheet[]): void {
  const style = { face: 'sans', size: 8, colour: 'muted' } as const;
  sheets.forEach((sheet, index) => {
    const number = page.replace('{{page}}', String(index + 1)).replace('{{pages}}', String(sheets.length));
    sheet.rule(margin, sheet.height - foot - 6, inner);
    sheet.text(margin, sheet.height - foot + 6, printed, style);
    const right = margin + inner - widthOf(number, types.sans, style.size);
    sheet.text(right, sheet.height - foot + 6, number, style);
  });
}
