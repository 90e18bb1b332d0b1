import { z } from 'zod';
import type { Procedures } from '../../api/procedure.ts';
import { hitKinds } from './model.ts';
import { findStep } from './steps.ts';

const id = z.string().min(1).max(100);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const searchProcedures = {
  'search.find': {
    type: 'task',
    right: 'case.read',
    input: z.strictObject({
      text: z.string().trim().min(1).max(400),
      limit: z.number().int().min(1).max(500),
      kinds: z.array(z.enum(hitKinds)).min(1).readonly().optional(),
      case: id.optional(),
      person: id.optional(),
      from: day.optional(),
      to: day.optional(),
    }),
    run: async (services, input) => {
      // What was written a moment ago is found: the index takes it first, in milliseconds.
      await services.indexer.upToDate();
      return services.step(findStep, { input, today: new Date().toISOString().slice(0, 10) });
    },
  },
} satisfies Procedures;
