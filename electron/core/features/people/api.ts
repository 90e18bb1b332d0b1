import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import type { Procedures } from '../../api/procedure.ts';
import { amendmentsShape } from '../../journal/amend.ts';
import { requireDay } from '../cases/index.ts';
import { personAdded, personAmended, personRelated, personShape, personUnrelated } from './entries.ts';
import { listPeople, listRelations, requirePerson } from './list.ts';
import { personFields } from './model.ts';
import { openIdentity, sealIdentity } from './sealing.ts';

const id = z.string().min(1).max(100);
const moment = z.iso.datetime({ offset: true });
const inCase = z.strictObject({ case: id, asOf: moment.optional() });

export const personProcedures = {
  'people.list': {
    type: 'query',
    right: 'case.read',
    input: inCase,
    run: ({ sql, actor }, input) => listPeople(sql, input.case, actor.user),
  },
  'people.add': {
    type: 'command',
    right: 'person.write',
    input: personShape.extend({ case: id }).strict(),
    run: ({ append }, input) => {
      if (input.birthDate !== undefined) requireDay(input.birthDate);
      const person = randomUUID();
      append(personAdded, input.case, { ...input, person });
      return { id: person };
    },
  },
  'people.amend': {
    type: 'command',
    right: 'person.write',
    input: z.strictObject({ case: id, person: id, amendments: amendmentsShape(personFields) }),
    run: ({ sql, append }, input) => {
      requirePerson(sql, input.case, input.person);
      for (const { field, value } of input.amendments) {
        if (Array.isArray(value)) throw new CustodiaError('call.invalid', { field });
        const empty = value === null || (typeof value === 'string' && value.trim() === '');
        if (empty && (field === 'name' || field === 'role'))
          throw new CustodiaError('call.invalid', { field });
        if (field === 'birthDate' && typeof value === 'string' && value !== '') requireDay(value);
      }
      append(personAmended, input.case, input);
      return {};
    },
  },
  'people.relations': {
    type: 'query',
    right: 'case.read',
    input: inCase,
    run: ({ sql }, input) => listRelations(sql, input.case),
  },
  'people.relate': {
    type: 'command',
    right: 'person.write',
    input: z.strictObject({
      case: id,
      from: id,
      to: id,
      type: z.string().min(1).max(100),
      note: z.string().max(2_000).optional(),
    }),
    run: ({ sql, append }, input) => {
      requirePerson(sql, input.case, input.from);
      requirePerson(sql, input.case, input.to);
      if (input.from === input.to) throw new CustodiaError('call.invalid', { field: 'to' });
      const relation = randomUUID();
      append(personRelated, input.case, { ...input, note: input.note ?? '', relation });
      return { id: relation };
    },
  },
  'people.unrelate': {
    type: 'command',
    right: 'person.write',
    input: z.strictObject({ case: id, relation: id, reason: z.string().max(2_000) }),
    run: ({ sql, append }, input) => {
      const found = sql.get('SELECT 1 FROM relation WHERE id = ? AND case_id = ?', [
        input.relation,
        input.case,
      ]);
      if (found === undefined) throw new CustodiaError('call.notFound', { what: 'relation' });
      append(personUnrelated, input.case, input);
      return {};
    },
  },
  'people.seal': {
    type: 'task',
    right: 'seal.write',
    input: z.strictObject({
      case: id,
      person: id,
      identity: z.strictObject({
        trueName: z.string().trim().min(1).max(300),
        document: z.string().max(300),
        whereabouts: z.string().max(2_000),
        notes: z.string().max(20_000),
      }),
      holders: z.array(id).min(1).max(50),
    }),
    run: sealIdentity,
  },
  'people.openSeal': {
    type: 'task',
    right: 'seal.open',
    input: z.strictObject({
      case: id,
      person: id,
      reason: z.string().trim().min(1).max(2_000),
      passphrase: z.string().max(1_000),
    }),
    run: openIdentity,
  },
} satisfies Procedures;
