import { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import type { Procedures } from '../../api/procedure.ts';
import { exhibitDetail, recordAccess, showExhibit } from '../evidence/index.ts';
import { progressStep, readingOf, readingProgress } from './steps.ts';

const id = z.string().min(1).max(100);

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
    input: z.strictObject({ case: id, exhibit: id, message: z.number().int().min(0).optional() }),
    run: async (services, { case: caseId, exhibit, message = 0 }) => {
      const { blob, type, number, fields } = await services.step(exhibitDetail, { case: caseId, exhibit });
      const content = await services.session().blobs.open(blob);
      try {
        await services.step(recordAccess, { case: caseId, exhibit, what: 'evidence.viewed' });
        const name = String(fields.name.value ?? '');
        const outcome = await services.reader.run(
          { what: { do: 'look', message }, name, type, content },
          () => undefined,
        );
        if (outcome.kind === 'look') return outcome.look;
        const reason = outcome.kind === 'refused' ? outcome.reason : 'damaged';
        throw new CustodiaError('exhibit.unreadable', { number, reason });
      } finally {
        await content.close();
      }
    },
  },
} satisfies Procedures;
