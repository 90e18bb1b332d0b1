import { z } from 'zod';
import { kind } from '../../journal/kind.ts';
import { custodyEvents } from './model.ts';

const id = z.string().min(1).max(100);
const short = z.string().max(500);

/** Only ever added, never amended: a mistake is put right by a further event. */
export const custodyRecorded = kind(
  'custody.recorded',
  z.strictObject({
    case: id,
    exhibit: id,
    event: z.enum(custodyEvents),
    when: z.iso.datetime({ offset: true }),
    from: short,
    to: short,
    place: short,
    reason: z.string().max(2_000),
    seal: z.string().max(200),
    note: z.string().max(5_000),
  }),
);

export const custodyKinds = [custodyRecorded];
