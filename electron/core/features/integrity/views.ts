import { momentOf } from '../../journal/entry.ts';
import { on } from '../../journal/kind.ts';
import type { Views } from '../../journal/views.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { exhibitMended } from '../evidence/index.ts';
import { foundDamaged, foundSound } from './entries.ts';

function set(sql: Sql, exhibit: string, caseId: string, at: string, outcome: string): void {
  sql.run('INSERT OR REPLACE INTO integrity_state VALUES (?, ?, ?, ?)', [exhibit, caseId, at, outcome]);
}

export const integrityViews: Views = {
  tables: {
    integrity_state: `
      CREATE TABLE integrity_state (
        exhibit TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        checked_at TEXT NOT NULL,
        outcome TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX integrity_by_age ON integrity_state (checked_at);
      CREATE INDEX integrity_damaged ON integrity_state (outcome) WHERE outcome <> 'sound';`,
  },
  apply: {
    ...on(foundSound, (sql, body, entry) => {
      for (const exhibit of body.exhibits) set(sql, exhibit, body.case, momentOf(entry.entry.at), 'sound');
    }),
    ...on(foundDamaged, (sql, body, entry) =>
      set(sql, body.exhibit, body.case, momentOf(entry.entry.at), body.what),
    ),
    // Content is put back only after it was read and hashed.
    ...on(exhibitMended, (sql, body, entry) =>
      set(sql, body.exhibit, body.case, momentOf(entry.entry.at), 'sound'),
    ),
  },
};
