import { z } from 'zod';
import type { Procedures } from '../../api/procedure.ts';
import { exhibitDetail } from '../evidence/index.ts';
import { mend } from './mend.ts';
import { reportStep } from './steps.ts';
import { everyDays } from './sweep.ts';

const id = z.string().min(1).max(100);
const ofExhibit = { case: id, exhibit: id };

export const integrityProcedures = {
  'integrity.check': {
    type: 'task',
    right: 'case.read',
    input: z.strictObject(ofExhibit),
    run: async (services, at) => {
      const { blob, sha256, number } = await services.step(exhibitDetail, at);
      const what = await services.sweep.check({ ...at, number, blob, sha256 });
      return { valid: what === null, problems: what === null ? [] : [{ item: number, what }] };
    },
  },
  'integrity.sweep': {
    type: 'task',
    right: 'journal.verify',
    input: z.strictObject({}),
    run: async (services) =>
      services.jobs.start('verification', undefined, async (progress, signal) => {
        const before = new Date().toISOString();
        const { total } = await services.step(reportStep, before);
        await services.sweep.run(before, signal, (done) => progress('blobs', done, total));
        return services.step(reportStep, before);
      }),
  },
  'integrity.report': {
    type: 'task',
    right: 'journal.verify',
    input: z.strictObject({}),
    run: async (services) => {
      const since = new Date(Date.now() - everyDays * 86_400_000).toISOString();
      return { ...(await services.step(reportStep, since)), running: services.sweep.running };
    },
  },
  'integrity.mend': {
    type: 'task',
    right: 'evidence.attach',
    input: z
      .strictObject({ ...ofExhibit, file: z.string().optional(), backup: z.string().optional() })
      .refine(({ file, backup }) => (file === undefined) !== (backup === undefined), { path: ['file'] }),
    run: (services, { file, backup, ...at }) =>
      mend(
        services,
        at,
        file !== undefined
          ? { file: services.handles.take(file) }
          : { backup: services.handles.take(backup ?? '') },
      ),
  },
} satisfies Procedures;
