import { parseEntry } from '../../journal/entry.ts';
import type { Problem } from '../../journal/model.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { custodyRecorded } from './entries.ts';
import { signKeyOf } from './list.ts';
import { confirmationOf } from './statement.ts';

/** The hand-overs whose receiver's signature is not by that receiver, or not of what the entry says; from the journal itself. */
export function signatureProblems(sql: Sql): Problem[] {
  const rows = sql.all<{ id: string; bytes: Uint8Array<ArrayBuffer> }>(
    'SELECT id, bytes FROM entry WHERE kind = ? ORDER BY leaf',
    [custodyRecorded.name],
  );
  return rows.flatMap(({ id, bytes }) => {
    const parsed = custodyRecorded.schema.safeParse(parseEntry(bytes)?.body);
    if (!parsed.success || parsed.data.signature === undefined) return [];
    const { case: caseId, exhibit } = parsed.data;
    const confirmed = confirmationOf(parsed.data, { case: caseId, exhibit }, (user) => signKeyOf(sql, user));
    return confirmed === 'signed' ? [] : [{ item: `entry ${id}`, what: 'receiver signature' }];
  });
}
