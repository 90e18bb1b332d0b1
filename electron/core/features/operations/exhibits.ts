import { CustodiaError } from '../../api/errors.ts';
import type { Sql } from '../../vault/database/sql.ts';

/** Refuses an exhibit that is not of the operation's case. */
export function requireExhibits(sql: Sql, caseId: string, exhibits: readonly (string | undefined)[]): void {
  for (const exhibit of exhibits) {
    if (exhibit === undefined) continue;
    const found = sql.get('SELECT 1 FROM exhibit WHERE id = ? AND case_id = ?', [exhibit, caseId]);
    if (found === undefined) throw new CustodiaError('call.notFound', { what: 'exhibit' });
  }
}

/** The printed number of an exhibit; its id where there is none. */
export function numberOf(sql: Sql, exhibit: string): string {
  if (exhibit === '') return '';
  return sql.get<{ number: string }>('SELECT number FROM exhibit WHERE id = ?', [exhibit])?.number ?? exhibit;
}
