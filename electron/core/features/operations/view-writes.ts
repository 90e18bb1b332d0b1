import { type Entry, momentOf, type SignedEntry } from '../../journal/entry.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { setDeadline } from '../deadlines/index.ts';

/** How an entry of an operation is written into its tables: each helper only ever adds, or moves a date. */

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

export function add(sql: Sql, { entry }: SignedEntry, { id, kind, agent = '', when, body }: Recorded): void {
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
export function mark(sql: Sql, { entry, id }: SignedEntry, of: Irregular): void {
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

export const touch = (sql: Sql, { at, body }: Entry): void =>
  sql.run('UPDATE operation SET changed_at = max(changed_at, ?) WHERE id = ?', [
    momentOf(at),
    String(body.operation),
  ]);

export function member(sql: Sql, operation: string, user: string, as: string, since: string): void {
  sql.run('INSERT OR REPLACE INTO operation_member VALUES (?, ?, ?, ?)', [operation, user, as, since]);
}

export function envelope(
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

export const expiryId = (operation: string): string => `operation ${operation} expiry`;
export const reportId = (operation: string): string => `operation ${operation} report`;
export const itemId = (item: string): string => `operation item ${item}`;

/** The day on which authority ends: of the ruling that reaches furthest. */
export function expiry(sql: Sql, operation: string, label: string, due: DueDay): void {
  const id = expiryId(operation);
  const known = sql.get<{ due: string }>('SELECT due FROM deadline WHERE id = ?', [id]);
  if (known !== undefined && known.due > due.due) return;
  setDeadline(sql, { ...due, id, subject: operation, operation, what: 'operationExpiry', label });
}

export function report(sql: Sql, operation: string, due: DueDay): void {
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

export const alarmAt = (next: string, grace: number): string =>
  new Date(Date.parse(next) + grace * 60_000).toISOString();
