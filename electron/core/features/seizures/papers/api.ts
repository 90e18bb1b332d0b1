import { z } from 'zod';
import type { Procedures } from '../../../api/procedure.ts';
import { readSettings } from '../../office/index.ts';
import { id } from '../shapes.ts';
import { fillPaper } from './draft.ts';
import { makePaper } from './make.ts';
import { paperFormats } from './model.ts';
import { infoOf, loadTemplates } from './template-file.ts';

const handle = z.string().max(100);
const said = z.string().max(20_000);

const blockShape = z.union([
  z.strictObject({ type: z.enum(['title', 'heading', 'paragraph']), text: said }),
  z.strictObject({
    type: z.literal('facts'),
    rows: z
      .array(z.tuple([said, said]).readonly())
      .max(500)
      .readonly(),
  }),
  z.strictObject({
    type: z.literal('table'),
    heads: z.array(said).max(20).readonly(),
    widths: z.array(z.number().positive()).max(20).readonly(),
    rows: z.array(z.array(said).max(20).readonly()).max(5_000).readonly(),
  }),
  z.strictObject({
    type: z.literal('signatures'),
    people: z
      .array(z.strictObject({ name: said, under: said }))
      .max(100)
      .readonly(),
  }),
]);

const paper = {
  case: id,
  template: z.string().max(100),
  assets: z.array(id).min(1).max(500),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
};

export const seizurePaperProcedures = {
  'seizures.templates': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ case: id }),
    run: ({ sql }) => loadTemplates(readSettings(sql).jurisdiction).templates.map(infoOf),
  },
  'seizures.draftPaper': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject(paper),
    run: (context, input) => fillPaper(context, input).draft,
  },
  'seizures.makePaper': {
    type: 'task',
    right: 'seizure.write',
    input: z.strictObject({
      ...paper,
      format: z.enum(paperFormats),
      blocks: z.array(blockShape).max(500).optional(),
      folder: handle.optional(),
      file: handle.optional(),
      attach: z.boolean().optional(),
    }),
    run: makePaper,
  },
} satisfies Procedures;
