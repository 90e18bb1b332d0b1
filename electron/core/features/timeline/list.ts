import type { Json } from '../../journal/canonical.ts';
import { type Entry, momentOf, parseEntry } from '../../journal/entry.ts';
import { ofOperation } from '../../journal/kind.ts';
import type { Sql } from '../../vault/database/sql.ts';
import type { TimelineEntry, TimelinePage } from './model.ts';

interface Row {
  readonly leaf: number;
  readonly id: string;
  readonly author: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface TimelineQuery {
  readonly before?: string | undefined;
  readonly limit: number;
  readonly kinds?: readonly string[] | undefined;
  readonly text?: string | undefined;
}

/** The entries of a case, newest first, a page at a time. `before` is the `next` of the page before. */
export function caseTimeline(sql: Sql, caseId: string, query: TimelineQuery): TimelinePage {
  const rows = sql.all<Row>(
    `SELECT e.leaf, e.id, coalesce(u.name, e.author) AS author, e.bytes
     FROM entry e LEFT JOIN user u ON u.id = e.author
     WHERE e.case_id = :case AND e.leaf < :before
       AND (:kinds = '[]' OR e.kind IN (SELECT value FROM json_each(:kinds)))
       AND (:text = '' OR instr(lower(CAST(e.bytes AS TEXT)), :text) > 0)
     ORDER BY e.leaf DESC LIMIT :limit`,
    {
      case: caseId,
      before: beforeLeaf(query.before),
      kinds: JSON.stringify(query.kinds ?? []),
      text: (query.text ?? '').trim().toLocaleLowerCase('es'),
      limit: query.limit,
    },
  );
  return page(rows, query.limit, (row) => describe(sql, row, true));
}

/** Every entry of the office for the auditor: who, what kind, when; never what a case says. */
export function auditTrail(sql: Sql, query: TimelineQuery): TimelinePage {
  const rows = sql.all<Row>(
    `SELECT e.leaf, e.id, coalesce(u.name, e.author) AS author, e.bytes
     FROM entry e LEFT JOIN user u ON u.id = e.author
     WHERE e.leaf < :before ORDER BY e.leaf DESC LIMIT :limit`,
    { before: beforeLeaf(query.before), limit: query.limit },
  );
  return page(rows, query.limit, (row) => describe(sql, row, false));
}

function beforeLeaf(before: string | undefined): number {
  return before === undefined ? Number.MAX_SAFE_INTEGER : Number(before);
}

function page(
  rows: readonly Row[],
  limit: number,
  toEntry: (row: Row) => TimelineEntry | undefined,
): TimelinePage {
  const entries = rows.map(toEntry).filter((entry) => entry !== undefined);
  const last = rows.at(-1);
  return { entries, next: rows.length < limit || last === undefined ? null : String(last.leaf) };
}

/** Ciphertexts say nothing to a reader; ids of blobs and intakes are of no use to one. */
const hidden = new Set([
  'ciphertext',
  'blob',
  'signKey',
  'recipient',
  'logKey',
  'segments',
  'composition',
  'saw',
  'rects',
  'region',
]);

function describe(sql: Sql, row: Row, withContent: boolean): TimelineEntry | undefined {
  const entry = parseEntry(row.bytes);
  if (entry === undefined) return undefined;
  if (!withContent && ofOperation(entry.kind)) return withheld(row.id, entry);
  const office = entry.feed.startsWith('office.');
  const details = withContent || office ? shown(entry.body as Record<string, Json>) : {};
  return {
    id: row.id,
    seq: entry.seq,
    feed: entry.feed,
    at: momentOf(entry.at),
    wall: entry.wall,
    author: row.author,
    kind: entry.kind,
    subject: withContent || office ? subjectOf(sql, entry.body as Record<string, Json>) : '',
    details: withNames(sql, details),
  };
}

/** That something was done in some operation, and when: not in which, nor by whom. */
function withheld(id: string, { at, wall, kind }: Entry): TimelineEntry {
  return { id, seq: 0, feed: '', at: momentOf(at), wall, author: '', kind, subject: '', details: {} };
}

function shown(body: Record<string, Json>): Record<string, Json> {
  const told = Object.entries(body).filter(([key]) => !hidden.has(key));
  return Object.fromEntries(told.map(([key, value]) => [key, key === 'files' ? fileNames(value) : value]));
}

/** Where the files of an intake lay on this computer concerns nobody who reads the file. */
function fileNames(files: Json): Json {
  if (!Array.isArray(files)) return [];
  return (files as readonly Json[]).map((file) =>
    typeof file === 'object' && file !== null && 'name' in file ? String((file as { name: Json }).name) : '',
  );
}

/** Ids of people and users stand in entries; a reader is shown names. */
function withNames(sql: Sql, details: Record<string, Json>): Record<string, Json> {
  const named: Record<string, Json> = { ...details };
  for (const key of ['user', 'from', 'to', 'person'] as const) {
    const id = details[key];
    if (typeof id === 'string') named[key] = nameOf(sql, id) ?? id;
  }
  if (Array.isArray(details.holders)) {
    named.holders = details.holders.map((id) => (typeof id === 'string' ? (nameOf(sql, id) ?? id) : id));
  }
  if (typeof details.user === 'object' && details.user !== null && 'name' in details.user) {
    named.user = (details.user as Record<string, Json>).name ?? '';
  }
  return named;
}

function nameOf(sql: Sql, id: string): string | undefined {
  const user = sql.get<{ name: string }>('SELECT name FROM user WHERE id = ?', [id]);
  if (user !== undefined) return user.name;
  const field = sql.get<{ value: string }>(
    `SELECT value FROM field_version WHERE subject = ? AND field = 'name' AND current = 1
     ORDER BY at DESC, entry DESC LIMIT 1`,
    [id],
  );
  return field === undefined ? undefined : String(JSON.parse(field.value));
}

function subjectOf(sql: Sql, body: Record<string, Json>): string {
  if (typeof body.asset === 'string') {
    const row = sql.get<{ number: string }>('SELECT number FROM asset WHERE id = ?', [body.asset]);
    if (row !== undefined) return row.number;
  }
  if (typeof body.exhibit === 'string') {
    const row = sql.get<{ number: string }>('SELECT number FROM exhibit WHERE id = ?', [body.exhibit]);
    if (row !== undefined) return row.number;
  }
  for (const key of ['person', 'user'] as const) {
    const id = body[key];
    if (typeof id === 'string') return nameOf(sql, id) ?? id;
    if (typeof id === 'object' && id !== null && 'name' in id)
      return String((id as Record<string, Json>).name);
  }
  return typeof body.number === 'string' ? body.number : '';
}
