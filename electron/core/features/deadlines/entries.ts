import { z } from 'zod';
import { kind } from '../../journal/kind.ts';
import { settlements } from './model.ts';

const id = z.string().min(1).max(100);
const day = z.iso.date();

/** A deadline that a person set, by a day or by a term that runs from a day. */
export const deadlineSet = kind(
  'deadline.set',
  z.strictObject({
    case: id,
    deadline: id,
    label: z.string().trim().min(1).max(300),
    note: z.string().max(2_000),
    due: day,
    warnFrom: day,
    term: id.optional(),
    from: day.optional(),
  }),
);
export const deadlineSettled = kind(
  'deadline.settled',
  z.strictObject({
    case: id,
    deadline: id,
    label: z.string().max(300),
    how: z.enum(settlements),
    note: z.string().max(2_000),
  }),
);
