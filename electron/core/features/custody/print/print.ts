import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { format } from 'date-fns/format';
import { writeStep } from '../../../api/procedure.ts';
import type { Services } from '../../../api/services.ts';
import { ensureFolder, writeDurably } from '../../../vault/files.ts';
import { custodyPrinted } from '../entries.ts';
import type { Printed, PrintInput } from '../model.ts';
import { readPlan } from './plan.ts';
import { printPdf } from './printer.ts';

interface Recorded extends Pick<PrintInput, 'case' | 'form' | 'handover'> {
  readonly exhibits: readonly string[];
  readonly sha256: string;
}
const recordPrint = writeStep('custody.recordPrint', ({ append }, body: Recorded): null => {
  append(custodyPrinted, body.case, { ...body, exhibits: [...body.exhibits] });
  return null;
});

export const printSteps = [readPlan, recordPrint];

/** Draws a custody sheet, a receipt or labels as a PDF and writes it where the person chose. It is on record before it is out. */
export async function printPaper(
  services: Services,
  { folder: handle, ...input }: PrintInput,
): Promise<Printed> {
  const folder = handle === undefined ? services.exportsFolder() : services.handles.take(handle);
  const plan = await services.step(readPlan, input);
  const { pdf, pages } = await printPdf(plan);
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const { case: caseId, form, handover } = input;
  const exhibits = plan.items.map(({ id }) => id);
  await services.step(recordPrint, { case: caseId, form, exhibits, handover, sha256 });
  const about = exhibits.length === 1 ? (plan.items[0]?.number ?? plan.caseNumber) : plan.caseNumber;
  const name = `${about.replace(/[^A-Za-z0-9]+/g, '-')}-${names[plan.language][form]}-${format(new Date(), 'yyyyMMdd-HHmmss')}.pdf`;
  await ensureFolder(folder);
  await writeDurably(join(folder, name), pdf);
  return { path: join(folder, name), name, pages };
}

/** What the files are called in the office's language, without what some systems do not take in a name. */
const names = {
  es: { sheet: 'cadena-de-custodia', receipt: 'acta-de-entrega', labels: 'etiquetas', label: 'etiqueta' },
  en: { sheet: 'chain-of-custody', receipt: 'hand-over-receipt', labels: 'labels', label: 'label' },
} as const;
