import { createSheet, type Flow, margin, paragraph, type Sheet } from '../../../paper/sheet.ts';
import type { Printing } from './divider.ts';

/** What the front pages say of the whole, known when the rest is laid out. */
export interface Totals {
  readonly pages: number;
  /** The numbers that its first and last numbered pages have. */
  readonly first: string;
  readonly last: string;
  /** How many PDFs, and which of them this is, from 1 on; the version that a supplement brings. */
  readonly volumes: number;
  readonly volume: number;
  readonly supplement: number | null;
  /** How many sources were damaged and mended. */
  readonly repaired: number;
  readonly natives: ReadonlySet<string>;
  /** Of which nothing travels, because parts are kept back and it cannot be printed. */
  readonly withheld: ReadonlySet<string>;
}

/** @param whole whether it says of the whole bundle how large it is and when it was exported: the covers of its further volumes do not */
export function coverSheet(
  { document, types, plan, words, paper }: Printing,
  totals: Totals,
  whole: boolean,
): Sheet {
  const sheet = createSheet(document, types, paper);
  const flow: Flow = { sheet, types, y: 84 };
  sheet.box(0, 0, sheet.width, 10, 'ink');
  sheet.box(0, 10, sheet.width, 2.5, 'seal');
  paragraph(flow, plan.office, { face: 'title', size: 14, colour: 'ink' });
  flow.y += 110;
  paragraph(flow, words('cover.kind'), { face: 'sans', size: 11, colour: 'muted' });
  flow.y += 4;
  paragraph(flow, plan.title, { face: 'title', size: 30, colour: 'ink', lead: 1.22 });
  const part = partOf(words, totals);
  if (part !== '') paragraph(flow, part, { face: 'title', size: 16, colour: 'muted', lead: 1.6 });
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
    ['exportedAt', whole ? words.moment(plan.exportedAt) : ''],
    ['exportedBy', plan.exportedBy],
    [
      'extent',
      whole ? words('cover.extentValue', { exhibits: plan.exhibits.length, pages: totals.pages }) : '',
    ],
    ['recipient', plan.recipient],
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

/** Which part of the whole a PDF is: nothing to say where it is all of it. */
export function partOf(
  words: Printing['words'],
  { volumes, volume, supplement }: Pick<Totals, 'volumes' | 'volume' | 'supplement'>,
): string {
  if (supplement !== null) return words('cover.supplement', { version: supplement });
  return volumes === 1 ? '' : words('cover.volume', { volume, volumes });
}

export function certificateSheet({ document, types, plan, words, paper }: Printing, totals: Totals): Sheet {
  const sheet = createSheet(document, types, paper);
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
      first: totals.first,
      last: totals.last,
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
  if (totals.repaired > 0) {
    flow.y += 6;
    paragraph(flow, words('certificate.repaired', { count: totals.repaired }), body);
  }
  const reserved = plan.exhibits.filter((exhibit) => exhibit.reserved !== undefined).length;
  if (reserved > 0) {
    flow.y += 6;
    paragraph(flow, words('certificate.reserved', { count: reserved }), body);
  }
  if (plan.signature !== undefined) {
    flow.y += 6;
    const { name, issuer, serial, until } = plan.signature;
    paragraph(flow, words('certificate.signed', { name, issuer, serial, until: words.moment(until) }), body);
  }
  heading(flow, words('certificate.checkTitle'));
  paragraph(flow, words('certificate.check'), body);
  flow.y += 4;
  for (const command of [
    'sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt',
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
  if (plan.journal !== undefined) {
    const { entries, withheld } = plan.journal;
    flow.y += 4;
    paragraph(flow, words('certificate.entries', { count: entries }), body);
    if (withheld > 0) paragraph(flow, words('certificate.withheld', { count: withheld }), body);
  }
  return sheet;
}

function heading(flow: Flow, text: string): void {
  flow.y += 16;
  paragraph(flow, text, { face: 'title', size: 13, colour: 'ink' });
  flow.y += 3;
}
