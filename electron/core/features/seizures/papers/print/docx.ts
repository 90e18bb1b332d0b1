import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { Block } from '../model.ts';
import type { DrawnPaper, PaperPlan } from './model.ts';

/** Twentieths of a point: A4 with margins of two centimetres and a half. */
const page = { width: 11_906, height: 16_838, margin: 1_417 } as const;
const inner = page.width - 2 * page.margin;

/** The same document for a word processor: real headings, tables with repeated heads, page numbers as fields. */
export async function drawDocx(plan: PaperPlan): Promise<DrawnPaper> {
  const document = new Document({
    title: `${plan.title} · ${plan.subject}`,
    creator: plan.printedBy,
    lastModifiedBy: plan.printedBy,
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: 22, language: { value: 'es-BO' } } },
        heading1: { run: { font: 'Times New Roman', size: 30, bold: true, color: '0E3B40' } },
        heading2: {
          run: { font: 'Times New Roman', size: 24, bold: true, color: '0E3B40' },
          paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        headers: { default: new Header({ children: heads(plan) }) },
        footers: { default: new Footer({ children: [foot(plan)] }) },
        children: plan.blocks.flatMap(pieces),
      },
    ],
  });
  return { bytes: new Uint8Array(await Packer.toBuffer(document)), pages: null };
}

function heads({ office, subject }: PaperPlan): Paragraph[] {
  const border = { bottom: { style: BorderStyle.SINGLE, size: 6, color: '0E3B40', space: 4 } };
  return [
    new Paragraph({ children: [new TextRun({ text: office, bold: true, color: '0E3B40' })] }),
    new Paragraph({ border, children: [new TextRun({ text: subject, size: 18, color: '52605F' })] }),
  ];
}

/** `Página {{page}} de {{pages}}`, with the numbers as fields that the reader works out. */
function foot({ printed, page: numbers }: PaperPlan): Paragraph {
  const children = numbers
    .split(/(\{\{page\}\}|\{\{pages\}\})/)
    .map((part) =>
      part === '{{page}}' ? PageNumber.CURRENT : part === '{{pages}}' ? PageNumber.TOTAL_PAGES : part,
    );
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: inner }],
    children: [new TextRun({ size: 16, color: '52605F', children: [printed, '\t', ...children] })],
  });
}

function pieces(block: Block): (Paragraph | Table)[] {
  switch (block.type) {
    case 'title':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          alignment: AlignmentType.CENTER,
          spacing: { before: 120, after: 200 },
          children: [new TextRun({ text: block.text, allCaps: true })],
        }),
      ];
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(block.text) })];
    case 'paragraph':
      return [
        new Paragraph({
          spacing: { after: 120, line: 300 },
          alignment: AlignmentType.JUSTIFIED,
          children: runs(block.text),
        }),
      ];
    case 'facts':
      return [tableOf([], [3, 8], block.rows), new Paragraph({})];
    case 'table':
      return [tableOf(block.heads, block.widths, block.rows), new Paragraph({})];
    case 'signatures':
      return [signatures(block.people)];
  }
}

/** A text with its own line breaks. */
function runs(text: string, style: { readonly bold?: boolean; readonly size?: number } = {}): TextRun[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index) => new TextRun({ text: line, ...style, ...(index === 0 ? {} : { break: 1 }) }));
}

const line = { style: BorderStyle.SINGLE, size: 4, color: 'C7BFB0' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const borders = { top: line, bottom: line, left: none, right: none };

function tableOf(
  heads: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
): Table {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.round((width / all) * inner));
  const row = (cells: readonly string[], bold: boolean): TableRow =>
    new TableRow({
      tableHeader: bold,
      cantSplit: true,
      children: cells.map(
        (text, at) =>
          new TableCell({
            borders,
            width: { size: columns[at] ?? 0, type: WidthType.DXA },
            margins: { top: 50, bottom: 50, left: 60, right: 60 },
            children: [new Paragraph({ children: runs(text, { bold, size: 19 }) })],
          }),
      ),
    });
  return new Table({
    columnWidths: columns,
    width: { size: inner, type: WidthType.DXA },
    rows: [...(heads.length === 0 ? [] : [row(heads, true)]), ...rows.map((cells) => row(cells, false))],
  });
}

/** Two beside each other, under lines to sign on. */
function signatures(people: readonly { readonly name: string; readonly under: string }[]): Table {
  const nothing = { top: none, bottom: none, left: none, right: none };
  const half = Math.round(inner / 2);
  const cell = (person: { readonly name: string; readonly under: string } | undefined): TableCell =>
    new TableCell({
      borders: nothing,
      width: { size: half, type: WidthType.DXA },
      margins: { top: 900, bottom: 100, left: 120, right: 240 },
      children:
        person === undefined
          ? [new Paragraph({})]
          : [
              new Paragraph({
                border: { top: { style: BorderStyle.SINGLE, size: 6, color: '1B2A2C', space: 4 } },
                children: runs(person.name, { size: 19 }),
              }),
              new Paragraph({ children: runs(person.under, { size: 17 }) }),
            ],
    });
  const rows: TableRow[] = [];
  for (let at = 0; at < people.length; at += 2)
    rows.push(new TableRow({ cantSplit: true, children: [cell(people[at]), cell(people[at + 1])] }));
  return new Table({
    columnWidths: [half, half],
    width: { size: inner, type: WidthType.DXA },
    borders: { ...nothing, insideHorizontal: none, insideVertical: none },
    rows,
  });
}
