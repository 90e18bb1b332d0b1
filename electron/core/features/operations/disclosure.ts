import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import { type Procedures, readStep, writeStep } from '../../api/procedure.ts';
import type { Services } from '../../api/services.ts';
import { ensureFolder, writeDurably } from '../../vault/files.ts';
import { planDisclosure, readGround } from './disclosure-plan.ts';
import { disclosed } from './entries.ts';
import type { DisclosureInput, WrittenFile } from './model.ts';
import type { DisclosurePlan } from './print/model.ts';
import { printPdf } from './print/printer.ts';
import { id, orderShape, said, text } from './shapes.ts';

interface Planned {
  readonly plan: DisclosurePlan;
}

const plan = readStep(
  'operations.planDisclosure',
  ({ sql }, input: DisclosureInput): Planned => ({ plan: planDisclosure(readGround(sql, input), input) }),
);

interface Record extends Pick<DisclosureInput, 'operation' | 'recipient' | 'order' | 'entries'> {
  readonly sha256: string;
}

const recordDisclosure = writeStep(
  'operations.recordDisclosure',
  ({ append }, { entries, ...body }: Record): null => {
    const decided = entries.map(({ log, how, reason, order }) => ({ log, how, reason, order }));
    append(disclosed, body.operation, { ...body, disclosure: randomUUID(), entries: decided });
    return null;
  },
);

export const disclosureSteps = [plan, recordDisclosure];

/** Draws the PDF, writes it with its JSON where the person chose. On record, with what was kept back, before it is out. */
async function disclose(
  services: Services,
  { folder: handle, ...input }: DisclosureInput,
): Promise<WrittenFile & { json: string }> {
  const folder = handle === undefined ? services.exportsFolder() : services.handles.take(handle);
  const planned = await services.step(plan, input);
  const { pdf, pages } = await printPdf(planned.plan);
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const { operation, recipient, order } = input;
  const entries = effective(input, planned.plan);
  await services.step(recordDisclosure, { operation, recipient, order, entries, sha256 });
  const stamp = new Date().toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
  const name = `${planned.plan.number}-${names[planned.plan.language]}-${stamp}`;
  await ensureFolder(folder);
  await writeDurably(join(folder, `${name}.pdf`), pdf);
  const json = join(folder, `${name}.json`);
  await writeDurably(
    json,
    Buffer.from(`${JSON.stringify({ ...planned.plan, pdfSha256: sha256 }, null, 2)}\n`),
  );
  return { path: join(folder, `${name}.pdf`), name: `${name}.pdf`, pages, json };
}

const names = { es: 'revelacion', en: 'disclosure' } as const;

/** As they were really shown: an entry in which another one's black word stands is redacted too. */
function effective(input: DisclosureInput, { entries: shown }: DisclosurePlan): DisclosureInput['entries'] {
  return input.entries.map((entry, index) => ({ ...entry, how: shown[index]?.how ?? entry.how }));
}

export const disclosureProcedures = {
  'operations.disclose': {
    type: 'task',
    right: 'operation.disclose',
    input: z.strictObject({
      operation: id,
      recipient: said,
      order: orderShape,
      entries: z
        .array(
          z.strictObject({
            log: id,
            how: z.enum(['whole', 'redacted', 'withheld']),
            words: z.array(z.string().trim().min(2).max(200)).max(100).readonly().optional(),
            fields: z
              .array(z.enum(['place', 'contact', 'text', 'persons', 'riskNote']))
              .readonly()
              .optional(),
            reason: text.optional(),
            order: orderShape.optional(),
          }),
        )
        .max(20_000)
        .readonly()
        .superRefine((entries, context) => {
          entries.forEach(({ how, words = [], fields = [], reason = '', order }, index) => {
            const whose = how === 'whole' || (reason.trim() !== '' && order !== undefined);
            const what = how !== 'redacted' || words.length + fields.length > 0;
            if (!whose || !what) {
              const path = [index, what ? 'order' : 'words'];
              context.addIssue({ code: 'custom', path, message: 'kept back without order, reason or words' });
            }
          });
        }),
      language: z.enum(['es', 'en']).optional(),
      folder: z.string().optional(),
    }),
    run: (services, input) => {
      const seen = new Set(input.entries.map(({ log }) => log));
      if (seen.size !== input.entries.length) throw new CustodiaError('call.invalid', { field: 'entries' });
      return disclose(services, input);
    },
  },
} satisfies Procedures;
