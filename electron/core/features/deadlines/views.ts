import { on } from '../../journal/kind.ts';
import type { Views } from '../../journal/views.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { deadlineSet, deadlineSettled } from './entries.ts';

/** What a feature's view says of a day by which something must be done. */
export interface Deadline {
  /** Unique for ever: the feature, its subject, what must be done. */
  readonly id: string;
  /** The case, or the operation, whose members see it. */
  readonly subject: string;
  readonly operation: string | null;
  readonly what: string;
  readonly label: string;
  readonly due: string;
  readonly warnFrom: string;
  readonly term: string | null;
}

/** Sets a deadline or moves it. Called by the views of the feature that knows of it, inside their `apply`. */
export function setDeadline(sql: Sql, deadline: Deadline): void {
  sql.run('INSERT OR REPLACE INTO deadline VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
    deadline.id,
    deadline.subject,
    deadline.operation,
    deadline.what,
    deadline.label,
    deadline.due,
    deadline.warnFrom,
    deadline.term,
  ]);
}

/** Takes a deadline off the list: what had to be done is done, or no longer has to be. */
export function clearDeadline(sql: Sql, id: string): void {
  sql.run('DELETE FROM deadline WHERE id = ?', [id]);
}

export const ownId = (deadline: string): string => `own ${deadline}`;

export const deadlineViews: Views = {
  tables: {
    deadline: `
      CREATE TABLE deadline (
        id TEXT PRIMARY KEY,
        subject TEXT NOT NULL,
        operation TEXT,
        what TEXT NOT NULL,
        label TEXT NOT NULL,
        due TEXT NOT NULL,
        warn_from TEXT NOT NULL,
        term TEXT
      ) WITHOUT ROWID;
      CREATE INDEX deadline_of_subject ON deadline (subject, due);`,
  },
  apply: {
    ...on(deadlineSet, (sql, body) =>
      setDeadline(sql, {
        id: ownId(body.deadline),
        subject: body.case,
        operation: null,
        what: 'own',
        label: body.label,
        due: body.due,
        warnFrom: body.warnFrom,
        term: body.term ?? null,
      }),
    ),
    ...on(deadlineSettled, (sql, body) => clearDeadline(sql, ownId(body.deadline))),
  },
};
