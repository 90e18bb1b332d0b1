import { z } from 'zod';
import type { Procedures } from '../../../api/procedure.ts';
import { filter } from '../api.ts';
import { requireRange } from '../list.ts';
import { assetKinds } from '../model.ts';
import { currencyCode, id } from '../shapes.ts';
import { exportList } from './export.ts';
import { importList } from './import.ts';
import { listColumns, listFormats } from './model.ts';
import { exportRefused } from './refused.ts';

const handle = z.string().max(100);
const { asOf: _asOf, ...filters } = filter;

const choice = {
  case: id,
  file: handle,
  mapping: z
    .array(z.strictObject({ at: z.int().min(0).max(299), column: z.enum(listColumns).nullable() }))
    .max(300)
    .optional(),
  defaults: z
    .strictObject({
      kind: z.enum(assetKinds).optional(),
      identifiedOn: z.iso.date().optional(),
      valueCurrency: currencyCode.optional(),
    })
    .optional(),
  document: id.optional(),
};

export const seizureListProcedures = {
  'seizures.exportList': {
    type: 'task',
    right: 'evidence.extract',
    input: z.strictObject({
      ...filters,
      format: z.enum(listFormats),
      folder: handle.optional(),
      file: handle.optional(),
    }),
    run: (services, input) => {
      requireRange(input);
      return exportList(services, input);
    },
  },
  'seizures.importList': {
    type: 'task',
    right: 'seizure.write',
    input: z.strictObject({
      ...choice,
      write: z.strictObject({ seen: z.string().regex(/^[0-9a-f]{64}$/), acceptGood: z.boolean() }).optional(),
    }),
    run: async (services, { file, ...input }) => {
      const order = { ...input, path: services.handles.take(file) };
      return services.jobs.start('list', input.case, (progress, signal) =>
        importList(services, order, progress, signal),
      );
    },
  },
  'seizures.exportRefused': {
    type: 'task',
    right: 'seizure.write',
    input: z.strictObject({ ...choice, folder: handle.optional(), out: handle.optional() }),
    run: exportRefused,
  },
} satisfies Procedures;
