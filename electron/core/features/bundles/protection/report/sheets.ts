import type * as mupdf from 'mupdf';
import type { Types } from '../../../../paper/fonts.ts';
import { fact, inner, type Pages, startPages } from '../../../../paper/pages.ts';
import { foot, margin, paragraph, type Sheet } from '../../../../paper/sheet.ts';
import type { Words } from '../../../../paper/words.ts';
import type { Report, ReportedFinding } from './model.ts';

export interface Printing {
  readonly document: mupdf.PDFDocument;
  readonly types: Types;
  readonly words: Words;
}

/** The report on paper: for whom, whose, what was taken out where and why, what does not travel, what nobody could look at. */
export function reportSheets(printing: Printing, report: Report): Sheet[] {
  const { words } = printing;
  const pages = startPages(printing, words('report.continued', { number: report.caseNumber }));
  const { flow } = pages;
  paragraph(flow, report.office, { face: 'sans', size: 10, colour: 'muted' });
  paragraph(flow, words('report.title'), { face: 'title', size: 19, colour: 'ink' });
  paragraph(flow, `${report.caseNumber} · ${report.title}`, { face: 'serif', size: 11, lead: 1.6 });
  flow.y += 8;
  flow.sheet.rule(margin, flow.y, inner, 'ink', 1);
  fact(pages, words('report.audience'), report.audience);
  fact(pages, words('report.exported'), `${words.moment(report.exportedAt)} · ${report.exportedBy}`);
  flow.y += 6;
  small(pages, words('report.intro'));
  if (report.terms > 0) small(pages, words('report.readBack', { count: report.terms }));
  peopleOf(printing, pages, report);
  part(pages, words('report.redactions'));
  if (report.redactions.length === 0) small(pages, words('report.none'));
  byExhibit(report.redactions).forEach((rows) => {
    small(pages, rows[0]?.exhibit ?? '', 'bold');
    for (const row of rows) small(pages, `– ${rowText(words, row)}`);
  });
  part(pages, words('report.withheld'));
  if (report.withheld.length === 0) small(pages, words('report.noneWithheld'));
  for (const { exhibit, why } of report.withheld) small(pages, `– ${exhibit} · ${words(`withheld.${why}`)}`);
  part(pages, words('report.notChecked'));
  small(pages, words('report.notCheckedHelp'));
  for (const { exhibit, why, pages: which } of report.notChecked) {
    const where = which.length === 0 ? '' : ` (${words('report.pages', { pages: which.join(', ') })})`;
    small(pages, `– ${exhibit} · ${words(`unchecked.${why}`)}${where}`);
  }
  sealedOf(words, pages, report);
  part(pages, words('report.rules'));
  for (const rule of report.rules) {
    const status = words(`status.${rule.status}`);
    small(pages, `– ${rule.name}: ${rule.source} (${status}, ${words.day(rule.checked)})`);
  }
  footers(report, pages.sheets);
  return pages.sheets;
}

function peopleOf({ words }: Printing, pages: Pages, { people }: Report): void {
  part(pages, words('report.people'));
  if (people.length === 0) small(pages, words('report.nobody'));
  for (const { mark, kinds } of people)
    small(pages, `– ${mark}: ${kinds.map((kind) => words(`kind.${kind}`)).join(', ')}`);
}

/** Whose sealed identity nobody opened: its words were looked for by nobody, and that must be known. */
function sealedOf(words: Words, pages: Pages, { people }: Report): void {
  for (const { mark, sealed } of people)
    if (sealed === 'mine' || sealed === 'others') small(pages, `– ${words('report.sealed', { mark })}`);
}

function rowText(words: Words, { page, foja, kind, mark, count, ground }: ReportedFinding): string {
  const where =
    page === null
      ? words('report.noPage')
      : foja === ''
        ? words('report.page', { page })
        : words('report.pageAndFoja', { page, foja });
  const what = [words(`kind.${kind}`), mark].filter((text) => text !== '').join(' · ');
  return `${where} · ${what} · ${words('report.times', { count })} · ${ground}`;
}

function byExhibit(rows: readonly ReportedFinding[]): ReportedFinding[][] {
  const groups = new Map<string, ReportedFinding[]>();
  for (const row of rows) groups.set(row.exhibit, [...(groups.get(row.exhibit) ?? []), row]);
  return [...groups.values()];
}

function part({ flow, room }: Pages, title: string): void {
  flow.y += 12;
  room(50);
  paragraph(flow, title, { face: 'title', size: 13, colour: 'ink' });
}

function small({ flow, room }: Pages, text: string, face: 'sans' | 'bold' = 'sans'): void {
  room(30);
  paragraph(flow, text, { face, size: 9.5, lead: 1.5 });
}

function footers({ caseNumber, title }: Report, sheets: readonly Sheet[]): void {
  sheets.forEach((sheet, at) => {
    const y = sheet.height - foot / 2;
    sheet.text(margin, y, `${caseNumber} · ${title}`, { face: 'sans', size: 8, colour: 'muted' });
    sheet.text(sheet.width - margin - 30, y, `${at + 1}/${sheets.length}`, { face: 'bold', size: 8.5 });
  });
}
