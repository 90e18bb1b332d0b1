import { z } from 'zod';
import { kind } from '../../journal/kind.ts';

const id = z.string().min(1).max(100);

/** Facts of exhibits left in a file for other programs: which, in which form, and the file's hash. */
export const exchanged = kind(
  'exchange.exported',
  z.strictObject({
    case: id,
    format: z.enum(['case-uco']),
    exhibits: z.array(id).min(1).max(10_000).readonly(),
    name: z.string().max(300),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
);
