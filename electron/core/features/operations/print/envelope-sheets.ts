import * as mupdf from 'mupdf';
import { fact, inner, signatureLine, startPages } from '../../../paper/pages.ts';
import { a4, createSheet, type Flow, margin, paragraph, type Sheet } from '../../../paper/sheet.ts';
import type { EnvelopePaper } from '../model.ts';
import type { Printing } from './compose.ts';
import type { EnvelopePaperPlan } from './model.ts';

const third = a4.height / 3;

/**
 * Two sides of one sheet. The first is folded inwards at its two lines, so that what it says lies inside; the second is
 * the outside: its middle part is the face of the envelope, its lower part closes over it and is signed across.
 */
export function envelopeSheets(printing: Printing, plan: EnvelopePaperPlan): Sheet[] {
  const pictures = plan.identity.papers.filter(({ type }) => type !== 'application/pdf');
  return [
    ...inside(printing, plan),
    outside(printing, plan),
    ...pictures.map((each) => picture(printing, each)),
  ];
}

function folds(sheet: Sheet): void {
  for (const y of [third, 2 * third])
    for (let x = 20; x < a4.width - 20; x += 9) sheet.rule(x, y, 4, 'muted', 0.5);
}

function inside(printing: Printing, { identity, codeName, number }: EnvelopePaperPlan): Sheet[] {
  const { words } = printing;
  const pages = startPages(printing, words('envelope.continued', { number }));
  folds(pages.flow.sheet);
  paragraph(pages.flow, words('envelope.inside'), { face: 'title', size: 15, colour: 'seal' });
  fact(pages, words('envelope.codeName'), codeName);
  pages.flow.y += 8;
  for (const field of ['trueName', 'trueDocument', 'rank', 'unit'] as const)
    fact(pages, words(`envelope.${field}`), identity[field]);
  pages.flow.y += 8;
  for (const field of ['assumedName', 'assumedDocument', 'legend', 'notes'] as const)
    fact(pages, words(`envelope.${field}`), identity[field]);
  fact(pages, words('envelope.papers'), identity.papers.map(({ title }) => title).join(' · '));
  return pages.sheets;
}

function outside(printing: Printing, plan: EnvelopePaperPlan): Sheet {
  const { document, types, words } = printing;
  const sheet = createSheet(document, types);
  folds(sheet);
  const flow: Flow = { sheet, types, y: third + 18 };
  paragraph(flow, words('envelope.face'), { face: 'title', size: 17, colour: 'seal' });
  paragraph(flow, plan.office, { face: 'sans', size: 10, colour: 'muted' });
  paragraph(flow, `${plan.number} · ${plan.codeName} · ${plan.caseNumber}`, { face: 'title', size: 13 });
  for (const { court, number, judge } of plan.rulings)
    paragraph(flow, `${court} · ${number} · ${judge}`, { face: 'serif', size: 10.5 });
  flow.y += 6;
  paragraph(flow, words('envelope.warning'), { face: 'sans', size: 9.5 });
  paragraph(flow, words('envelope.printed', { when: words.moment(plan.printedAt) }), {
    face: 'sans',
    size: 8.5,
    colour: 'muted',
  });
  const half = (inner - 40) / 2;
  signatureLine(sheet, { x: margin, y: 2 * third + 60, width: half }, [words('envelope.signProsecutor')]);
  signatureLine(sheet, { x: margin + half + 40, y: 2 * third + 60, width: half }, [
    words('envelope.signJudge'),
  ]);
  sheet.text(margin, 2 * third + 110, words('envelope.across'), { face: 'sans', size: 9, colour: 'muted' });
  return sheet;
}

/** A photograph on a sheet of its own, folded in with the first. */
function picture({ document, types }: Printing, { title, content }: EnvelopePaper): Sheet {
  const sheet = createSheet(document, types);
  const image = new mupdf.Image(Buffer.from(content, 'base64'));
  const most = { width: inner, height: a4.height - 2 * margin - 40 };
  const scale = Math.min(most.width / image.getWidth(), most.height / image.getHeight(), 1);
  const [width, height] = [image.getWidth() * scale, image.getHeight() * scale];
  sheet.text(margin, margin + 10, title, { face: 'title', size: 12 });
  sheet.place(document.addImage(image), [width, 0, 0, height, margin, a4.height - margin - 30 - height]);
  return sheet;
}
