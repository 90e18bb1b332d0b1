import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import type { Procedures } from '../../api/procedure.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { chargeStated, irregularityDeclared, logged, reported } from './entries.ts';
import { requireExhibits } from './exhibits.ts';
import { assignmentsOf, authorisationsOf, headOf, records, requireAgent } from './list.ts';
import type { Authorisation, ChargeInput, LogInput } from './model.ts';
import { dayNow, requirePast } from './moments.ts';
import { dayOf, irregularitiesOf, lateHours, reportsDue, requireOrder, standsOnAgentAlone } from './rules.ts';
import { chargeShape, id, logShape, moment, reportShape, told } from './shapes.ts';
import { type DueDay, packOf, reportBy, reportDue, termOf, wordsOf } from './terms.ts';

function requireLogged(sql: Sql, operation: string, log: string | undefined): void {
  if (log === undefined) return;
  if (!records(sql, operation, 'log').some((each) => each.id === log))
    throw new CustodiaError('call.notFound', { what: 'log' });
}

/** Refuses techniques, places and persons of a scope that nobody named. */
function requireKnown(sql: Sql, input: LogInput, rulings: readonly Authorisation[]): void {
  const known = packOf(sql).operationTechniques;
  for (const technique of input.techniques ?? [])
    if (!known.some((each) => each.id === technique))
      throw new CustodiaError('call.invalid', { field: 'techniques' });
  const items = rulings.flatMap(({ scope }) => [...scope.places, ...scope.persons]);
  for (const item of [input.scopePlace, ...(input.persons ?? []).map(({ scope }) => scope)])
    if (item !== undefined && !items.some((each) => each.id === item))
      throw new CustodiaError('call.notFound', { what: 'scope' });
}

function assignmentOf(sql: Sql, { operation, assignment }: LogInput) {
  if (assignment === undefined) return null;
  const found = assignmentsOf(sql, operation).find((each) => each.id === assignment);
  if (found === undefined) throw new CustodiaError('call.notFound', { what: 'assignment' });
  return found;
}

/** By when the next report is due after one of that day, or the first of a ruling that is yet to begin; null without one. */
function nextReport(sql: Sql, operation: string, day: string, today: string): DueDay | null {
  const rulings = authorisationsOf(sql, operation);
  const days = [
    ...records<{ when: string }>(sql, operation, 'report').map(({ body }) => dayOf(body.when)),
    day,
  ];
  const { next } = reportsDue(rulings, days, today);
  if (next !== '') return reportBy(sql, next, day);
  const coming = rulings.find(({ from }) => from > today);
  return coming === undefined ? null : reportDue(sql, coming.from, coming.reportEvery);
}

/** Refuses proofs that are not there: an entry of this log, an agent of this operation, an exhibit of its case. */
function requireProofs(sql: Sql, { operation, proofs }: ChargeInput): void {
  for (const proof of proofs) {
    if (proof.kind === 'log') requireLogged(sql, operation, proof.id);
    if (proof.kind === 'agent') requireAgent(sql, operation, proof.id);
    if (proof.kind === 'exhibit') requireExhibits(sql, headOf(sql, operation).case, [proof.id]);
    if (proof.kind === 'other' && proof.text.trim() === '')
      throw new CustodiaError('call.invalid', { field: 'proofs' });
  }
}

export const logProcedures = {
  'operations.write': {
    type: 'command',
    right: 'operation.write',
    input: z.strictObject({ operation: id, ...logShape }),
    run: ({ sql, append, now }, input) => {
      const { operation, when } = input;
      const head = headOf(sql, operation);
      requireAgent(sql, operation, input.agent);
      requirePast(now, 'when', when);
      requireExhibits(sql, head.case, input.exhibits ?? []);
      requireLogged(sql, operation, input.corrects);
      const rulings = authorisationsOf(sql, operation);
      requireKnown(sql, input, rulings);
      const ground = { rulings, assignment: assignmentOf(sql, input), endedAt: head.endedAt };
      const irregularities = irregularitiesOf(input, ground);
      const words = wordsOf(sql);
      const outside = irregularities.map(({ kind }) => words(`irregularity.${kind}`)).join(', ');
      // Not refused for good: it may have happened all the same, and then it has to be told.
      if (outside !== '' && input.irregular === undefined)
        throw new CustodiaError('operation.outside', { what: outside });
      const log = randomUUID();
      const late = lateHours(when, now, termOf(sql, 'operationLog').amount);
      append(logged, operation, { ...input, log, lateHours: late, irregularities });
      return { id: log };
    },
  },
  'operations.declare': {
    type: 'command',
    right: 'operation.read',
    input: z.strictObject({
      operation: id,
      kind: z.enum(['excess', 'declared']),
      agent: id.optional(),
      when: moment,
      what: told,
      why: told,
    }),
    run: ({ sql, append, now }, input) => {
      if (input.agent !== undefined) requireAgent(sql, input.operation, input.agent);
      requirePast(now, 'when', input.when);
      const irregularity = randomUUID();
      append(irregularityDeclared, input.operation, { ...input, irregularity });
      return { id: irregularity };
    },
  },
  'operations.report': {
    type: 'command',
    right: 'operation.write',
    input: z.strictObject({ operation: id, ...reportShape }),
    run: ({ sql, append, now }, input) => {
      const head = headOf(sql, input.operation);
      requirePast(now, 'when', input.when);
      requireOrder([
        ['from', input.from],
        ['until', input.until],
      ]);
      requireExhibits(sql, head.case, [input.document]);
      const report = randomUUID();
      const next =
        head.state === 'ended' ? null : nextReport(sql, input.operation, dayOf(input.when), dayNow(now));
      append(reported, input.operation, { ...input, report, next });
      return { id: report };
    },
  },
  'operations.charge': {
    type: 'command',
    right: 'operation.authorise',
    input: z.strictObject({ operation: id, charge: id.optional(), ...chargeShape }),
    run: ({ sql, append }, { charge = randomUUID(), ...input }) => {
      requireProofs(sql, input);
      const { offences } = packOf(sql);
      if (input.offence !== undefined && !offences.some((each) => each.id === input.offence))
        throw new CustodiaError('call.invalid', { field: 'offence' });
      append(chargeStated, input.operation, { ...input, charge });
      return { id: charge, agentAlone: standsOnAgentAlone(input.proofs) };
    },
  },
} satisfies Procedures;
