import { type Entry, momentOf, type SignedEntry } from '../../journal/entry.ts';
import { on } from '../../journal/kind.ts';
import type { Views } from '../../journal/views.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { clearDeadline, setDeadline } from '../deadlines/index.ts';
import {
  actAssigned,
  agentAdded,
  agentChecked,
  authorised,
  caseTold,
  chargeStated,
  checkedIn,
  checkInsPlanned,
  debriefed,
  disclosed,
  envelopeCopied,
  envelopeHanded,
  envelopeOpened,
  envelopeSealed,
  equipmentIssued,
  equipmentReturned,
  extended,
  irregularityDeclared,
  logged,
  memberAdded,
  memberRemoved,
  moneyCounted,
  moneyMoved,
  operationEnded,
  operationOpened,
  planWritten,
  reported,
  riskAssessed,
} from './entries.ts';

/** Kinds of records: what is only ever added, each as it was said. */
export type RecordKind =
  | 'extension'
  | 'assignment'
  | 'check'
  | 'envelope'
  | 'log'
  | 'report'
  | 'charge'
  | 'movement'
  | 'count'
  | 'checkIn'
  | 'plan'
  | 'risk'
  | 'debrief'
  | 'disclosure';

interface Recorded {
  readonly id: string;
  readonly kind: RecordKind;
  readonly agent?: string | undefined;
  /** When it happened, where that is said: else when it was written. */
  readonly when?: string | undefined;
  readonly body: object;
}

/** Moments in one form, so that they sort as text whatever offset they were said in. */
export const utc = (moment: string): string => new Date(moment).toISOString();

function add(sql: Sql, { entry }: SignedEntry, { id, kind, agent = '', when, body }: Recorded): void {
  const operation = String(entry.body.operation);
  const position =
    sql.get<{ n: number }>('SELECT count(*) AS n FROM operation_record WHERE operation = ? AND kind = ?', [
      operation,
      kind,
    ])?.n ?? 0;
  const writtenAt = momentOf(entry.at);
  sql.run('INSERT OR IGNORE INTO operation_record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', [
    id,
    operation,
    kind,
    position + 1,
    agent,
    when === undefined ? writtenAt : utc(when),
    JSON.stringify(body),
    writtenAt,
    entry.author,
  ]);
}

interface Irregular {
  readonly of: 'log' | 'money' | 'count' | 'declared';
  readonly subject: string;
  readonly agent: string;
  readonly when: string;
  readonly why: string;
  readonly irregularities: readonly { readonly kind: string; readonly what: string }[];
}

/** Only inserts: no entry of any kind takes one away. */
function mark(sql: Sql, { entry, id }: SignedEntry, of: Irregular): void {
  of.irregularities.forEach(({ kind, what }, index) => {
    sql.run('INSERT INTO operation_irregularity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
      `${id} ${index}`,
      String(entry.body.operation),
      kind,
      of.of,
      of.subject,
      of.agent,
      utc(of.when),
      what,
      of.why,
      momentOf(entry.at),
      entry.author,
    ]);
  });
}

const touch = (sql: Sql, { at, body }: Entry): void =>
  sql.run('UPDATE operation SET changed_at = max(changed_at, ?) WHERE id = ?', [
    momentOf(at),
    String(body.operation),
  ]);

function member(sql: Sql, operation: string, user: string, as: string, since: string): void {
  sql.run('INSERT OR REPLACE INTO operation_member VALUES (?, ?, ?, ?)', [operation, user, as, since]);
}

export const operationViews: Views = {
  tables: {
    operation: `
      CREATE TABLE operation (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        number TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        purpose TEXT NOT NULL,
        state TEXT NOT NULL,
        opened_at TEXT NOT NULL,
        opened_by TEXT NOT NULL,
        ended_at TEXT NOT NULL,
        ending TEXT NOT NULL,
        case_told INTEGER NOT NULL,
        changed_at TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX operation_of_case ON operation (case_id);`,
    operation_member: `
      CREATE TABLE operation_member (
        operation TEXT NOT NULL,
        user TEXT NOT NULL,
        as_role TEXT NOT NULL,
        since TEXT NOT NULL,
        PRIMARY KEY (user, operation)
      ) WITHOUT ROWID;
      CREATE INDEX operation_member_of ON operation_member (operation);`,
    operation_ruling: `
      CREATE TABLE operation_ruling (
        id TEXT PRIMARY KEY,
        operation TEXT NOT NULL,
        from_day TEXT NOT NULL,
        until_day TEXT NOT NULL,
        body TEXT NOT NULL,
        scope TEXT NOT NULL,
        written_at TEXT NOT NULL,
        author TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX operation_ruling_of ON operation_ruling (operation, from_day);`,
    operation_agent: `
      CREATE TABLE operation_agent (
        id TEXT PRIMARY KEY,
        operation TEXT NOT NULL,
        code_name TEXT NOT NULL,
        added_at TEXT NOT NULL,
        added_by TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX operation_agent_of ON operation_agent (operation, added_at);
      CREATE INDEX operation_agent_named ON operation_agent (code_name);`,
    operation_envelope: `
      CREATE TABLE operation_envelope (
        agent TEXT PRIMARY KEY,
        operation TEXT NOT NULL,
        seal TEXT NOT NULL,
        ciphertext TEXT NOT NULL,
        holders TEXT NOT NULL,
        outside TEXT NOT NULL,
        sealed_at TEXT NOT NULL,
        sealed_by TEXT NOT NULL
      ) WITHOUT ROWID;`,
    operation_record: `
      CREATE TABLE operation_record (
        id TEXT PRIMARY KEY,
        operation TEXT NOT NULL,
        kind TEXT NOT NULL,
        position INTEGER NOT NULL,
        agent TEXT NOT NULL,
        happened_at TEXT NOT NULL,
        body TEXT NOT NULL,
        written_at TEXT NOT NULL,
        author TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX operation_record_of ON operation_record (operation, kind, happened_at);`,
    operation_irregularity: `
      CREATE TABLE operation_irregularity (
        id TEXT PRIMARY KEY,
        operation TEXT NOT NULL,
        kind TEXT NOT NULL,
        of_what TEXT NOT NULL,
        subject TEXT NOT NULL,
        agent TEXT NOT NULL,
        happened_at TEXT NOT NULL,
        what TEXT NOT NULL,
        why TEXT NOT NULL,
        written_at TEXT NOT NULL,
        author TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX operation_irregularity_of ON operation_irregularity (operation, happened_at);`,
    operation_item: `
      CREATE TABLE operation_item (
        id TEXT PRIMARY KEY,
        operation TEXT NOT NULL,
        agent TEXT NOT NULL,
        kind TEXT NOT NULL,
        what TEXT NOT NULL,
        serial TEXT NOT NULL,
        issued_on TEXT NOT NULL,
        due_back TEXT NOT NULL,
        returned_on TEXT NOT NULL,
        condition TEXT NOT NULL,
        author TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX operation_item_of ON operation_item (operation, issued_on);`,
    operation_wait: `
      CREATE TABLE operation_wait (
        agent TEXT PRIMARY KEY,
        operation TEXT NOT NULL,
        next TEXT NOT NULL,
        alarm_at TEXT NOT NULL,
        every_hours INTEGER NOT NULL,
        grace INTEGER NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX operation_wait_of ON operation_wait (operation);`,
  },
  apply: {
    ...on(operationOpened, (sql, body, { entry }) => {
      const at = momentOf(entry.at);
      sql.run("INSERT INTO operation VALUES (?, ?, ?, ?, ?, 'open', ?, ?, '', '[]', 0, ?)", [
        body.operation,
        body.case,
        body.number,
        body.name,
        body.purpose,
        at,
        entry.author,
        at,
      ]);
      member(sql, body.operation, entry.author, body.as, at);
    }),
    ...on(memberAdded, (sql, body, { entry }) => {
      member(sql, body.operation, body.user, body.as, momentOf(entry.at));
      touch(sql, entry);
    }),
    ...on(memberRemoved, (sql, body, { entry }) => {
      sql.run('DELETE FROM operation_member WHERE operation = ? AND user = ?', [body.operation, body.user]);
      touch(sql, entry);
    }),
    ...on(caseTold, (sql, body, { entry }) => {
      sql.run('UPDATE operation SET case_told = ? WHERE id = ?', [body.told ? 1 : 0, body.operation]);
      touch(sql, entry);
    }),
    ...on(authorised, (sql, { scope, ...body }, { entry }) => {
      sql.run('INSERT INTO operation_ruling VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
        body.authorisation,
        body.operation,
        body.from,
        body.until,
        JSON.stringify(body),
        JSON.stringify(scope),
        momentOf(entry.at),
        entry.author,
      ]);
      expiry(sql, body.operation, body.number, body.expiry);
      const waiting = sql.get('SELECT 1 FROM deadline WHERE id = ?', [reportId(body.operation)]);
      // One that is waited for already, of the ruling before, is not put off by a new ruling.
      if (waiting === undefined) report(sql, body.operation, body.report);
      touch(sql, entry);
    }),
    ...on(extended, (sql, body, entry) => {
      const row = sql.get<{ scope: string }>('SELECT scope FROM operation_ruling WHERE id = ?', [
        body.authorisation,
      ]);
      if (row === undefined) return;
      const scope = JSON.parse(row.scope) as Record<string, unknown[]>;
      for (const [part, items] of Object.entries(body.adds)) scope[part] = [...(scope[part] ?? []), ...items];
      sql.run('UPDATE operation_ruling SET until_day = ?, scope = ? WHERE id = ?', [
        body.until,
        JSON.stringify(scope),
        body.authorisation,
      ]);
      expiry(sql, body.operation, body.number, body.expiry);
      add(sql, entry, { id: body.extension, kind: 'extension', body });
      touch(sql, entry.entry);
    }),
    ...on(actAssigned, (sql, body, entry) => {
      add(sql, entry, { id: body.assignment, kind: 'assignment', agent: body.agent, body });
      touch(sql, entry.entry);
    }),
    ...on(agentAdded, (sql, body, { entry }) => {
      sql.run('INSERT INTO operation_agent VALUES (?, ?, ?, ?, ?)', [
        body.agent,
        body.operation,
        body.codeName,
        momentOf(entry.at),
        entry.author,
      ]);
      touch(sql, entry);
    }),
    ...on(agentChecked, (sql, body, entry) => {
      add(sql, entry, { id: entry.id, kind: 'check', agent: body.agent, body });
      touch(sql, entry.entry);
    }),
    ...on(envelopeSealed, (sql, { ciphertext, ...body }, entry) => {
      sql.run('INSERT OR REPLACE INTO operation_envelope VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
        body.agent,
        body.operation,
        body.seal,
        ciphertext,
        JSON.stringify(body.holders),
        JSON.stringify(body.outside),
        momentOf(entry.entry.at),
        entry.entry.author,
      ]);
      const act = body.before === undefined ? 'sealed' : 'resealed';
      envelope(sql, entry, body.agent, { act, seal: body.seal, reason: body.reason });
    }),
    ...on(envelopeOpened, (sql, body, entry) => {
      const act = body.use === 'print' ? 'printed' : 'opened';
      envelope(sql, entry, body.agent, { act, seal: body.seal, reason: body.reason });
    }),
    ...on(envelopeCopied, (sql, body, entry) =>
      envelope(sql, entry, body.agent, { act: 'copied', seal: body.seal, reason: body.reason }),
    ),
    ...on(envelopeHanded, (sql, body, entry) => {
      const reason = [body.to, body.place, body.note].filter((part) => part !== '').join(' · ');
      envelope(sql, entry, body.agent, { act: 'handed', seal: '', reason });
    }),
    ...on(logged, (sql, body, entry) => {
      add(sql, entry, { id: body.log, kind: 'log', agent: body.agent, when: body.when, body });
      mark(sql, entry, { ...body, of: 'log', subject: body.log, why: body.irregular ?? '' });
      touch(sql, entry.entry);
    }),
    ...on(reported, (sql, body, entry) => {
      if (body.next === null) clearDeadline(sql, reportId(body.operation));
      else report(sql, body.operation, body.next);
      add(sql, entry, { id: body.report, kind: 'report', when: body.when, body });
      touch(sql, entry.entry);
    }),
    ...on(irregularityDeclared, (sql, body, entry) => {
      const irregularities = [{ kind: body.kind, what: body.what }];
      const { when, why, agent = '' } = body;
      mark(sql, entry, { of: 'declared', subject: body.irregularity, agent, when, why, irregularities });
      touch(sql, entry.entry);
    }),
    ...on(chargeStated, (sql, body, entry) => {
      add(sql, entry, { id: entry.id, kind: 'charge', body });
      touch(sql, entry.entry);
    }),
    ...on(moneyMoved, (sql, body, entry) => {
      add(sql, entry, { id: body.movement, kind: 'movement', agent: body.agent, when: body.when, body });
      mark(sql, entry, { ...body, of: 'money', subject: body.movement, why: body.irregular ?? '' });
      touch(sql, entry.entry);
    }),
    ...on(moneyCounted, (sql, body, entry) => {
      add(sql, entry, { id: body.count, kind: 'count', agent: body.agent, when: body.when, body });
      mark(sql, entry, { ...body, of: 'count', subject: body.count, why: body.note });
      touch(sql, entry.entry);
    }),
    ...on(equipmentIssued, (sql, body, { entry }) => {
      const { item, operation, agent, kind, what, serial, issuedOn, dueBack } = body;
      sql.run("INSERT INTO operation_item VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '', ?)", [
        ...[item, operation, agent, kind, what, serial, issuedOn, dueBack],
        entry.author,
      ]);
      setDeadline(sql, {
        ...{
          id: itemId(item),
          subject: operation,
          operation,
          what: 'operationItem',
          label: what.slice(0, 300),
        },
        ...{ due: dueBack, warnFrom: body.warnFrom, term: null },
      });
      touch(sql, entry);
    }),
    ...on(equipmentReturned, (sql, body, { entry }) => {
      sql.run('UPDATE operation_item SET returned_on = ?, condition = ? WHERE id = ?', [
        body.returnedOn,
        body.condition,
        body.item,
      ]);
      clearDeadline(sql, itemId(body.item));
      touch(sql, entry);
    }),
    ...on(checkInsPlanned, (sql, body, { entry }) => {
      const { agent, operation, next, everyHours = 0, grace } = body;
      sql.run('INSERT OR REPLACE INTO operation_wait VALUES (?, ?, ?, ?, ?, ?)', [
        ...[agent, operation, utc(next), alarmAt(next, grace), everyHours, grace],
      ]);
      touch(sql, entry);
    }),
    ...on(checkedIn, (sql, body, entry) => {
      const waited = sql.get<{ next: string; grace: number }>(
        'SELECT next, grace FROM operation_wait WHERE agent = ?',
        [body.agent],
      );
      const { agent, when } = body;
      add(sql, entry, {
        id: body.checkIn,
        kind: 'checkIn',
        agent,
        when,
        body: { ...body, due: waited?.next ?? '' },
      });
      if (waited !== undefined) {
        const next = body.next === null ? '' : utc(body.next);
        sql.run('UPDATE operation_wait SET next = ?, alarm_at = ? WHERE agent = ?', [
          next,
          next === '' ? '' : alarmAt(next, waited.grace),
          body.agent,
        ]);
      }
      touch(sql, entry.entry);
    }),
    ...on(planWritten, (sql, body, entry) => {
      add(sql, entry, { id: entry.id, kind: 'plan', body });
      touch(sql, entry.entry);
    }),
    ...on(riskAssessed, (sql, body, entry) => {
      add(sql, entry, { id: entry.id, kind: 'risk', agent: body.agent, when: body.when, body });
      touch(sql, entry.entry);
    }),
    ...on(debriefed, (sql, body, entry) => {
      add(sql, entry, { id: entry.id, kind: 'debrief', agent: body.agent, when: body.when, body });
      touch(sql, entry.entry);
    }),
    ...on(operationEnded, (sql, body, { entry }) => {
      sql.run("UPDATE operation SET state = 'ended', ended_at = ?, ending = ? WHERE id = ?", [
        body.when,
        JSON.stringify(body.open),
        body.operation,
      ]);
      for (const id of [expiryId(body.operation), reportId(body.operation)]) clearDeadline(sql, id);
      // Nobody waits any more: what was still waited for stands in the entry as open.
      sql.run("UPDATE operation_wait SET next = '', alarm_at = '' WHERE operation = ?", [body.operation]);
      touch(sql, entry);
    }),
    ...on(disclosed, (sql, body, entry) => {
      add(sql, entry, { id: body.disclosure, kind: 'disclosure', body });
      touch(sql, entry.entry);
    }),
  },
};

function envelope(
  sql: Sql,
  entry: SignedEntry,
  agent: string,
  body: { readonly act: string; readonly seal: string; readonly reason: string },
): void {
  add(sql, entry, { id: entry.id, kind: 'envelope', agent, body });
  touch(sql, entry.entry);
}

interface DueDay {
  readonly due: string;
  readonly warnFrom: string;
  readonly term: string | null;
}

const expiryId = (operation: string): string => `operation ${operation} expiry`;
const reportId = (operation: string): string => `operation ${operation} report`;
const itemId = (item: string): string => `operation item ${item}`;

/** The day on which authority ends: of the ruling that reaches furthest. */
function expiry(sql: Sql, operation: string, label: string, due: DueDay): void {
  const id = expiryId(operation);
  const known = sql.get<{ due: string }>('SELECT due FROM deadline WHERE id = ?', [id]);
  if (known !== undefined && known.due > due.due) return;
  setDeadline(sql, { ...due, id, subject: operation, operation, what: 'operationExpiry', label });
}

function report(sql: Sql, operation: string, due: DueDay): void {
  const label =
    sql.get<{ number: string }>('SELECT number FROM operation WHERE id = ?', [operation])?.number ?? '';
  setDeadline(sql, {
    ...due,
    id: reportId(operation),
    subject: operation,
    operation,
    what: 'operationReport',
    label,
  });
}

const alarmAt = (next: string, grace: number): string =>
  new Date(Date.parse(next) + grace * 60_000).toISOString();
