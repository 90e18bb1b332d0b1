import { cell, createSheet, type Flow, margin, paragraph, type Sheet } from '../../../paper/sheet.ts';
import type { Words } from '../../../paper/words.ts';
import { certifiedOn, firstRow, rowHeight } from './certificate-size.ts';
import type { Printing } from './divider.ts';
import type { Layout, PrintedExhibit } from './model.ts';

/** A page of the certificate's list: each exhibit with its hash, its numbers and what its custody comes to. */
export function certificateList(printing: Printing, layout: Layout, page: number): Sheet {
  const { document, types, plan, words, paper } = printing;
  const sheet = createSheet(document, types, paper);
  const flow: Flow = { sheet, types, y: margin };
  paragraph(flow, words('certificate.listTitle'), { face: 'title', size: 22, colour: 'ink' });
  flow.y = firstRow - 8;
  sheet.rule(margin, flow.y, sheet.width - 2 * margin, 'ink', 0.8);
  certifiedOn(plan, paper, page).forEach((at, row) => {
    const exhibit = plan.exhibits[at];
    if (exhibit !== undefined)
      exhibitRow(flow, firstRow + row * rowHeight, printing, exhibit, numbers(layout, at, words));
  });
  return sheet;
}

function exhibitRow(
  flow: Flow,
  top: number,
  { words }: Printing,
  exhibit: PrintedExhibit,
  where: string,
): void {
  const { sheet } = flow;
  const width = sheet.width - 2 * margin;
  const indent = margin + 46;
  const line = (below: number): void => {
    flow.y = top + below;
  };
  line(9);
  cell(flow, exhibit.number, { x: margin, width: 44 }, { face: 'bold', size: 9, colour: 'ink' });
  cell(flow, exhibit.title, { x: indent, width: width - 150 }, { face: 'sans', size: 9 });
  cell(
    flow,
    where,
    { x: margin + width - 100, width: 100, right: true },
    { face: 'bold', size: 9, colour: 'accent' },
  );
  line(19);
  const hash = exhibit.object === undefined ? `SHA-256 ${exhibit.sha256}` : words('index.object');
  cell(flow, hash, { x: indent, width: width - 46 }, { face: 'mono', size: 7, colour: 'muted' });
  line(29);
  cell(flow, custodyOf(words, exhibit), { x: indent, width: width - 46 }, { face: 'sans', size: 8 });
  sheet.rule(margin, top + rowHeight - 4, width, 'line', 0.4);
}

/** How many events its custody has, the first and the last of them. */
function custodyOf(words: Words, { custody }: PrintedExhibit): string {
  const byTime = custody.toSorted((a, b) => Date.parse(a.when) - Date.parse(b.when));
  const [first, last] = [byTime[0], byTime.at(-1)];
  if (first === undefined || last === undefined) return words('custody.none');
  const told = ({ event, when, to }: typeof first): string =>
    [event, words.moment(when), to].filter((part) => part !== '').join(', ');
  if (custody.length === 1) return words('certificate.custodyOne', { first: told(first) });
  return words('certificate.custody', { count: custody.length, first: told(first), last: told(last) });
}

/** The numbers on its first and its last page. */
function numbers({ volumes }: Layout, item: number, words: Words): string {
  const labels = volumes.flatMap(({ leaves, labels: own }, volume) =>
    leaves.flatMap((leaf, at) =>
      'item' in leaf && leaf.item === item ? [{ label: own[at] ?? '', volume }] : [],
    ),
  );
  const [first, last] = [labels[0], labels.at(-1)];
  if (first === undefined || last === undefined) return '—';
  const range = first.label === last.label ? first.label : `${first.label}–${last.label}`;
  return volumes.length === 1 ? range : words('index.inVolume', { volume: first.volume + 1, numbers: range });
}
