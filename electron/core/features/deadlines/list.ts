import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { parseISO } from 'date-fns/parseISO';
import type { Sql } from '../../vault/database/sql.ts';
import type { DeadlineRow } from './model.ts';
import { stateOn } from './rules.ts';
import { ownId } from './views.ts';

/** What is due in the caller's cases, or in one of them, the longest overdue first. `today` is this office's day. */
export function listDeadlines(
  sql: Sql,
  user: string,
  caseId: string | undefined,
  today: string,
): DeadlineRow[] {
  return sql
    .all<Omit<DeadlineRow, 'daysLeft' | 'state'>>(
      `SELECT d.id, c.id AS "case", c.number AS caseNumber, c.title AS caseTitle, d.what, d.label, d.due,
         d.warn_from AS warnFrom, d.term
       FROM team_member t JOIN deadline d ON d.subject = t.case_id JOIN case_file c ON c.id = d.subject
       WHERE t.user = :user AND (:case IS NULL OR d.subject = :case) ORDER BY d.due, c.number, d.id`,
      { user, case: caseId ?? null },
    )
    .map((row) => ({
      ...row,
      daysLeft: differenceInCalendarDays(parseISO(row.due), parseISO(today)),
      state: stateOn(row.due, row.warnFrom, today),
    }));
}

/** The label of a person's own deadline of a case; undefined where there is none that still runs. */
export function ownDeadline(sql: Sql, caseId: string, deadline: string): string | undefined {
  return sql.get<{ label: string }>('SELECT label FROM deadline WHERE id = ? AND subject = ?', [
    ownId(deadline),
    caseId,
  ])?.label;
}
