import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import type { Procedures } from '../../api/procedure.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { checkedIn, checkInsPlanned, planWritten, riskAssessed } from './entries.ts';
import { openHead, records, requireAgent } from './list.ts';
import type { CheckInAlarm, CheckInState, SafetyShown } from './model.ts';
import { requirePast } from './moments.ts';
import { id, moment, riskLevel, said, text, told } from './shapes.ts';

interface Wait {
  readonly next: string;
  readonly every: number;
  readonly grace: number;
}

/** The next check-in after one: the schedule's first that is still to come, counted from the one waited for. */
export function nextCheckIn(wait: Pick<Wait, 'next' | 'every'>, at: number): string | null {
  if (wait.every === 0 || wait.next === '') return null;
  const step = wait.every * 3_600_000;
  let next = Date.parse(wait.next) + step;
  while (next <= at) next += step;
  return new Date(next).toISOString();
}

const waits = `
  SELECT w.agent, a.code_name AS codeName, w.next, w.every_hours AS everyHours, w.grace, w.alarm_at AS alarmAt
  FROM operation_wait w JOIN operation_agent a ON a.id = w.agent WHERE w.operation = ? ORDER BY a.code_name`;

export function checkInStates(sql: Sql, operation: string, now: number): CheckInState[] {
  return sql
    .all<Omit<CheckInState, 'late'> & { alarmAt: string }>(waits, [operation])
    .map(({ alarmAt, ...row }) => ({ ...row, late: alarmAt !== '' && Date.parse(alarmAt) < now }));
}

/** Check-ins that did not come, of the operations of a user; and when the next one would be late. */
export function alarmsOf(sql: Sql, user: string, now: number): { late: CheckInAlarm[]; nextAt: string } {
  const rows = sql.all<Omit<CheckInAlarm, 'plan'> & { alarmAt: string }>(
    `SELECT o.id AS operation, o.number, w.agent, a.code_name AS codeName, w.next AS due, w.alarm_at AS alarmAt
     FROM operation_member m JOIN operation o ON o.id = m.operation JOIN operation_wait w ON w.operation = o.id
       JOIN operation_agent a ON a.id = w.agent
     WHERE m.user = ? AND w.next <> '' ORDER BY w.alarm_at`,
    [user],
  );
  const at = new Date(now).toISOString();
  const late = rows
    .filter(({ alarmAt }) => alarmAt < at)
    .map(({ alarmAt: _, ...row }) => ({ ...row, plan: plansOf(sql, row.operation)[0]?.text ?? '' }));
  return { late, nextAt: rows.find(({ alarmAt }) => alarmAt >= at)?.alarmAt ?? '' };
}

interface PlanBody {
  readonly version: number;
  readonly text: string;
  readonly contacts: string;
  readonly wayOut: string;
}

function plansOf(sql: Sql, operation: string): SafetyShown['plans'] {
  return records<PlanBody>(sql, operation, 'plan')
    .map(({ body: { version, text: words, contacts, wayOut }, writtenAt, author }) => {
      return { version, text: words, contacts, wayOut, writtenAt, author };
    })
    .sort((a, b) => b.version - a.version);
}

interface CheckInBody {
  readonly when: string;
  readonly how: string;
  readonly well: boolean;
  readonly note: string;
  readonly due: string;
}
interface RiskBody {
  readonly level: SafetyShown['risks'][number]['level'];
  readonly factors: string;
  readonly measures: string;
  readonly when: string;
}

export function showSafety(sql: Sql, operation: string, now: number): SafetyShown {
  return {
    states: checkInStates(sql, operation, now),
    checkIns: records<CheckInBody>(sql, operation, 'checkIn')
      .map(({ id: row, codeName, body: { when, how, well, note, due }, writtenAt, author }) => {
        const minutes = due === '' ? 0 : Math.floor((Date.parse(when) - Date.parse(due)) / 60_000);
        const lateMinutes = Math.max(0, minutes);
        return { id: row, codeName, when, how, well, note, due, lateMinutes, writtenAt, author };
      })
      .reverse(),
    plans: plansOf(sql, operation),
    risks: records<RiskBody>(sql, operation, 'risk')
      .map(({ codeName, body: { level, factors, measures, when }, writtenAt, author }) => {
        return { level, codeName, factors, measures, when, writtenAt, author };
      })
      .reverse(),
  };
}

export const safetyProcedures = {
  'operations.safety': {
    type: 'query',
    right: 'operation.read',
    input: z.strictObject({ operation: id }),
    run: ({ sql }, input) => showSafety(sql, input.operation, Date.now()),
  },
  'operations.alarms': {
    type: 'query',
    right: 'operation.read',
    input: z.strictObject({}),
    run: ({ sql, actor }) => alarmsOf(sql, actor.user, Date.now()).late,
  },
  'operations.planCheckIns': {
    type: 'command',
    right: 'operation.write',
    input: z.strictObject({
      operation: id,
      agent: id,
      next: moment,
      everyHours: z.number().int().min(1).max(1_440).optional(),
      grace: z.number().int().min(0).max(1_440),
      note: text.optional(),
    }),
    run: ({ sql, append, now }, { note = '', ...input }) => {
      openHead(sql, input.operation);
      requireAgent(sql, input.operation, input.agent);
      if (Date.parse(input.next) <= now) throw new CustodiaError('call.invalid', { field: 'next' });
      append(checkInsPlanned, input.operation, { ...input, note });
      return {};
    },
  },
  'operations.checkIn': {
    type: 'command',
    right: 'operation.write',
    input: z.strictObject({
      operation: id,
      agent: id,
      when: moment,
      how: said,
      well: z.boolean(),
      note: text.optional(),
      next: moment.nullable().optional(),
    }),
    run: ({ sql, append, now }, { note = '', next: given, ...input }) => {
      openHead(sql, input.operation);
      requireAgent(sql, input.operation, input.agent);
      requirePast(now, 'when', input.when);
      if (typeof given === 'string' && Date.parse(given) <= now)
        throw new CustodiaError('call.invalid', { field: 'next' });
      const row = sql.get<Wait>(
        'SELECT next, every_hours AS every, grace FROM operation_wait WHERE agent = ?',
        [input.agent],
      );
      // Without a word on it the schedule goes on; without a schedule nobody waits.
      const next = given === undefined && row !== undefined ? nextCheckIn(row, now) : (given ?? null);
      append(checkedIn, input.operation, { ...input, note, checkIn: randomUUID(), next });
      return { next: next ?? '' };
    },
  },
  'operations.plan': {
    type: 'command',
    right: 'operation.write',
    input: z.strictObject({ operation: id, text: told, contacts: told, wayOut: told }),
    run: ({ sql, append }, input) => {
      openHead(sql, input.operation);
      const version = (plansOf(sql, input.operation)[0]?.version ?? 0) + 1;
      append(planWritten, input.operation, { ...input, version });
      return { version };
    },
  },
  'operations.assessRisk': {
    type: 'command',
    right: 'operation.write',
    input: z.strictObject({
      operation: id,
      agent: id.optional(),
      level: riskLevel,
      factors: told,
      measures: told,
      when: moment,
    }),
    run: ({ sql, append, now }, input) => {
      if (input.agent !== undefined) requireAgent(sql, input.operation, input.agent);
      requirePast(now, 'when', input.when);
      append(riskAssessed, input.operation, input);
      return {};
    },
  },
} satisfies Procedures;
