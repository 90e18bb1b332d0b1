import { z } from 'zod';
import type { Procedures } from '../../api/procedure.ts';
import { showExhibit } from '../evidence/index.ts';
import { lookAtExhibit, viewAttachment } from './look.ts';
import { progressStep, readingOf, readingProgress } from './steps.ts';

const id = z.string().min(1).max(100);
const message = z.number().int().min(0).optional();

export const readingProcedures = {
  'reading.show': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ case: id, exhibit: id }),
    run: ({ sql }, input) => {
      showExhibit(sql, input.case, input.exhibit);
      return readingOf(sql, input.exhibit);
    },
  },
  'reading.progress': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ case: id.optional() }),
    run: ({ sql, actor }, input) => readingProgress(sql, actor.user, input.case),
  },
  'reading.settle': {
    type: 'task',
    right: 'case.read',
    input: z.strictObject({ scans: z.boolean() }),
    run: async (services, { scans }) => {
      await services.reading.settled(scans);
      return services.step(progressStep, null);
    },
  },
  'reading.look': {
    type: 'task',
    right: 'case.read',
    input: z.strictObject({ case: id, exhibit: id, message }),
    run: (services, input) => lookAtExhibit(services, { ...input, message: input.message ?? 0 }),
  },
  'reading.attachment': {
    type: 'task',
    right: 'case.read',
    input: z.strictObject({
      case: id,
      exhibit: id,
      message,
      index: z.number().int().min(0),
      name: z.string().max(1_000),
    }),
    run: (services, input) => viewAttachment(services, { ...input, message: input.message ?? 0 }),
  },
} satisfies Procedures;
