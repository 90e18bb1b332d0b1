import type { Sql } from '../vault/database/sql.ts';

/** The version of the journal's own tables. Migrations, once there are any, are numbered and never edited. */
export const journalVersion = 1;

const tables = `
CREATE TABLE entry (
  leaf INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  kind TEXT NOT NULL,
  case_id TEXT,
  bytes BLOB NOT NULL,
  sig BLOB NOT NULL,
  UNIQUE (feed, seq)
);
CREATE INDEX entry_of_case ON entry (case_id, leaf);
CREATE TABLE merkle_node (
  level INTEGER NOT NULL,
  position INTEGER NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (level, position)
) WITHOUT ROWID;
CREATE TABLE log_head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  size INTEGER NOT NULL,
  at TEXT,
  wall TEXT
);
CREATE TABLE feed_head (feed TEXT PRIMARY KEY, seq INTEGER NOT NULL, id TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE view_definition (one INTEGER PRIMARY KEY CHECK (one = 1), fingerprint TEXT NOT NULL);
INSERT INTO log_head (one, size, at, wall) VALUES (1, 0, NULL, NULL);
`;

/** Lays the journal's tables in a new, empty database. */
export function createJournal(sql: Sql): void {
  sql.exec(tables);
  sql.exec(`PRAGMA user_version = ${journalVersion}`);
}

export function readJournalVersion(sql: Sql): number {
  return sql.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}
