import { z } from 'zod';
import type { Procedures } from '../../api/procedure.ts';
import { verifyBundle } from './bag/verify.ts';
import { exportBundle } from './export.ts';
import type { BundleRow } from './records.ts';

export const bundleProcedures = {
  'bundles.list': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ case: z.string() }),
    run: ({ sql }, input) =>
      sql.all<BundleRow>(
        `SELECT b.id, b.title, b.exported_at AS exportedAt, coalesce(u.name, b.author) AS author, b.pages, b.exhibits,
           b.fingerprint
         FROM bundle b LEFT JOIN user u ON u.id = b.author WHERE b.case_id = ? ORDER BY b.exported_at DESC`,
        [input.case],
      ),
  },
  'bundles.export': {
    type: 'task',
    right: 'bundle.export',
    input: z.strictObject({
      case: z.string(),
      title: z.string().trim().min(1).max(200),
      exhibits: z.array(z.string().max(100)).max(10_000),
      folder: z.string().optional(),
      unreadable: z.enum(['stop', 'native']),
      redact: z.boolean().optional(),
    }),
    run: async (services, { folder: handle, exhibits, redact = false, ...input }) => {
      const folder = handle === undefined ? services.exportsFolder() : services.handles.take(handle);
      const order = { ...input, redact, exhibits: [...new Set(exhibits)], folder };
      return services.jobs.start('bundle', input.case, (progress, signal) =>
        exportBundle(services, order, progress, signal),
      );
    },
  },
  'bundles.verify': {
    type: 'task',
    right: 'office.read',
    input: z.strictObject({ folder: z.string() }),
    run: (services, { folder }) => verifyBundle(services.handles.take(folder)),
  },
} satisfies Procedures;
