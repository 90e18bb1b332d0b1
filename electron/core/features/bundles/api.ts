import { z } from 'zod';
import type { Procedures, Step } from '../../api/procedure.ts';
import type { BundleRow } from './records.ts';

export const bundleSteps: readonly Step<never, unknown>[] = [];

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
} satisfies Procedures;
