import { inner, type Pages, startPages } from '../../../paper/pages.ts';
import { margin, paragraph, type Sheet } from '../../../paper/sheet.ts';
import { wrap } from '../../../paper/text.ts';
import { fact, footers, heading, type Printing } from './frame.ts';
import type { PrintedEvent, PrintedItem } from './model.ts';

/** The custody sheet of an exhibit: what it is, its hash and seal, and every event with its signatures. */
export function custodySheet(printing: Printing, item: PrintedItem): Sheet[] {
  const { words } = printing;
  const pages = startPages(printing, words('continued', { number: item.number }));
  heading(
    printing,
    pages,
    words('sheet.title'),
    [item.number, item.sha256 === '' ? '' : `sha256:${item.sha256}`].join(' ').trim(),
  );
  fact(pages, words('fact.number'), item.number);
  fact(pages, words('fact.name'), item.name);
  fact(pages, words('fact.description'), item.description);
  fact(pages, words('fact.source'), item.source);
  fact(pages, words('fact.place'), item.place);
  fact(pages, words('fact.collectedOn'), item.collectedOn === '' ? '' : words.day(item.collectedOn));
  fact(pages, words('fact.collectedBy'), item.collectedBy);
  fact(pages, words('fact.holder'), item.holder);
  fact(pages, words('fact.seal'), item.seal === '' ? words('fact.noSeal') : item.seal);
  fact(pages, 'SHA-256', item.sha256, true);
  events(printing, pages, item.events);
  anomalies(printing, pages, item.anomalies);
  footers(printing, pages.sheets);
  return pages.sheets;
}

const columns = [
  { name: 'when', width: 66 },
  { name: 'event', width: 168 },
  { name: 'giver', width: 125 },
  { name: 'receiver', width: 124 },
] as const;

function head({ words }: Printing, { flow }: Pages): void {
  flow.y += 15;
  let x = margin;
  for (const { name, width } of columns) {
    flow.sheet.text(x, flow.y, words(`column.${name}`), { face: 'bold', size: 8.5, colour: 'muted' });
    x += width;
  }
  flow.y += 5;
  flow.sheet.rule(margin, flow.y, inner, 'ink', 0.7);
}

/** The hand-overs and what else happened, each in a row that is never split over two pages. */
function events(printing: Printing, pages: Pages, all: readonly PrintedEvent[]): void {
  const { words, types } = printing;
  const { flow } = pages;
  flow.y += 12;
  pages.room(60);
  paragraph(flow, words('events.title'), { face: 'title', size: 12, colour: 'ink' });
  if (all.length === 0) {
    paragraph(flow, words('events.none'), { face: 'sans', size: 10, colour: 'muted', lead: 1.8 });
    return;
  }
  head(printing, pages);
  for (const event of all) {
    const said = [event.event, event.place, ...event.remarks, words('events.author', { name: event.author })];
    const cells = [
      words.moment(event.when).split(' '),
      said
        .filter((text) => text !== '')
        .flatMap((text) => wrap(text, types.sans, 8.5, columns[1].width - 10)),
      wrap(event.from, types.sans, 8.5, columns[2].width - 10),
      wrap(
        [event.to, event.confirmed].filter((text) => text !== '').join('\n'),
        types.sans,
        8.5,
        columns[3].width - 10,
      ),
    ];
    const tallest = Math.max(...cells.map((lines) => lines.length));
    const height = Math.max(tallest * 11.5 + 9, event.signs ? 62 : 0);
    const before = pages.sheets.length;
    pages.room(height);
    if (pages.sheets.length > before) head(printing, pages);
    row(pages, cells, height, event.signs);
  }
}

function row({ flow }: Pages, cells: readonly string[][], height: number, signs: boolean): void {
  let x = margin;
  cells.forEach((lines, column) => {
    lines.forEach((line, index) => {
      const face = column === 1 && index === 0 ? 'bold' : 'sans';
      flow.sheet.text(x, flow.y + 13 + index * 11.5, line, { face, size: 8.5 });
    });
    const width = columns[column]?.width ?? 0;
    // Room for a signature under whoever gave and received it.
    if (signs && column >= 2) flow.sheet.rule(x, flow.y + height - 7, width - 12, 'muted', 0.5);
    x += width;
  });
  flow.y += height;
  flow.sheet.rule(margin, flow.y, inner);
}

/** Gaps and overlaps are printed as such: the sheet does not show a chain to be better than it is. */
function anomalies({ words }: Printing, pages: Pages, all: readonly string[]): void {
  if (all.length === 0) return;
  const { flow } = pages;
  flow.y += 10;
  pages.room(50);
  paragraph(flow, words('anomalies.title'), { face: 'title', size: 12, colour: 'seal' });
  for (const text of all) {
    pages.room(30);
    paragraph(flow, `– ${text}`, { face: 'sans', size: 9.5, lead: 1.5 });
  }
}
