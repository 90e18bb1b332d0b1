import { z } from 'zod';
import { kind } from '../../../journal/kind.ts';
import { compositionShape } from '../shapes.ts';
import { purposes } from './model.ts';

export const draftName = z.string().trim().min(1).max(200);

/** A version of a kept bundle, whole: whoever reads one entry needs no other to know what it consisted of. */
export const bundleDrafted = kind(
  'bundle.drafted',
  z.strictObject({
    case: z.string(),
    draft: z.string(),
    version: z.int().min(1),
    /** The version that it was made from; 0 for the first. */
    saw: z.int().min(0),
    name: draftName,
    purpose: z.enum(purposes),
    composition: compositionShape,
  }),
);
