import { z } from 'zod';
import { kind } from '../../../journal/kind.ts';
import { id } from '../shapes.ts';
import { listFormats } from './model.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A list of assets left the program: one entry in each case that it tells of. */
export const listExported = kind(
  'seizure.listExported',
  z.strictObject({
    case: id,
    format: z.enum(listFormats),
    /** How many assets of this case, and of how many in the list. */
    assets: z.number().int().min(0),
    rows: z.number().int().min(0),
    /** What it was filtered by, as JSON; empty for all of the case. */
    filter: z.string().max(5_000),
    sha256,
  }),
);

/** A list that somebody else made came in. Its assets have entries of their own, in the same transaction. */
export const listImported = kind(
  'seizure.listImported',
  z.strictObject({
    case: id,
    name: z.string().max(1_000),
    sha256,
    counts: z.strictObject({
      new: z.number().int().min(0),
      there: z.number().int().min(0),
      refused: z.number().int().min(0),
    }),
    /** Which row became which asset. */
    assets: z.array(z.strictObject({ row: z.number().int().min(1), asset: id })).readonly(),
  }),
);
