import { randomUUID } from 'node:crypto';
import { formatISO } from 'date-fns/formatISO';
import { z } from 'zod';
import { rolesOf } from '../../api/authorise.ts';
import { CustodiaError } from '../../api/errors.ts';
import type { Procedures } from '../../api/procedure.ts';
import { rightsOfRoles } from '../../api/roles.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { loadJurisdiction, readSettings } from '../office/index.ts';
import { deadlineSet, deadlineSettled } from './entries.ts';
import { listDeadlines, ownDeadline } from './list.ts';
import { type Due, settlements } from './model.ts';
import { countTerm, warnDay } from './rules.ts';

const id = z.string().min(1).max(100);
const day = z.iso.date();

/** Days before an own deadline on which warning begins, where no term of the law says otherwise. */
const usualWarning = 7;

/** A due day by a term of the office's jurisdiction pack, counted from a day. Refuses a term that the pack does not know. */
export function dueFrom(sql: Sql, term: string, from: string): Due {
  const known = loadJurisdiction(readSettings(sql).jurisdiction).terms.find((each) => each.id === term);
  if (known === undefined) throw new CustodiaError('call.invalid', { field: 'term' });
  return countTerm(known, from);
}

export const deadlineProcedures = {
  'deadlines.list': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ case: id.optional() }),
    run: ({ sql, actor }, input) =>
      listDeadlines(
        sql,
        actor.user,
        {
          case: input.case,
          operations: rightsOfRoles(rolesOf(sql, actor.user)).includes('operation.read'),
        },
        formatISO(new Date(), { representation: 'date' }),
      ),
  },
  'deadlines.set': {
    type: 'command',
    right: 'case.amend',
    input: z.strictObject({
      case: id,
      label: z.string().trim().min(1).max(300),
      note: z.string().max(2_000).optional(),
      when: z.discriminatedUnion('by', [
        z.strictObject({ by: z.literal('day'), due: day }),
        z.strictObject({ by: z.literal('term'), term: id, from: day }),
      ]),
    }),
    run: ({ sql, append, now }, { case: caseId, label, note = '', when }) => {
      const today = formatISO(now, { representation: 'date' });
      const counted =
        when.by === 'term'
          ? { ...dueFrom(sql, when.term, when.from), from: when.from }
          : { due: when.due, warnFrom: warnDay(when.due, usualWarning, today) };
      const deadline = randomUUID();
      append(deadlineSet, caseId, { case: caseId, deadline, label, note, ...counted });
      return { id: deadline, due: counted.due };
    },
  },
  'deadlines.settle': {
    type: 'command',
    right: 'case.amend',
    input: z
      .strictObject({
        case: id,
        deadline: id,
        how: z.enum(settlements),
        note: z.string().trim().max(2_000).optional(),
      })
      // What is no longer done must say why; what was done speaks for itself.
      .refine(({ how, note = '' }) => how === 'met' || note !== '', { path: ['note'] }),
    run: ({ sql, append }, input) => {
      const label = ownDeadline(sql, input.case, input.deadline);
      if (label === undefined) throw new CustodiaError('call.notFound', { what: 'deadline' });
      append(deadlineSettled, input.case, { ...input, label, note: input.note ?? '' });
      return {};
    },
  },
} satisfies Procedures;
