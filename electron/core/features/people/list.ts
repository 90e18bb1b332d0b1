import { CustodiaError } from '../../api/errors.ts';
import { readFields } from '../../journal/fields.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { type PersonRow, personFields, type Relation } from './model.ts';

interface Row {
  readonly id: string;
  readonly kind: 'person' | 'organisation';
  readonly added_at: string;
  readonly added_by: string;
  readonly seal: string | null;
  readonly holders: string | null;
}

export function listPeople(sql: Sql, caseId: string, asking: string): PersonRow[] {
  const rows = sql.all<Row>(
    `SELECT p.id, p.kind, p.added_at, coalesce(u.name, p.added_by) AS added_by, s.id AS seal, s.holders
     FROM person p LEFT JOIN user u ON u.id = p.added_by LEFT JOIN seal s ON s.person = p.id
     WHERE p.case_id = ? ORDER BY p.added_at, p.id`,
    [caseId],
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    addedAt: row.added_at,
    addedBy: row.added_by,
    fields: readFields(sql, row.id, personFields),
    seal: row.seal === null ? null : sealRow(sql, row.seal, row.holders ?? '[]', asking),
  }));
}

function sealRow(sql: Sql, id: string, holdersJson: string, asking: string): NonNullable<PersonRow['seal']> {
  const holders = JSON.parse(holdersJson) as string[];
  const names = sql.all<{ name: string }>(
    'SELECT u.name FROM json_each(?) h JOIN user u ON u.id = h.value ORDER BY u.name',
    [holdersJson],
  );
  return { id, holders: names.map((row) => row.name), mine: holders.includes(asking) };
}

export function listRelations(sql: Sql, caseId: string): Relation[] {
  return sql.all<Relation>(
    `SELECT r.id, r.from_person AS "from", r.to_person AS "to", r.type, r.note, r.at,
       coalesce(u.name, r.author) AS author
     FROM relation r LEFT JOIN user u ON u.id = r.author WHERE r.case_id = ? ORDER BY r.at, r.id`,
    [caseId],
  );
}

/** Refuses an id that is not a person of this case. */
export function requirePerson(sql: Sql, caseId: string, person: string): void {
  const found = sql.get('SELECT 1 FROM person WHERE id = ? AND case_id = ?', [person, caseId]);
  if (found === undefined) throw new CustodiaError('call.notFound', { what: 'person' });
}
