import type * as mupdf from 'mupdf';
import { cell, createSheet, type Flow, foot, margin, paragraph, type Sheet } from '../../../paper/sheet.ts';
import type { Printing } from './divider.ts';
import type { Placed, PrintedExhibit } from './model.ts';

/** What the front pages say of the whole, known when the rest is laid out. */
export interface Totals {
  readonly pages: number;
  readonly placed: readonly Placed[];
  readonly natives: ReadonlySet<string>;
  /** Of which nothing travels, because parts are kept back and it cannot be printed. */
  readonly withheld: ReadonlySet<string>;
}

export function coverSheet({ document, types, plan, words }: Printing, { pages }: Totals): Sheet {
  const sheet = createSheet(document, types);
  const flow: Flow = { sheet, types, y: 84 };
  sheet.box(0, 0, sheet.width, 10, 'ink');
  sheet.box(0, 10, sheet.width, 2.5, 'seal');
  paragraph(flow, plan.office, { face: 'title', size: 14, colour: 'ink' });
  flow.y += 110;
  paragraph(flow, words('cover.kind'), { face: 'sans', size: 11, colour: 'muted' });
  flow.y += 4;
  paragraph(flow, plan.title, { face: 'title', size: 30, colour: 'ink', lead: 1.22 });
  flow.y += 22;
  sheet.rule(margin, flow.y, 90, 'seal', 2);
  flow.y += 14;
  paragraph(flow, plan.caseNumber, { face: 'bold', size: 13 });
  paragraph(flow, plan.caseTitle, { face: 'serif', size: 13 });
  flow.y += 26;
  const facts: readonly (readonly [string, string])[] = [
    ['court', plan.court],
    ['courtNumber', plan.courtNumber],
    ['offences', plan.offences.join('\n')],
    ['exportedAt', words.moment(plan.exportedAt)],
    ['exportedBy', plan.exportedBy],
    ['extent', words('cover.extentValue', { exhibits: plan.exhibits.length, pages })],
  ];
  for (const [name, value] of facts) {
    if (value === '') continue;
    const top = flow.y;
    paragraph(flow, value, { face: 'sans', size: 10.5, x: margin + 130, width: 350, lead: 1.5 });
    sheet.text(margin, top + 15.75, words(`cover.${name}`), { face: 'sans', size: 10, colour: 'muted' });
    flow.y += 4;
  }
  return sheet;
}

export function certificateSheet({ document, types, plan, words }: Printing, totals: Totals): Sheet {
  const sheet = createSheet(document, types);
  const flow: Flow = { sheet, types, y: margin };
  const body = { face: 'serif', size: 10.5, lead: 1.5 } as const;
  paragraph(flow, words('certificate.title'), { face: 'title', size: 22, colour: 'ink' });
  flow.y += 10;
  paragraph(
    flow,
    words('certificate.made', {
      name: plan.exportedBy,
      office: plan.office,
      when: words.moment(plan.exportedAt),
      exhibits: plan.exhibits.length,
      pages: totals.pages,
      number: plan.caseNumber,
    }),
    body,
  );
  flow.y += 6;
  paragraph(flow, words('certificate.copies'), body);
  if (totals.natives.size > 0) {
    flow.y += 6;
    paragraph(flow, words('certificate.natives', { count: totals.natives.size }), body);
  }
  const reserved = plan.exhibits.filter((exhibit) => exhibit.reserved !== undefined).length;
  if (reserved > 0) {
    flow.y += 6;
    paragraph(flow, words('certificate.reserved', { count: reserved }), body);
  }
  heading(flow, words('certificate.checkTitle'));
  paragraph(flow, words('certificate.check'), body);
  flow.y += 4;
  for (const command of [
    'sha256sum -c manifest-sha256.txt',
    'sha256sum -c tagmanifest-sha256.txt',
    `ssh-keygen -Y verify -f allowed_signers -I ${plan.principal} -n custodia-bundle \\`,
    '    -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt',
  ]) {
    paragraph(flow, command, { face: 'mono', size: 8.5, x: margin + 14, lead: 1.6 });
  }
  flow.y += 8;
  paragraph(flow, words('certificate.signer'), body);
  paragraph(flow, plan.signer, { face: 'mono', size: 9, x: margin + 14, lead: 1.7 });
  heading(flow, words('certificate.journalTitle'));
  paragraph(flow, words('certificate.journal', { size: plan.checkpoint.size }), body);
  flow.y += 4;
  paragraph(flow, plan.checkpoint.origin, { face: 'mono', size: 8.5, x: margin + 14, lead: 1.6 });
  paragraph(flow, plan.checkpoint.root, { face: 'mono', size: 8.5, x: margin + 14, lead: 1.6 });
  return sheet;
}

function heading(flow: Flow, text: string): void {
  flow.y += 16;
  paragraph(flow, text, { face: 'title', size: 13, colour: 'ink' });
  flow.y += 3;
}

const rowHeight = 19;
const firstRow = margin + 74;

/** How many exhibits one page of the index lists. */
const rowsPerPage = Math.floor((841.89 - firstRow - foot - 8) / rowHeight);

export function indexPageCount(exhibits: number): number {
  return Math.max(1, Math.ceil(exhibits / rowsPerPage));
}

const indexColumns = {
  number: { x: margin, width: 42 },
  name: { x: margin + 46, width: 214 },
  type: { x: margin + 264, width: 84 },
  size: { x: margin + 350, width: 50, right: true },
  fojas: { x: margin + 408, width: 75, right: true },
} as const;
const columnNames = ['number', 'name', 'type', 'size', 'fojas'] as const;

export function indexSheets({ document, types, plan, words }: Printing, totals: Totals): Sheet[] {
  const sheets: Sheet[] = [];
  for (let page = 0; page < indexPageCount(plan.exhibits.length); page += 1) {
    const sheet = createSheet(document, types);
    const flow: Flow = { sheet, types, y: margin };
    paragraph(flow, words('index.title'), { face: 'title', size: 22, colour: 'ink' });
    flow.y = firstRow - 12;
    for (const name of columnNames) {
      cell(flow, words(`index.${name}`), indexColumns[name], { face: 'bold', size: 8.5, colour: 'muted' });
    }
    sheet.rule(margin, firstRow - 5, sheet.width - 2 * margin, 'ink', 0.8);
    plan.exhibits.slice(page * rowsPerPage, (page + 1) * rowsPerPage).forEach((exhibit, index) => {
      indexRow(flow, firstRow + index * rowHeight, exhibit, totals, words);
    });
    sheets.push(sheet);
  }
  return sheets;
}

function indexRow(
  flow: Flow,
  top: number,
  exhibit: PrintedExhibit,
  totals: Totals,
  words: Printing['words'],
): void {
  const { reserved } = exhibit;
  const at = totals.placed.find((each) => each.number === exhibit.number);
  const fojas = at === undefined ? '' : at.from === at.to ? `${at.from}` : `${at.from}–${at.to}`;
  const values = {
    number: exhibit.number,
    name: exhibit.name,
    type: typeWords(exhibit, totals, words),
    size: exhibit.object === undefined ? words.size(exhibit.size) : '—',
    fojas,
  };
  for (const name of columnNames) {
    const face = name === 'number' || name === 'fojas' ? 'bold' : 'sans';
    flow.y = top + (name === 'name' && reserved !== undefined ? 8.5 : 12.5);
    const colour = name === 'fojas' ? 'accent' : name === 'name' ? 'text' : 'muted';
    cell(flow, values[name], indexColumns[name], {
      face,
      size: 9,
      colour: name === 'number' ? 'ink' : colour,
    });
  }
  if (reserved !== undefined) {
    flow.y = top + 16.2;
    const grounds = words('index.reserved', { grounds: reserved.grounds.join('; ') });
    cell(flow, grounds, { ...indexColumns.name, width: 350 }, { face: 'sans', size: 6.5, colour: 'seal' });
  }
  flow.sheet.rule(margin, top + rowHeight, flow.sheet.width - 2 * margin, 'line', 0.4);
}

function typeWords(
  { number, type, object }: PrintedExhibit,
  totals: Totals,
  words: Printing['words'],
): string {
  if (object !== undefined) return words('index.object');
  if (totals.withheld.has(number)) return words('index.withheld');
  return totals.natives.has(number) ? words('index.native') : kindOf(type, words);
}

function kindOf(type: string, words: Printing['words']): string {
  if (type === 'application/pdf') return 'PDF';
  return type.startsWith('image/') ? words('index.image') : words('index.text');
}

/** Makes every row of the index lead to its exhibit's divider. The pages must all be in their places. */
export function linkIndex(
  document: mupdf.PDFDocument,
  firstIndexPage: number,
  placed: readonly Placed[],
): void {
  placed.forEach(({ from }, index) => {
    const page = document.loadPage(firstIndexPage + Math.floor(index / rowsPerPage));
    const top = firstRow + (index % rowsPerPage) * rowHeight;
    const uri = document.formatLinkURI({
      type: 'Fit',
      chapter: 0,
      page: from - 1,
      x: 0,
      y: 0,
      width: 0,
      height: 0,
      zoom: 0,
    });
    page.createLink([margin, top, 595.28 - margin, top + rowHeight], uri);
    page.destroy();
  });
}
