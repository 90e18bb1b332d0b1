import { applyAmendments, applyFirstValues } from '../../journal/amend.ts';
import { momentOf } from '../../journal/entry.ts';
import { conflictCount, currentValue } from '../../journal/fields.ts';
import { caseOf, on } from '../../journal/kind.ts';
import type { Views } from '../../journal/views.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { caseAmended, caseOpened, teamJoined, teamLeft } from './entries.ts';
import { folded } from './rules.ts';

/** Brings the row that lists are made from in line with the fields that stand. */
function refreshRow(sql: Sql, caseId: string): void {
  const text = (field: string): string => {
    const value = currentValue(sql, caseId, field);
    return typeof value === 'string' ? value : '';
  };
  const offences = currentValue(sql, caseId, 'offences');
  const number =
    sql.get<{ number: string }>('SELECT number FROM case_file WHERE id = ?', [caseId])?.number ?? '';
  const title = text('title');
  sql.run(
    `UPDATE case_file SET title = :title, title_key = :titleKey, stage = :stage, status = :status,
       offences = :offences, opened_on = :openedOn, search_key = :searchKey, conflicts = :conflicts WHERE id = :id`,
    {
      id: caseId,
      title,
      titleKey: folded(title),
      stage: text('stage'),
      status: text('status'),
      offences: JSON.stringify(Array.isArray(offences) ? offences : []),
      openedOn: text('openedOn'),
      searchKey: folded([number, title, text('courtNumber'), text('court'), text('summary')].join(' ')),
      conflicts: conflictCount(sql, caseId),
    },
  );
}

export const caseViews: Views = {
  tables: {
    case_file: `
      CREATE TABLE case_file (
        id TEXT PRIMARY KEY,
        number TEXT NOT NULL,
        year INTEGER NOT NULL,
        title TEXT NOT NULL,
        title_key TEXT NOT NULL,
        stage TEXT NOT NULL,
        status TEXT NOT NULL,
        offences TEXT NOT NULL,
        opened_on TEXT NOT NULL,
        opened_at TEXT NOT NULL,
        opened_by TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        search_key TEXT NOT NULL,
        conflicts INTEGER NOT NULL
      ) WITHOUT ROWID;
      CREATE UNIQUE INDEX case_by_number ON case_file (number);
      CREATE INDEX case_by_title ON case_file (title_key);
      CREATE INDEX case_by_change ON case_file (changed_at);
      CREATE INDEX case_by_year ON case_file (year);`,
    team_member: `
      CREATE TABLE team_member (
        case_id TEXT NOT NULL,
        user TEXT NOT NULL,
        since TEXT NOT NULL,
        PRIMARY KEY (user, case_id)
      ) WITHOUT ROWID;
      CREATE INDEX team_of_case ON team_member (case_id);`,
  },
  apply: {
    ...on(caseOpened, (sql, body, entry) => {
      const { author } = entry.entry;
      const at = momentOf(entry.entry.at);
      sql.run(`INSERT INTO case_file VALUES (?, ?, ?, '', '', '', '', '[]', '', ?, ?, ?, '', 0)`, [
        body.case,
        body.number,
        Number(at.slice(0, 4)),
        at,
        author,
        at,
      ]);
      applyFirstValues(sql, entry, body.case, body.case, body.fields);
      sql.run('INSERT OR IGNORE INTO team_member VALUES (?, ?, ?)', [body.case, author, at]);
      refreshRow(sql, body.case);
    }),
    ...on(caseAmended, (sql, body, entry) => {
      applyAmendments(sql, entry, body.case, body.case, body.amendments);
      refreshRow(sql, body.case);
    }),
    ...on(teamJoined, (sql, body, entry) =>
      sql.run('INSERT OR IGNORE INTO team_member VALUES (?, ?, ?)', [
        body.case,
        body.user,
        momentOf(entry.entry.at),
      ]),
    ),
    ...on(teamLeft, (sql, body) =>
      sql.run('DELETE FROM team_member WHERE case_id = ? AND user = ?', [body.case, body.user]),
    ),
  },
  applyEvery: (sql, entry) => {
    const caseId = caseOf(entry);
    if (caseId === null) return;
    sql.run('UPDATE case_file SET changed_at = max(changed_at, ?) WHERE id = ?', [
      momentOf(entry.entry.at),
      caseId,
    ]);
  },
};
