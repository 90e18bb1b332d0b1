import { cell, createSheet, type Flow, margin, paragraph, type Sheet } from '../../../paper/sheet.ts';
import type { Printing } from './divider.ts';
import { firstRow, rowHeight, rowsPerPage, rowTop } from './index-size.ts';
import type { Row } from './layout-model.ts';
import type { Layout, PrintedExhibit } from './model.ts';
import type { IndexColumn } from './profile.ts';

const widths: Readonly<Record<Exclude<IndexColumn, 'title'>, number>> = {
  number: 42,
  date: 58,
  type: 84,
  size: 50,
  sha256: 122,
  pages: 36,
  numbers: 86,
};
const right = new Set<IndexColumn>(['size', 'pages', 'numbers']);
const gap = 4;

interface Column {
  readonly name: IndexColumn;
  readonly x: number;
  readonly width: number;
  readonly right: boolean;
}

function columnsOf({ plan, paper }: Printing): Column[] {
  const names = plan.profile.index.columns;
  const fixed = names.reduce((sum, name) => sum + (name === 'title' ? 0 : widths[name]), 0);
  const title = paper.width - 2 * margin - fixed - gap * (names.length - 1);
  let x = margin;
  return names.map((name) => {
    const width = name === 'title' ? title : widths[name];
    const column = { name, x, width, right: right.has(name) };
    x += width + gap;
    return column;
  });
}

/** What one index lists, and the volume that it stands in. */
export interface Listing {
  readonly rows: readonly Row[];
  readonly volume: number;
  /** Whether it lists what was added late. */
  readonly late: boolean;
  readonly layout: Layout;
}

export function indexSheet(printing: Printing, listing: Listing, page: number): Sheet {
  const { document, types, words, paper } = printing;
  const sheet = createSheet(document, types, paper);
  const flow: Flow = { sheet, types, y: margin };
  const title = words(listing.late ? 'index.late' : 'index.title');
  paragraph(flow, title, { face: 'title', size: 22, colour: 'ink' });
  flow.y = firstRow - 12;
  const columns = columnsOf(printing);
  for (const column of columns)
    cell(flow, words(`index.${headOf(printing, column.name)}`), column, {
      face: 'bold',
      size: 8.5,
      colour: 'muted',
    });
  sheet.rule(margin, firstRow - 5, sheet.width - 2 * margin, 'ink', 0.8);
  const most = rowsPerPage(paper);
  listing.rows.slice(page * most, (page + 1) * most).forEach((row, at) => {
    if (row.kind === 'section') sectionRow(flow, rowTop(at), printing, row.section);
    else itemRow(flow, rowTop(at), printing, listing, row, columns);
  });
  return sheet;
}

function headOf({ plan }: Printing, name: IndexColumn): string {
  const named: Partial<Record<IndexColumn, string>> = {
    title: 'name',
    numbers: plan.profile.numbering.unit === 'page' ? 'numbers' : 'fojas',
    pages: 'pageCount',
  };
  return named[name] ?? name;
}

function sectionRow(flow: Flow, top: number, { plan }: Printing, section: number): void {
  flow.sheet.box(margin, top, flow.sheet.width - 2 * margin, rowHeight, 'panel');
  flow.y = top + 13;
  const at = { x: margin + 4, width: flow.sheet.width - 2 * margin - 8 };
  cell(flow, plan.sections[section] ?? '', at, { face: 'title', size: 10, colour: 'ink' });
}

type ItemRow = Extract<Row, { kind: 'item' }>;

function itemRow(
  flow: Flow,
  top: number,
  printing: Printing,
  listing: Listing,
  row: ItemRow,
  columns: readonly Column[],
): void {
  const { words } = printing;
  const exhibit = printing.plan.exhibits[row.item];
  if (exhibit === undefined) return;
  const { reserved } = exhibit;
  for (const column of columns) {
    const { name } = column;
    if (name === 'sha256') {
      hash(flow, top, exhibit, column);
      continue;
    }
    const bold = name === 'number' || name === 'numbers';
    flow.y = top + (name === 'title' && reserved !== undefined ? 8.5 : 12.5);
    const plain = name === 'title' ? 'text' : 'muted';
    cell(flow, valueIn(printing, listing, row, exhibit, name), column, {
      face: bold ? 'bold' : 'sans',
      size: 9,
      colour: name === 'number' ? 'ink' : name === 'numbers' ? 'accent' : plain,
    });
  }
  const title = columns.find((column) => column.name === 'title');
  if (reserved !== undefined && title !== undefined) {
    flow.y = top + 16.2;
    const grounds = words('index.reserved', { grounds: reserved.grounds.join('; ') });
    cell(flow, grounds, { x: title.x, width: 350 }, { face: 'sans', size: 6.5, colour: 'seal' });
  }
  flow.sheet.rule(margin, top + rowHeight, flow.sheet.width - 2 * margin, 'line', 0.4);
}

function hash(flow: Flow, top: number, { sha256, object }: PrintedExhibit, { x, width }: Column): void {
  if (object !== undefined) return;
  [sha256.slice(0, 32), sha256.slice(32)].forEach((half, line) => {
    flow.y = top + 8 + line * 7;
    cell(flow, half, { x, width }, { face: 'mono', size: 6, colour: 'muted' });
  });
}

function valueIn(
  { words }: Printing,
  listing: Listing,
  row: ItemRow,
  exhibit: PrintedExhibit,
  name: Exclude<IndexColumn, 'sha256'>,
): string {
  switch (name) {
    case 'number':
      return exhibit.number;
    case 'title':
      return row.continued ? words('index.continued', { title: exhibit.title }) : exhibit.title;
    case 'date':
      return words.day(exhibit.collectedOn);
    case 'type':
      return typeWords(exhibit, listing.layout.measured[row.item]?.reason ?? null, words);
    case 'size':
      return exhibit.object === undefined ? words.size(exhibit.size) : '—';
    case 'pages':
      return String(row.last - row.first + 1);
    case 'numbers':
      return numbersOf(words, listing, row);
  }
}

function numbersOf(words: Printing['words'], { layout, volume }: Listing, row: ItemRow): string {
  const labels = layout.volumes[row.volume]?.labels ?? [];
  const [from = '', to = ''] = [labels[row.first], labels[row.last]];
  const numbers = from === to ? from : `${from}–${to}`;
  return row.volume === volume ? numbers : words('index.inVolume', { volume: row.volume + 1, numbers });
}

function typeWords(
  { type, object, reserved }: PrintedExhibit,
  reason: string | null,
  words: Printing['words'],
): string {
  if (object !== undefined) return words('index.object');
  if (reason !== null && reason !== 'more')
    return words(reserved === undefined ? 'index.native' : 'index.withheld');
  if (type === 'application/pdf') return 'PDF';
  if (type.startsWith('image/')) return words('index.image');
  if (/^(audio|video)\//.test(type)) return words('index.recording');
  if (/^message\/|mbox/.test(type)) return words('index.mail');
  return words(/^text\/|json/.test(type) ? 'index.text' : 'index.document');
}
