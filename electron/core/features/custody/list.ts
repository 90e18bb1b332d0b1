import { CustodiaError } from '../../api/errors.ts';
import type { Sql } from '../../vault/database/sql.ts';
import type { CustodyRecord } from './model.ts';

/** The custody events of an exhibit in the order in which they were written down. */
export function custodyOf(sql: Sql, exhibit: string): CustodyRecord[] {
  return sql.all<CustodyRecord>(
    `SELECT c.entry, c.event, c.happened_at AS "when", c.from_holder AS "from", c.to_holder AS "to", c.place,
       c.reason, c.seal, c.note, c.recorded_at AS recordedAt, coalesce(u.name, c.author) AS author
     FROM custody_event c LEFT JOIN user u ON u.id = c.author WHERE c.exhibit = ? ORDER BY c.position`,
    [exhibit],
  );
}

/** Refuses an id that is not an exhibit of this case. */
export function requireExhibitOf(sql: Sql, caseId: string, exhibit: string): void {
  const found = sql.get('SELECT 1 FROM exhibit WHERE id = ? AND case_id = ?', [exhibit, caseId]);
  if (found === undefined) throw new CustodiaError('call.notFound', { what: 'exhibit' });
}
