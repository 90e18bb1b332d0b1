import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { caseFields } from '../../electron/core/features/cases/model.ts';
import { custodyEvents } from '../../electron/core/features/custody/model.ts';
import { resourcesFolder } from '../../electron/core/features/office/jurisdiction-file.ts';
import { personFields } from '../../electron/core/features/people/model.ts';

/** Where the demonstration's case and papers are kept: `resources/demo`. */
export const demoFolder = join(resourcesFolder(), 'demo');

const text = z.string().min(1);
const day = z.iso.date();

const sealSchema = z.strictObject({ trueName: text, document: text, whereabouts: text, notes: text });

const personSchema = z.strictObject({
  key: text,
  kind: z.enum(['person', 'organisation']),
  name: text,
  role: text,
  document: text.optional(),
  birthDate: day.optional(),
  gender: text.optional(),
  nationality: text.optional(),
  occupation: text.optional(),
  phone: text.optional(),
  address: text.optional(),
  notes: text.optional(),
  seal: sealSchema.optional(),
});

const caseSchema = z.strictObject({
  case: z.strictObject({
    title: text,
    summary: text,
    offences: z.array(text).min(1),
    stage: text,
    status: text,
    openedOn: day,
    court: text,
    courtNumber: text,
    notes: text,
  }),
  people: z.array(personSchema),
  relations: z.array(z.strictObject({ from: text, to: text, type: text, note: text.optional() })),
  amendments: z.array(
    z.strictObject({
      of: text,
      field: z.enum([...caseFields, ...personFields]),
      value: text,
      reason: text,
    }),
  ),
});

const custodySchema = z.strictObject({
  event: z.enum(custodyEvents),
  when: z.iso.datetime({ offset: true }),
  from: text.optional(),
  to: text.optional(),
  place: text.optional(),
  reason: text.optional(),
  seal: text.optional(),
  note: text.optional(),
  dueBack: day.optional(),
});

const exhibitSchema = z.strictObject({
  content: text,
  name: text,
  source: text,
  place: text,
  collectedOn: day,
  collectedBy: text,
  description: text,
  custody: z.array(custodySchema).min(1),
});

/**
 * The demonstration's case: what goes into `cases.open`; people by `key` (with what goes into their seal);
 * relations between keys; amendments, `of` a person's key or of `case`.
 */
export type DemoCase = z.infer<typeof caseSchema>;
/** One line of `exhibits.json`: `content` names what makes the bytes (`contents.ts`), or `file:` and a file. */
export type ExhibitPlan = z.infer<typeof exhibitSchema>;

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(demoFolder, name), 'utf8'));
}

export function loadDemoCase(): DemoCase {
  return caseSchema.parse(readJson('case.json'));
}

export function loadExhibitPlans(): ExhibitPlan[] {
  return z.array(exhibitSchema).parse(readJson('exhibits.json'));
}
