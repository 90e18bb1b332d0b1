import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import type { Procedures } from '../../api/procedure.ts';
import { amendmentsShape } from '../../journal/amend.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { readSettings, userById } from '../office/index.ts';
import { caseAmended, caseOpened, caseShape, teamJoined, teamLeft } from './entries.ts';
import { listCases, resolveCase, showCase } from './list.ts';
import { caseFields } from './model.ts';
import { caseNumber, requireDay } from './rules.ts';

const caseId = z.string().min(1).max(100);
const moment = z.iso.datetime({ offset: true });

export const caseProcedures = {
  'cases.list': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({
      text: z.string().max(200).optional(),
      stage: z.string().max(100).optional(),
      status: z.string().max(100).optional(),
      offence: z.string().max(100).optional(),
      sort: z.enum(['number', 'title', 'stage', 'status', 'openedOn', 'changedAt']),
      descending: z.boolean(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    run: ({ sql, actor }, input) => listCases(sql, actor.user, input),
  },
  'cases.find': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ given: z.string().min(1).max(100) }),
    run: ({ sql, actor }, input) => ({ id: resolveCase(sql, actor.user, input.given) }),
  },
  'cases.open': {
    type: 'command',
    right: 'case.open',
    input: caseShape,
    run: ({ sql, append, now }, fields) => {
      if (fields.openedOn !== undefined) requireDay(fields.openedOn);
      const id = randomUUID();
      const number = nextNumber(sql, new Date(now).getUTCFullYear());
      append(caseOpened, id, { case: id, number, fields });
      return { id, number };
    },
  },
  'cases.show': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ case: caseId, asOf: moment.optional() }),
    run: ({ sql }, input) => showCase(sql, input.case),
  },
  'cases.amend': {
    type: 'command',
    right: 'case.amend',
    input: z.strictObject({ case: caseId, amendments: amendmentsShape(caseFields) }),
    run: ({ append }, input) => {
      for (const { field, value } of input.amendments) requireFieldValue(field, value);
      append(caseAmended, input.case, input);
      return {};
    },
  },
  'cases.join': {
    type: 'command',
    right: 'case.team',
    input: z.strictObject({ case: caseId, user: z.string() }),
    run: ({ sql, append }, input) => {
      if (!userById(sql, input.user).active) throw new CustodiaError('call.notFound', { what: 'user' });
      append(teamJoined, input.case, input);
      return {};
    },
  },
  'cases.leave': {
    type: 'command',
    right: 'case.team',
    input: z.strictObject({ case: caseId, user: z.string() }),
    run: ({ sql, append }, input) => {
      const team = showCase(sql, input.case).team;
      if (team.length === 1) throw new CustodiaError('call.conflict', { what: 'lastMember' });
      append(teamLeft, input.case, input);
      return {};
    },
  },
} satisfies Procedures;

/** The next free number of the office's pattern; numbers count anew each year where the pattern has the year in it. */
function nextNumber(sql: Sql, year: number): string {
  const pattern = readSettings(sql).caseNumbering;
  const yearly = pattern.includes('{year}') ? year : 0;
  let taken =
    sql.get<{ n: number }>('SELECT count(*) AS n FROM case_file WHERE :year = 0 OR year = :year', {
      year: yearly,
    })?.n ?? 0;
  while (
    sql.get('SELECT 1 FROM case_file WHERE number = ?', [caseNumber(pattern, year, taken)]) !== undefined
  ) {
    taken += 1;
  }
  return caseNumber(pattern, year, taken);
}

function requireFieldValue(field: string, value: unknown): void {
  if (field === 'title' && (typeof value !== 'string' || value.trim() === '')) {
    throw new CustodiaError('call.invalid', { field });
  }
  if (field === 'openedOn' && typeof value === 'string' && value !== '') requireDay(value);
  if ((field === 'offences') !== Array.isArray(value) && value !== null) {
    throw new CustodiaError('call.invalid', { field });
  }
}
