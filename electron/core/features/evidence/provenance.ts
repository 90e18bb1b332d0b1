import { z } from 'zod';

const short = z.string().max(500);

/** Where an exhibit comes from: the same for files, items and testimonies. */
export const provenanceShape = z.strictObject({
  source: short,
  place: short,
  collectedOn: z.union([z.literal(''), z.string().regex(/^\d{4}-\d{2}-\d{2}$/)]),
  collectedBy: short,
  description: z.string().max(20_000),
});
