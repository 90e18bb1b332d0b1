import * as mupdf from 'mupdf';
import { drawQr } from '../../../paper/codes.ts';
import type { Types } from '../../../paper/fonts.ts';
import { createSheet, type Flow, foot, margin, paragraph, type Sheet } from '../../../paper/sheet.ts';
import { wrap } from '../../../paper/text.ts';
import type { Words } from '../../../paper/words.ts';
import type {
  BundlePlan,
  Measured,
  NativeReason,
  PrintedCustody,
  PrintedExhibit,
  Reserved,
} from './model.ts';

export interface Printing {
  readonly document: mupdf.PDFDocument;
  readonly types: Types;
  readonly plan: BundlePlan;
  readonly words: Words;
  /** The size of a sheet. */
  readonly paper: { readonly width: number; readonly height: number };
}

/** What was found of a source that its divider tells. */
type Found = Pick<Measured, 'reason' | 'pages' | 'repaired' | 'reduced' | 'unshown'>;

/** The page that opens an exhibit: what it is, its hash, its custody; as many pages as the custody needs. */
export function dividerSheets(printing: Printing, exhibit: PrintedExhibit, found: Found): Sheet[] {
  const { document, types, words, paper, plan } = printing;
  const native = found.reason;
  const flow: Flow = { sheet: createSheet(document, types, paper), types, y: margin };
  const sheets = [flow.sheet];
  const { sheet } = flow;
  sheet.box(0, 0, 10, sheet.height, 'ink');
  paragraph(flow, words('divider.exhibit'), { face: 'sans', size: 11, colour: 'muted' });
  paragraph(flow, exhibit.number, { face: 'title', size: 40, colour: 'ink', lead: 1.25 });
  flow.y += 4;
  paragraph(flow, exhibit.name, { face: 'title', size: 17, lead: 1.3 });
  if (exhibit.description !== '') paragraph(flow, exhibit.description, { face: 'serif', size: 11 });
  flow.y += 14;
  sheet.rule(margin, flow.y, sheet.width - 2 * margin, 'ink', 1);
  flow.y += 4;
  facts(flow, words, exhibit);
  if (exhibit.object !== undefined) notice(flow, words('object.notice'), '');
  if (exhibit.reserved !== undefined)
    reservedNotice(flow, words, exhibit.reserved, native !== null && native !== 'more');
  else if (native === 'more') moreNotice(flow, words, exhibit, found);
  else if (native !== null) nativeNotice(flow, words, exhibit, native);
  if (found.reduced) notice(flow, words('divider.reduced', { dots: plan.profile.maxDpi ?? '' }), '');
  if (found.repaired) notice(flow, words('divider.repaired'), '');
  if (native === null && found.unshown.includes('scripts')) notice(flow, words('divider.scripts'), '');
  // What has no page of its own can be compared with its file by this code.
  if (exhibit.object === undefined && native !== null && exhibit.reserved === undefined)
    drawQr(sheet, `SHA-256 ${exhibit.sha256}`, { x: sheet.width - margin - 84, y: margin, width: 84 });
  stillFrame(flow, printing, exhibit);
  flow.y += 14;
  custodyTable(flow, printing, exhibit, sheets);
  return sheets;
}

function facts(flow: Flow, words: Words, exhibit: PrintedExhibit): void {
  const rows: readonly (readonly [string, string])[] = [
    ['source', exhibit.source],
    ['place', exhibit.place],
    ['collectedOn', words.day(exhibit.collectedOn)],
    ['collectedBy', exhibit.collectedBy],
    ...(exhibit.object === undefined ? fileRows(words, exhibit) : []),
  ];
  for (const [name, value] of rows)
    row(flow, words(`divider.${name}`), value === '' ? '—' : value, 'sans', 10);
  if (exhibit.object !== undefined) {
    for (const { label, value } of exhibit.object.facts) row(flow, label, value, 'sans', 10);
    return;
  }
  row(flow, 'SHA-256', exhibit.sha256, 'mono', 9);
}

function fileRows(words: Words, { type, size, seconds }: PrintedExhibit): (readonly [string, string])[] {
  return [
    ['type', type],
    ['size', words('divider.bytes', { size: words.size(size), bytes: size })],
    ...(seconds === undefined ? [] : [['length', lengthOf(seconds)] as const]),
  ];
}

/** `1:02:03`: hours, minutes, seconds. */
function lengthOf(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(whole / 3_600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

const labelWidth = 110;

function row(flow: Flow, label: string, value: string, face: 'sans' | 'mono', size: number): void {
  const top = flow.y;
  paragraph(flow, value, {
    face,
    size,
    x: margin + labelWidth,
    width: flow.sheet.width - 2 * margin - labelWidth,
    lead: 1.5,
  });
  flow.sheet.text(margin, top + size * 1.5, label, { face: 'sans', size: 9.5, colour: 'muted' });
}

function nativeNotice(flow: Flow, words: Words, exhibit: PrintedExhibit, reason: NativeReason): void {
  notice(flow, `${words(`native.${reason}`)} ${words('native.where')}`, exhibit.native);
}

/** Says what a printed file has that paper cannot show. */
function moreNotice(flow: Flow, words: Words, exhibit: PrintedExhibit, { unshown, pages }: Found): void {
  const what = unshown.map((each) => words(`unshown.${each}`)).join('; ');
  const more = what === '' ? '' : ` ${words('unshown.list', { what })}`;
  const text = what === '' && pages > 0 ? words('native.transcript') : `${words('native.more')}${more}`;
  notice(flow, `${text} ${words('native.where')}`, exhibit.native);
}

/** Says that parts are kept back, why, and that the whole stays at the office. */
function reservedNotice(flow: Flow, words: Words, { grounds }: Reserved, withheld: boolean): void {
  const text = words(withheld ? 'reserved.withheld' : 'reserved.copy');
  notice(flow, `${text}\n${words('reserved.grounds', { grounds: grounds.join('; ') })}`, '');
}

function notice(flow: Flow, text: string, path: string): void {
  flow.y += 12;
  const top = flow.y;
  const width = flow.sheet.width - 2 * margin;
  const lines = wrap(text, flow.types.sans, 10, width - 28);
  const paths = path === '' ? [] : wrap(path, flow.types.mono, 9, width - 28);
  const height = (lines.length + paths.length) * 14 + 18;
  flow.sheet.box(margin, top, width, height, 'panel');
  flow.sheet.box(margin, top, 3, height, 'seal');
  flow.y += 6;
  for (const line of lines) {
    flow.y += 14;
    flow.sheet.text(margin + 14, flow.y, line, { face: 'sans', size: 10 });
  }
  for (const line of paths) {
    flow.y += 14;
    flow.sheet.text(margin + 14, flow.y, line, { face: 'mono', size: 9 });
  }
  flow.y = top + height;
}

const stillBox = { width: 240, height: 150 } as const;

/** A frame of a video, so that a reader knows which it is; where there is none, why. */
function stillFrame(flow: Flow, { document, words }: Printing, { still }: PrintedExhibit): void {
  if (still === undefined) return;
  if (typeof still === 'string') {
    notice(flow, words(`still.${still}`), '');
    return;
  }
  const image = new mupdf.Image(still);
  const [width, height] = [image.getWidth(), image.getHeight()];
  const scale = Math.min(stillBox.width / width, stillBox.height / height);
  flow.y += 12;
  const top = flow.sheet.height - flow.y - height * scale;
  flow.sheet.place(document.addImage(image), [width * scale, 0, 0, height * scale, margin, top]);
  flow.y += height * scale;
  paragraph(flow, words('still.frame'), { face: 'sans', size: 8.5, colour: 'muted' });
}

const columns = [
  { width: 78, of: (event: PrintedCustody, words: Words) => words.moment(event.when) },
  { width: 78, of: (event: PrintedCustody) => event.event },
  { width: 200, of: (event: PrintedCustody, words: Words) => movement(event, words) },
  { width: 127, of: (event: PrintedCustody, words: Words) => remarks(event, words) },
] as const;
const heads = ['when', 'event', 'movement', 'remarks'] as const;

function movement({ from, to, place }: PrintedCustody, words: Words): string {
  const parts = [
    from === '' ? '' : words('custody.from', { name: from }),
    to === '' ? '' : words('custody.to', { name: to }),
    place,
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function remarks(event: PrintedCustody, words: Words): string {
  const parts = [
    event.seal === '' ? '' : words('custody.seal', { seal: event.seal }),
    event.reason,
    event.note,
    event.list === undefined ? '' : words('custody.list', { row: event.list.row }),
    words('custody.author', { name: event.author }),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** The chain of custody, in the order of its events; a row is never split over two pages. */
function custodyTable(flow: Flow, printing: Printing, exhibit: PrintedExhibit, sheets: Sheet[]): void {
  const { types, words, document, paper } = printing;
  const head = (): void => {
    paragraph(flow, words('custody.title'), { face: 'title', size: 12, colour: 'ink' });
    if (exhibit.custody.length === 0) return;
    flow.y += 16;
    let x = margin;
    columns.forEach(({ width }, index) => {
      flow.sheet.text(x, flow.y, words(`custody.${heads[index]}`), {
        face: 'bold',
        size: 8.5,
        colour: 'muted',
      });
      x += width;
    });
    flow.y += 5;
    flow.sheet.rule(margin, flow.y, flow.sheet.width - 2 * margin, 'ink', 0.7);
  };
  head();
  if (exhibit.custody.length === 0) {
    paragraph(flow, words('custody.none'), { face: 'sans', size: 10, colour: 'muted', lead: 1.8 });
  }
  for (const event of exhibit.custody) {
    const cells = columns.map(({ width, of }) => wrap(of(event, words), types.sans, 8.5, width - 8));
    const height = Math.max(...cells.map((lines) => lines.length)) * 11.5 + 9;
    if (flow.y + height > flow.sheet.height - foot - 12) {
      const next = createSheet(document, types, paper);
      sheets.push(next);
      flow.sheet = next;
      flow.y = margin;
      paragraph(flow, words('divider.continued', { number: exhibit.number }), {
        face: 'sans',
        size: 9.5,
        colour: 'muted',
      });
      head();
    }
    let x = margin;
    cells.forEach((lines, index) => {
      lines.forEach((line, at) => {
        flow.sheet.text(x, flow.y + 13 + at * 11.5, line, { face: index === 1 ? 'bold' : 'sans', size: 8.5 });
      });
      x += columns[index]?.width ?? 0;
    });
    flow.y += height;
    flow.sheet.rule(margin, flow.y, flow.sheet.width - 2 * margin);
  }
}
