import type { Sql } from '../../vault/database/sql.ts';

/**
 * Code names of a case's agents that the person asking may know of: of operations of which the case was told, or in which
 * the person takes part. That there are others is told by nothing.
 */
export function knownAgents(sql: Sql, caseId: string, asking: string): string[] {
  return sql
    .all<{ name: string }>(
      `SELECT a.code_name AS name FROM operation o JOIN operation_agent a ON a.operation = o.id
       WHERE o.case_id = :case AND (o.case_told = 1 OR EXISTS (
         SELECT 1 FROM operation_member m WHERE m.operation = o.id AND m.user = :user))
       ORDER BY a.added_at, a.id`,
      { case: caseId, user: asking },
    )
    .map(({ name }) => name);
}
