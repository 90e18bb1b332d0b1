import type { Sql, SqlValue } from '../vault/database/sql.ts';
import type { Json } from './canonical.ts';
import { momentOf, type SignedEntry } from './entry.ts';
import type { Fields, FieldValue, FieldVersion } from './model.ts';
import type { Views } from './views.ts';

/**
 * Every amendable field of every subject (a case, a person, an exhibit), version by version. An amendment names the
 * versions that it saw; what nobody has seen past is current. Two current versions are a conflict, shown until a
 * person amends with both in sight. The outcome does not depend on the order in which entries arrive.
 */
export const fieldViews: Views = {
  tables: {
    field_version: `
      CREATE TABLE field_version (
        subject TEXT NOT NULL,
        field TEXT NOT NULL,
        entry TEXT NOT NULL,
        at TEXT NOT NULL,
        author TEXT NOT NULL,
        value TEXT NOT NULL,
        reason TEXT NOT NULL,
        current INTEGER NOT NULL,
        case_id TEXT,
        PRIMARY KEY (subject, field, entry)
      ) WITHOUT ROWID;`,
    field_superseded: `
      CREATE TABLE field_superseded (
        subject TEXT NOT NULL,
        field TEXT NOT NULL,
        entry TEXT NOT NULL,
        PRIMARY KEY (subject, field, entry)
      ) WITHOUT ROWID;`,
  },
  apply: {},
};

export interface FieldChange {
  readonly subject: string;
  readonly field: string;
  readonly value: Json;
  readonly saw: readonly string[];
  readonly reason: string;
  readonly case: string | null;
}

/** Takes one version of a field into the view. */
export function setField(sql: Sql, entry: SignedEntry, change: FieldChange): void {
  const { subject, field } = change;
  for (const seen of change.saw) {
    sql.run('INSERT OR IGNORE INTO field_superseded VALUES (?, ?, ?)', [subject, field, seen]);
    sql.run('UPDATE field_version SET current = 0 WHERE subject = ? AND field = ? AND entry = ?', [
      subject,
      field,
      seen,
    ]);
  }
  const superseded = sql.get('SELECT 1 FROM field_superseded WHERE subject = ? AND field = ? AND entry = ?', [
    subject,
    field,
    entry.id,
  ]);
  const row: SqlValue[] = [
    subject,
    field,
    entry.id,
    entry.entry.at,
    entry.entry.author,
    JSON.stringify(change.value),
    change.reason,
    superseded === undefined ? 1 : 0,
    change.case,
  ];
  sql.run('INSERT INTO field_version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', row);
}

/** The value that stands, where there are several the latest: ties by entry id, so that every office shows the same. */
export function currentValue(sql: Sql, subject: string, field: string): Json {
  const row = sql.get<{ value: string }>(
    `SELECT value FROM field_version WHERE subject = ? AND field = ? AND current = 1
     ORDER BY at DESC, entry DESC LIMIT 1`,
    [subject, field],
  );
  return row === undefined ? null : (JSON.parse(row.value) as Json);
}

interface VersionRow {
  readonly field: string;
  readonly entry: string;
  readonly at: string;
  readonly author: string;
  readonly value: string;
  readonly reason: string;
  readonly current: number;
}

const versionsOf = `
  SELECT v.field, v.entry, v.at, coalesce(u.name, v.author) AS author, v.value, v.reason, v.current
  FROM field_version v LEFT JOIN user u ON u.id = v.author
  WHERE v.subject = :subject AND (:field IS NULL OR v.field = :field) AND (:case IS NULL OR v.case_id = :case)
  ORDER BY v.at DESC, v.entry DESC`;

/** Every field of a subject as it stands; fields never set stand as null. */
export function readFields<K extends string>(sql: Sql, subject: string, names: readonly K[]): Fields<K> {
  const rows = sql.all<VersionRow>(versionsOf, { subject, field: null, case: null });
  const fields = {} as Record<K, FieldValue>;
  for (const name of names) fields[name] = toFieldValue(rows.filter((row) => row.field === name));
  return fields;
}

function toFieldValue(rows: readonly VersionRow[]): FieldValue {
  const standing = rows.filter((row) => row.current === 1);
  const [first, ...others] = standing;
  if (first === undefined) return { value: null, saw: [], at: '', author: '', versions: 0, conflicting: [] };
  return {
    value: JSON.parse(first.value) as Json,
    saw: standing.map((row) => row.entry),
    at: momentOf(first.at),
    author: first.author,
    versions: rows.length,
    conflicting: others.map((row) => ({
      value: JSON.parse(row.value) as Json,
      author: row.author,
      at: momentOf(row.at),
    })),
  };
}

/** Who set a field to what and when, newest first; nothing for a subject of another case. */
export function fieldHistory(sql: Sql, caseId: string, subject: string, field: string): FieldVersion[] {
  return sql.all<VersionRow>(versionsOf, { subject, field, case: caseId }).map((row) => ({
    entry: row.entry,
    value: JSON.parse(row.value) as Json,
    at: momentOf(row.at),
    author: row.author,
    current: row.current === 1,
    reason: row.reason,
  }));
}

/** Fields of a subject with more than one standing version. */
export function conflictCount(sql: Sql, subject: string): number {
  return (
    sql.get<{ n: number }>(
      `SELECT count(*) AS n FROM (
         SELECT field FROM field_version WHERE subject = ? AND current = 1 GROUP BY field HAVING count(*) > 1)`,
      [subject],
    )?.n ?? 0
  );
}
