import { z } from 'zod';
import type { Procedures } from '../../api/procedure.ts';
import { custodyRecorded } from './entries.ts';
import { custodyOf, requireExhibitOf } from './list.ts';
import { custodyEvents } from './model.ts';
import { requireCustody } from './rules.ts';

const id = z.string().min(1).max(100);
const short = z.string().max(500);
const moment = z.iso.datetime({ offset: true });

export const custodyProcedures = {
  'custody.record': {
    type: 'command',
    right: 'evidence.custody',
    input: z.strictObject({
      case: id,
      exhibit: id,
      event: z.enum(custodyEvents),
      when: moment,
      from: short.optional(),
      to: short.optional(),
      place: short.optional(),
      reason: z.string().max(2_000).optional(),
      seal: z.string().max(200).optional(),
      note: z.string().max(5_000).optional(),
    }),
    run: ({ sql, append, now }, input) => {
      requireExhibitOf(sql, input.case, input.exhibit);
      requireCustody(custodyOf(sql, input.exhibit), input, now);
      const { from = '', to = '', place = '', reason = '', seal = '', note = '' } = input;
      append(custodyRecorded, input.case, { ...input, from, to, place, reason, seal, note });
      return {};
    },
  },
} satisfies Procedures;
