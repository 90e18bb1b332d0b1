import { inner, type Pages, signatureLine, startPages } from '../../../paper/pages.ts';
import { margin, paragraph, type Sheet } from '../../../paper/sheet.ts';
import { wrap } from '../../../paper/text.ts';
import { fact, footers, heading, type Printing } from './frame.ts';
import type { PrintedHandOver, PrintedItem } from './model.ts';

/** The record of a hand-over of one or several exhibits, for both sides to sign. */
export function handOverReceipt(printing: Printing, handOver: PrintedHandOver): Sheet[] {
  const { words, plan } = printing;
  const pages = startPages(printing, words('receipt.title'));
  heading(
    printing,
    pages,
    words('receipt.title'),
    plan.items.length === 1 ? (plan.items[0]?.number ?? '') : plan.caseNumber,
  );
  const { flow } = pages;
  const said = words('receipt.text', {
    when: words.moment(handOver.when),
    from: handOver.from,
    to: handOver.to,
    count: plan.items.length,
  });
  paragraph(flow, said, { face: 'serif', size: 11, lead: 1.6 });
  flow.y += 6;
  fact(pages, words('fact.document'), handOver.document);
  fact(pages, words('fact.institution'), handOver.institution);
  fact(pages, words('fact.handedAt'), handOver.place);
  fact(pages, words('fact.reason'), handOver.reason);
  fact(pages, words('fact.dueBack'), handOver.dueBack === '' ? '' : words.day(handOver.dueBack));
  fact(pages, words('fact.note'), handOver.note);
  flow.y += 10;
  for (const item of plan.items) itemRow(printing, pages, item);
  flow.y += 10;
  pages.room(150);
  paragraph(flow, words('receipt.agree'), { face: 'serif', size: 10.5, lead: 1.5 });
  fact(pages, words('fact.confirmed'), handOver.confirmed);
  fact(pages, words('fact.key'), handOver.signature, true);
  pages.room(100);
  const half = (inner - 40) / 2;
  const y = flow.y + 62;
  signatureLine(flow.sheet, { x: margin, y, width: half }, [handOver.from, words('receipt.gives')]);
  const right = { x: margin + half + 40, y, width: half };
  const under = [
    handOver.to,
    [words('receipt.receives'), handOver.document].filter((text) => text !== '').join(' · '),
  ];
  signatureLine(flow.sheet, right, under);
  footers(printing, pages.sheets);
  return pages.sheets;
}

function itemRow({ types, words }: Printing, { flow, room }: Pages, item: PrintedItem): void {
  const seal = item.seal === '' ? words('fact.noSeal') : words('label.seal', { seal: item.seal });
  const names = wrap(`${item.name} · ${seal}`, types.sans, 9.5, inner - 110);
  const height = names.length * 13 + 20;
  room(height);
  flow.sheet.rule(margin, flow.y, inner);
  flow.sheet.text(margin, flow.y + 14, item.number.slice(item.number.lastIndexOf('/') + 1), {
    face: 'title',
    size: 11,
  });
  names.forEach((line, index) => {
    flow.sheet.text(margin + 110, flow.y + 14 + index * 13, line, { face: 'sans', size: 9.5 });
  });
  flow.sheet.text(margin + 110, flow.y + 14 + names.length * 13, item.sha256, {
    face: 'mono',
    size: 7.5,
    colour: 'muted',
  });
  flow.y += height;
}
