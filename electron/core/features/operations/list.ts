import type { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import type { Sql } from '../../vault/database/sql.ts';
import type { authorised } from './entries.ts';
import type {
  AgentCheckRow,
  AgentRow,
  Assignment,
  Authorisation,
  EnvelopeEvent,
  EnvelopeRow,
  Extension,
  MemberRole,
  OperationDetail,
  OperationMember,
  OperationRow,
  OutsideHolder,
  Scope,
} from './model.ts';
import { addDays, authorityOn, gapsBetween } from './rules.ts';
import type { RecordKind } from './view-writes.ts';

export interface RecordRow<B> {
  readonly id: string;
  readonly agent: string;
  readonly codeName: string;
  readonly position: number;
  readonly happenedAt: string;
  readonly body: B;
  readonly writtenAt: string;
  readonly author: string;
}

/** What was added of one kind, in the order in which it happened. */
export function records<B>(sql: Sql, operation: string, kind: RecordKind): RecordRow<B>[] {
  return sql
    .all<Omit<RecordRow<B>, 'body'> & { body: string }>(
      `SELECT r.id, r.agent, coalesce(a.code_name, '') AS codeName, r.position, r.happened_at AS happenedAt, r.body,
         r.written_at AS writtenAt, coalesce(u.name, r.author) AS author
       FROM operation_record r LEFT JOIN user u ON u.id = r.author LEFT JOIN operation_agent a ON a.id = r.agent
       WHERE r.operation = ? AND r.kind = ? ORDER BY r.happened_at, r.position`,
      [operation, kind],
    )
    .map((row) => ({ ...row, body: JSON.parse(row.body) as B }));
}

export interface OperationHead {
  readonly id: string;
  readonly case: string;
  readonly number: string;
  readonly name: string;
  readonly purpose: string;
  readonly state: 'open' | 'ended';
  readonly openedAt: string;
  readonly openedBy: string;
  readonly endedAt: string;
  readonly ending: string;
  readonly told: number;
  readonly changedAt: string;
  readonly caseNumber: string;
}

const heads = `
  SELECT o.id, o.case_id AS "case", o.number, o.name, o.purpose, o.state, o.opened_at AS openedAt,
    coalesce(u.name, o.opened_by) AS openedBy, o.ended_at AS endedAt, o.ending, o.case_told AS told,
    o.changed_at AS changedAt, coalesce(c.number, '') AS caseNumber`;

export function headOf(sql: Sql, operation: string): OperationHead {
  const row = sql.get<OperationHead>(
    `${heads} FROM operation o LEFT JOIN user u ON u.id = o.opened_by LEFT JOIN case_file c ON c.id = o.case_id
     WHERE o.id = ?`,
    [operation],
  );
  if (row === undefined) throw new CustodiaError('call.notOnOperation');
  return row;
}

/** Refuses what only an operation that runs may get. */
export function openHead(sql: Sql, operation: string): OperationHead {
  const head = headOf(sql, operation);
  if (head.state === 'ended') throw new CustodiaError('operation.hasEnded', { number: head.number });
  return head;
}

/** The id of an operation by its id or number; not found for those of others. */
export function resolveOperation(sql: Sql, user: string, given: string): string {
  const row = sql.get<{ id: string }>(
    `SELECT o.id FROM operation o JOIN operation_member m ON m.operation = o.id AND m.user = :user
     WHERE o.id = :given OR o.number = upper(:given)`,
    { user, given },
  );
  if (row === undefined) throw new CustodiaError('call.notOnOperation');
  return row.id;
}

export function listOperations(sql: Sql, user: string, today: string): OperationRow[] {
  return sql
    .all<OperationHead & { as: MemberRole; irregularities: number; nextCheckIn: string }>(
      `${heads}, m.as_role AS "as",
         (SELECT count(*) FROM operation_irregularity i WHERE i.operation = o.id) AS irregularities,
         coalesce((SELECT min(w.next) FROM operation_wait w WHERE w.operation = o.id AND w.next <> ''), '')
           AS nextCheckIn
       FROM operation o JOIN operation_member m ON m.operation = o.id AND m.user = ?
         LEFT JOIN user u ON u.id = o.opened_by LEFT JOIN case_file c ON c.id = o.case_id
       ORDER BY o.changed_at DESC, o.id`,
      [user],
    )
    .map((row) => {
      const rulings = spansOf(sql, row.id);
      const authority = authorityOn(rulings, today);
      const running = rulings.find(({ from, until }) => from <= today && today <= until);
      return {
        id: row.id,
        number: row.number,
        name: row.name,
        case: row.case,
        caseNumber: row.caseNumber,
        state: row.state,
        as: row.as,
        authority,
        until: running?.until ?? '',
        codeNames: agentsOf(sql, row.id).map(({ codeName }) => codeName),
        irregularities: row.irregularities,
        nextCheckIn: row.nextCheckIn,
        changedAt: row.changedAt,
      };
    });
}

const spansOf = (sql: Sql, operation: string) =>
  sql.all<{ from: string; until: string }>(
    'SELECT from_day AS "from", until_day AS until FROM operation_ruling WHERE operation = ? ORDER BY from_day',
    [operation],
  );

export function membersOf(sql: Sql, operation: string): OperationMember[] {
  return sql.all<OperationMember>(
    `SELECT m.user, coalesce(u.name, m.user) AS name, m.as_role AS "as", m.since
     FROM operation_member m LEFT JOIN user u ON u.id = m.user WHERE m.operation = ? ORDER BY name`,
    [operation],
  );
}

type Ruled = z.infer<(typeof authorised)['schema']>;

export function authorisationsOf(sql: Sql, operation: string): Authorisation[] {
  const extensions = records<Extension & { authorisation: string; document?: string }>(
    sql,
    operation,
    'extension',
  );
  return sql
    .all<{ body: string; scope: string; until: string; writtenAt: string; author: string }>(
      `SELECT r.body, r.scope, r.until_day AS until, r.written_at AS writtenAt, coalesce(u.name, r.author) AS author
       FROM operation_ruling r LEFT JOIN user u ON u.id = r.author WHERE r.operation = ? ORDER BY r.from_day`,
      [operation],
    )
    .map(({ body, scope, until, writtenAt, author }) => {
      const ruled = JSON.parse(body) as Ruled;
      const {
        authorisation: id,
        court,
        number,
        judge,
        day,
        from,
        grounds,
        insufficiency,
        application,
      } = ruled;
      return {
        ...{ id, court, number, judge, day, from, until, grounds, insufficiency, application },
        scope: JSON.parse(scope) as Scope,
        document: ruled.document ?? '',
        reportEvery: ruled.reportEvery,
        extensions: extensions
          .filter((each) => each.body.authorisation === id)
          .map((each) => {
            const { number: ordinal, judge: by, day: on, until: to, grounds: why, document = '' } = each.body;
            const said = {
              id: each.id,
              number: ordinal,
              judge: by,
              day: on,
              until: to,
              grounds: why,
              document,
            };
            return { ...said, writtenAt: each.writtenAt, author: each.author };
          }),
        writtenAt,
        author,
      };
    });
}

export function requireAuthorisation(sql: Sql, operation: string, id: string): Authorisation {
  const found = authorisationsOf(sql, operation).find((each) => each.id === id);
  if (found === undefined) throw new CustodiaError('call.notFound', { what: 'authorisation' });
  return found;
}

type Assigned = Pick<Assignment, 'agent' | 'authorisation' | 'instruction' | 'from' | 'until'> & {
  act: string;
};

export function assignmentsOf(sql: Sql, operation: string): Assignment[] {
  const rulings = authorisationsOf(sql, operation);
  return records<Assigned>(sql, operation, 'assignment').map(({ id, codeName, body, writtenAt, author }) => {
    const ruling = rulings.find((each) => each.id === body.authorisation);
    const act = ruling?.scope.acts.find((each) => each.id === body.act) ?? {
      id: body.act,
      kind: '',
      text: '',
    };
    const { agent, authorisation, instruction, from, until } = body;
    const said = { id, agent, codeName, authorisation, act, instruction, from, until, writtenAt, author };
    return { ...said, authorisationNumber: ruling?.number ?? '' };
  });
}

interface AgentHead {
  readonly id: string;
  readonly codeName: string;
  readonly addedAt: string;
  readonly addedBy: string;
}

export function agentsOf(sql: Sql, operation: string): AgentHead[] {
  return sql.all<AgentHead>(
    `SELECT a.id, a.code_name AS codeName, a.added_at AS addedAt, coalesce(u.name, a.added_by) AS addedBy
     FROM operation_agent a LEFT JOIN user u ON u.id = a.added_by WHERE a.operation = ? ORDER BY a.added_at, a.id`,
    [operation],
  );
}

export function requireAgent(sql: Sql, operation: string, agent: string): AgentHead {
  const found = agentsOf(sql, operation).find(({ id }) => id === agent);
  if (found === undefined) throw new CustodiaError('call.notFound', { what: 'agent' });
  return found;
}

type CheckBody = Omit<AgentCheckRow, 'writtenAt' | 'author' | 'exhibit' | 'note'> & {
  exhibit?: string;
  note?: string;
};

export function agentRows(sql: Sql, operation: string, asking: string): AgentRow[] {
  const checks = records<CheckBody>(sql, operation, 'check');
  const events = records<{ act: EnvelopeEvent['act']; reason: string }>(sql, operation, 'envelope');
  const talks = records<{ when: string; by: string; note: string }>(sql, operation, 'debrief');
  return agentsOf(sql, operation).map((agent) => {
    const mine = checks.filter((each) => each.agent === agent.id);
    const standing = new Map(mine.map((each) => [each.body.check, each] as const));
    const talk = talks.filter((each) => each.agent === agent.id).at(-1)?.body;
    return {
      ...agent,
      checks: [...standing.values()].map(({ body, writtenAt, author }) => {
        const { check, holds, day, where, exhibit = '', note = '' } = body;
        return { check, holds, day, where, exhibit, note, writtenAt, author };
      }),
      envelope: envelopeOf(
        sql,
        agent.id,
        asking,
        events
          .filter((each) => each.agent === agent.id)
          .map(({ body, writtenAt, author }) => ({
            act: body.act,
            at: writtenAt,
            author,
            reason: body.reason,
          }))
          .reverse(),
      ),
      debriefed: talk === undefined ? null : { when: talk.when, by: talk.by, note: talk.note },
    };
  });
}

interface Envelope {
  readonly seal: string;
  readonly ciphertext: string;
  readonly holders: string;
  readonly outside: string;
  readonly sealedAt: string;
  readonly sealedBy: string;
}

export function readEnvelope(sql: Sql, agent: string): Envelope | undefined {
  return sql.get<Envelope>(
    `SELECT e.seal, e.ciphertext, e.holders, e.outside, e.sealed_at AS sealedAt,
       coalesce(u.name, e.sealed_by) AS sealedBy
     FROM operation_envelope e LEFT JOIN user u ON u.id = e.sealed_by WHERE e.agent = ?`,
    [agent],
  );
}

function envelopeOf(
  sql: Sql,
  agent: string,
  asking: string,
  history: readonly EnvelopeEvent[],
): EnvelopeRow | null {
  const row = readEnvelope(sql, agent);
  if (row === undefined) return null;
  const holders = sql.all<{ user: string; name: string }>(
    'SELECT u.id AS user, u.name FROM json_each(?) h JOIN user u ON u.id = h.value ORDER BY u.name',
    [row.holders],
  );
  return {
    seal: row.seal,
    holders,
    outside: JSON.parse(row.outside) as OutsideHolder[],
    mine: holders.some(({ user }) => user === asking),
    sealedAt: row.sealedAt,
    sealedBy: row.sealedBy,
    history,
  };
}

export function countIrregularities(sql: Sql, operation: string): number {
  return (
    sql.get<{ n: number }>('SELECT count(*) AS n FROM operation_irregularity WHERE operation = ?', [
      operation,
    ])?.n ?? 0
  );
}

export function gapsOf(rulings: readonly Authorisation[], head: OperationHead, today: string) {
  const first = rulings[0]?.from;
  if (first === undefined) return [];
  const last = head.endedAt === '' ? today : head.endedAt.slice(0, 10);
  return gapsBetween(rulings, first, last).map((gap) =>
    gap.until === last && head.endedAt === '' && authorityOn(rulings, addDays(today, 1)) !== 'inForce'
      ? { from: gap.from, until: '' }
      : gap,
  );
}

export type Detail = Omit<OperationDetail, 'conditions'>;

export function showOperation(sql: Sql, operation: string, asking: string, today: string): Detail {
  const head = headOf(sql, operation);
  const members = membersOf(sql, operation);
  const authorisations = authorisationsOf(sql, operation);
  const { id, number, name, purpose, case: caseId, caseNumber, state, openedAt, openedBy, endedAt } = head;
  return {
    ...{ id, number, name, purpose, case: caseId, caseNumber, state, openedAt, openedBy, endedAt },
    as: members.find(({ user }) => user === asking)?.as ?? 'other',
    members,
    caseTold: head.told === 1,
    authority: authorityOn(authorisations, today),
    authorisations,
    assignments: assignmentsOf(sql, operation),
    gaps: gapsOf(authorisations, head, today),
    agents: agentRows(sql, operation, asking),
    irregularities: countIrregularities(sql, operation),
  };
}
