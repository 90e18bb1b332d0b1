import { z } from 'zod';
import type { Procedures } from '../../api/procedure.ts';
import { fieldHistory } from '../../journal/fields.ts';
import { originOf, signCheckpoint } from '../../vault/checkpoint-file.ts';
import { logHead } from '../office/index.ts';
import { auditTrail, caseTimeline } from './list.ts';
import { verifyStep } from './verify.ts';

const id = z.string().min(1).max(100);
const paging = {
  before: z
    .string()
    .regex(/^\d{1,16}$/)
    .optional(),
  limit: z.number().int().min(1).max(500),
};

export const timelineProcedures = {
  'timeline.list': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({
      case: id,
      asOf: z.iso.datetime({ offset: true }).optional(),
      kinds: z.array(z.string().max(100)).max(100).optional(),
      text: z.string().max(200).optional(),
      ...paging,
    }),
    run: ({ sql }, input) => caseTimeline(sql, input.case, input),
  },
  'timeline.field': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ case: id, subject: id, field: z.string().max(100) }),
    run: ({ sql }, input) => fieldHistory(sql, input.case, input.subject, input.field),
  },
  'timeline.audit': {
    type: 'query',
    right: 'journal.audit',
    input: z.strictObject(paging),
    run: ({ sql }, input) => auditTrail(sql, input),
  },
  'timeline.checkpoint': {
    type: 'task',
    right: 'journal.verify',
    input: z.strictObject({}),
    run: async (services) => {
      const { keys } = services.session();
      const head = await services.step(logHead, null);
      return { origin: originOf(keys.workstation), ...head, text: signCheckpoint(head, keys) };
    },
  },
  'timeline.verify': {
    type: 'task',
    right: 'journal.verify',
    input: z.strictObject({}),
    run: (services) => services.stepApart(verifyStep, null),
  },
} satisfies Procedures;
