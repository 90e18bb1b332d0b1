import type { Sql } from '../vault/database/sql.ts';
import { CustodiaError } from './errors.ts';
import { type Right, type Role, rightsOfRoles } from './roles.ts';

/** The roles that the user holds now; none for a user who was removed. */
export function rolesOf(sql: Sql, user: string): Role[] {
  return sql
    .all<{ role: Role }>(
      `SELECT r.role FROM user_role r JOIN user u ON u.id = r.user
       WHERE r.user = ? AND u.active = 1 ORDER BY r.role`,
      [user],
    )
    .map((row) => row.role);
}

/**
 * The one place where a call is allowed or refused: by the right that it needs, and, where its input names a case, by
 * the team of that case; where it names an undercover operation, by that operation's own members, whatever the case's
 * team. What does not exist and what is not the caller's are refused alike.
 */
export function authorise(sql: Sql, user: string, right: Right, input: unknown): void {
  if (!rightsOfRoles(rolesOf(sql, user)).includes(right))
    throw new CustodiaError('call.forbidden', { right });
  const operation = namedIn(input, 'operation');
  if (operation !== undefined) {
    const one = sql.get('SELECT 1 FROM operation_member WHERE operation = ? AND user = ?', [operation, user]);
    if (one === undefined) throw new CustodiaError('call.notOnOperation');
  }
  const caseId = namedIn(input, 'case');
  if (caseId === undefined) return;
  const member = sql.get('SELECT 1 FROM team_member WHERE case_id = ? AND user = ?', [caseId, user]);
  if (member === undefined) throw new CustodiaError('call.notOnTeam');
}

function namedIn(input: unknown, name: 'case' | 'operation'): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const named = (input as Readonly<Record<string, unknown>>)[name];
  return typeof named === 'string' ? named : undefined;
}
