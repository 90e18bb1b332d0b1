import { z } from 'zod';
import { audiences } from './model.ts';

const id = z.string().min(1).max(100);

const itemShape = z.strictObject({
  id,
  exhibit: id,
  title: z.string().max(300),
  late: z.int().min(1).nullable(),
});

export const sectionShape = z.strictObject({
  id,
  title: z.string().trim().max(200),
  items: z.array(itemShape).max(10_000).readonly(),
});

/** What a bundle consists of, as it crosses the edge and as an entry keeps it. */
export const compositionShape = z.strictObject({
  profile: z.string().min(1).max(60),
  audience: z.enum(audiences),
  recipient: z.string().trim().max(120),
  sections: z.array(sectionShape).max(200).readonly(),
});
