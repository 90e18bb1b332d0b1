import { inner, type Pages, fact as plainFact, startPages } from '../../../paper/pages.ts';
import { foot, margin, paragraph, type Sheet } from '../../../paper/sheet.ts';
import { widthOf } from '../../../paper/text.ts';
import type { Printing } from './compose.ts';
import type { DisclosedEntry, DisclosedRuling, DisclosurePlan } from './model.ts';

/** What is disclosed of an operation: its authority, what was irregular, the log, and what was kept back on whose order. */
export function disclosureSheets(printing: Printing, plan: DisclosurePlan): Sheet[] {
  const { words } = printing;
  const pages = startPages(printing, words('disclosure.continued', { number: plan.number }));
  const { flow } = pages;
  paragraph(flow, plan.office, { face: 'sans', size: 10, colour: 'muted' });
  paragraph(flow, words('disclosure.title'), { face: 'title', size: 19, colour: 'ink' });
  paragraph(flow, `${plan.number} · ${plan.caseNumber}`, { face: 'serif', size: 11, lead: 1.6 });
  flow.y += 8;
  flow.sheet.rule(margin, flow.y, inner, 'ink', 1);
  fact(pages, words('disclosure.recipient'), plan.recipient);
  fact(pages, words('disclosure.order'), plan.order);
  fact(pages, words('disclosure.agents'), plan.codeNames.join(', '));
  fact(pages, words('disclosure.kept'), words('disclosure.keptCount', { count: plan.keptBack.length }));
  part(pages, words('disclosure.irregularities'), 'seal');
  if (plan.irregularities.length === 0) small(pages, words('disclosure.none'));
  for (const { kind, codeName, when, what, why, position } of plan.irregularities) {
    const entry = position === 0 ? '' : words('disclosure.entry', { position });
    const head = [words.moment(when), codeName, words(`irregularity.${kind}`), what, entry];
    small(pages, `– ${head.filter((text) => text !== '').join(' · ')}${why === '' ? '' : ` — ${why}`}`);
  }
  part(pages, words('disclosure.rulings'));
  for (const ruling of plan.rulings) rulingOf(printing, pages, ruling);
  for (const { from, until } of plan.gaps)
    small(pages, `– ${words('disclosure.gap', { from: words.day(from), until: words.day(until) })}`);
  part(pages, words('disclosure.reports'));
  for (const { when, from, until } of plan.reports)
    small(
      pages,
      words('disclosure.report', {
        when: words.moment(when),
        from: words.day(from),
        until: words.day(until),
      }),
    );
  for (const day of plan.missingReports)
    small(pages, `– ${words('disclosure.reportMissing', { day: words.day(day) })}`);
  part(pages, words('disclosure.log'));
  for (const entry of plan.entries) entryOf(printing, pages, entry);
  part(pages, words('disclosure.keptBack'));
  if (plan.keptBack.length === 0) small(pages, words('disclosure.none'));
  for (const { position, how, what, reason, order } of plan.keptBack)
    small(
      pages,
      `– ${[words('disclosure.entry', { position }), words(`disclosure.${how}`), what, reason, order]
        .filter((text) => text !== '')
        .join(' · ')}`,
    );
  footers(printing, plan, pages.sheets);
  return pages.sheets;
}

function part({ flow, room }: Pages, title: string, colour: 'ink' | 'seal' = 'ink'): void {
  flow.y += 12;
  room(50);
  paragraph(flow, title, { face: 'title', size: 13, colour });
}

/** Only the typewriter's face has the block that stands for a letter that was blacked out. */
const isBlack = (text: string): boolean => text.includes('█');

function fact(pages: Pages, name: string, value: string): void {
  plainFact(pages, name, value, isBlack(value));
}

function small({ flow, room }: Pages, text: string): void {
  room(30);
  const style = isBlack(text)
    ? ({ face: 'mono', size: 8.5 } as const)
    : ({ face: 'sans', size: 9.5 } as const);
  paragraph(flow, text, { ...style, lead: 1.5 });
}

function rulingOf({ words }: Printing, pages: Pages, ruling: DisclosedRuling): void {
  pages.room(70);
  fact(
    pages,
    words('ruling.number'),
    `${ruling.number} · ${ruling.court} · ${ruling.judge} · ${words.day(ruling.day)}`,
  );
  fact(pages, words('ruling.term'), `${words.day(ruling.from)} – ${words.day(ruling.until)}`);
  fact(pages, words('ruling.grounds'), ruling.grounds);
  fact(pages, words('ruling.insufficiency'), ruling.insufficiency);
  for (const name of ['acts', 'places', 'persons', 'techniques', 'extensions'] as const)
    fact(pages, words(`ruling.${name}`), ruling[name].join('; '));
  pages.flow.y += 6;
}

function entryOf({ words }: Printing, pages: Pages, entry: DisclosedEntry): void {
  pages.room(60);
  pages.flow.y += 6;
  pages.flow.sheet.rule(margin, pages.flow.y, inner);
  const number = words('disclosure.entry', { position: entry.position });
  const corrects = entry.corrects === 0 ? '' : words('disclosure.corrects', { position: entry.corrects });
  const head = [number, entry.codeName, words.moment(entry.when), corrects].filter((text) => text !== '');
  paragraph(pages.flow, head.join(' · '), { face: 'bold', size: 10 });
  if (entry.how === 'withheld') {
    small(pages, words('disclosure.isWithheld'));
    return;
  }
  fact(pages, words('entry.written'), lateText(words, entry));
  fact(pages, words('entry.place'), entry.place);
  fact(pages, words('entry.contact'), entry.contact);
  fact(pages, words('entry.act'), [entry.act, ...entry.techniques].filter((text) => text !== '').join('; '));
  fact(pages, words('entry.text'), entry.text);
  fact(pages, words('entry.persons'), entry.persons.join(', '));
  fact(pages, words('entry.exhibits'), entry.exhibits.join(', '));
  fact(pages, words('entry.risk'), entry.riskNote);
  fact(
    pages,
    words('entry.irregular'),
    entry.irregularities.map((kind) => words(`irregularity.${kind}`)).join('; '),
  );
  fact(pages, words('entry.why'), entry.why);
}

const lateText = (words: Printing['words'], { writtenAt, lateHours }: DisclosedEntry): string =>
  lateHours === 0
    ? words.moment(writtenAt)
    : `${words.moment(writtenAt)} · ${words('entry.late', { hours: lateHours })}`;

function footers({ words, types }: Printing, plan: DisclosurePlan, sheets: readonly Sheet[]): void {
  sheets.forEach((sheet, index) => {
    const y = sheet.height - foot + 6;
    const page = words('page', { page: index + 1, pages: sheets.length });
    sheet.rule(margin, sheet.height - foot - 6, inner);
    const style = { face: 'sans', size: 8, colour: 'muted' } as const;
    sheet.text(margin, y, `${plan.number} · ${words.moment(plan.printedAt)}`, style);
    sheet.text(margin + inner - widthOf(page, types.sans, 8), y, page, style);
  });
}
