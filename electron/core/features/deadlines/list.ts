import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { parseISO } from 'date-fns/parseISO';
import type { Sql } from '../../vault/database/sql.ts';
import type { DeadlineRow } from './model.ts';
import { stateOn } from './rules.ts';
import { ownId } from './views.ts';

/**
 * What is due in the caller's cases and operations, or in one case, the longest overdue first. What belongs to an
 * operation is for its members, not for the case's team; `operations`: whether the caller may read any. `today` is this office's day.
 */
export function listDeadlines(
  sql: Sql,
  user: string,
  { case: caseId, operations }: { readonly case: string | undefined; readonly operations: boolean },
  today: string,
): DeadlineRow[] {
  return sql
    .all<Omit<DeadlineRow, 'daysLeft' | 'state'>>(
      `SELECT d.id AS id, c.id AS "case", c.number AS caseNumber, c.title AS caseTitle, NULL AS operation, d.what, d.label,
         d.due AS due, d.warn_from AS warnFrom, d.term
       FROM team_member t JOIN deadline d ON d.subject = t.case_id JOIN case_file c ON c.id = d.subject
       WHERE t.user = :user AND d.operation IS NULL AND (:case IS NULL OR d.subject = :case)
       UNION ALL
       SELECT d.id, o.case_id, coalesce(c.number, ''), o.name, o.id, d.what, d.label, d.due, d.warn_from, d.term
       FROM operation_member m JOIN deadline d ON d.subject = m.operation AND d.operation = m.operation
         JOIN operation o ON o.id = m.operation LEFT JOIN case_file c ON c.id = o.case_id
       WHERE :operations = 1 AND m.user = :user AND (:case IS NULL OR o.case_id = :case) ORDER BY due, caseNumber, id`,
      { user, case: caseId ?? null, operations: operations ? 1 : 0 },
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
