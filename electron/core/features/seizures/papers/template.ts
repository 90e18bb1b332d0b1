import { z } from 'zod';

/** What a document template (`resources/templates/<jurisdiction>/<id>.json`) must look like. */

const text = z.string().trim().min(1);
const label = z.strictObject({ es: text, en: text });
const fact = z.string().regex(/^[a-z][a-zA-Z.]*$/);
/** A piece stands only where this fact is known, or only where it is not. */
const condition = { when: fact.optional(), unless: fact.optional() };
const provenance = { source: text, checked: z.iso.date(), status: z.enum(['read', 'toConfirm']) };

export const listNames = [
  'assets',
  'inventory',
  'owners',
  'exhibits',
  'witnesses',
  'checks',
  'valuations',
  'costs',
] as const;
export type ListName = (typeof listNames)[number];

const person = z.strictObject({ name: text, under: label });

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('title'), text: label }),
  z.strictObject({ type: z.literal('heading'), text: label, ...condition }),
  z.strictObject({
    type: z.literal('paragraph'),
    text: label,
    /** How many lines are left to write on where its fact is not known. */
    lines: z.int().min(1).max(20).optional(),
    ...condition,
  }),
  z.strictObject({
    type: z.literal('facts'),
    rows: z.array(z.strictObject({ label, value: text })).min(1),
  }),
  z.strictObject({
    type: z.literal('table'),
    each: z.enum(listNames),
    columns: z.array(z.strictObject({ head: label, cell: text, width: z.number().positive() })).min(1),
    /** What stands instead where the list is rightly empty. */
    none: label.optional(),
  }),
  z.strictObject({
    type: z.literal('signatures'),
    each: z.enum(listNames).optional(),
    people: z.array(person).min(1),
  }),
]);

export const templateShape = z.strictObject({
  id: z.string().regex(/^[a-z][a-zA-Z]*$/),
  name: label,
  about: label,
  /** What the saved file is called. */
  file: z.string().regex(/^[a-z-]+$/),
  period: z.boolean(),
  ...provenance,
  references: z.array(z.strictObject({ id: z.string().regex(/^[a-z0-9]+$/), text: label, ...provenance })),
  blocks: z.array(block).min(1),
});
export type Template = z.infer<typeof templateShape>;

/** What each fact is called in the list of gaps. */
export const factLabelsShape = z.record(fact, label);
export type FactLabels = z.infer<typeof factLabelsShape>;
