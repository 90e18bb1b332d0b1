import { CustodiaError } from '../../api/errors.ts';
import { readFields } from '../../journal/fields.ts';
import type { Sql } from '../../vault/database/sql.ts';
import type { CaseDetail, CaseListInput, CaseRow, CaseSort, TeamMember } from './model.ts';
import { caseFields } from './model.ts';
import { folded } from './rules.ts';

/** Sorting columns by the name that the list asks for: the only text of a caller that chooses SQL, and only from here. */
const sortColumns: Readonly<Record<CaseSort, string>> = {
  number: 'c.number',
  title: 'c.title_key',
  stage: 'c.stage',
  status: 'c.status',
  openedOn: 'c.opened_on',
  changedAt: 'c.changed_at',
};

interface Row {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly stage: string;
  readonly status: string;
  readonly offences: string;
  readonly opened_on: string;
  readonly changed_at: string;
  readonly conflicts: number;
  readonly exhibits: number;
  readonly people: number;
  readonly team: string | null;
}

const wanted = `
  FROM case_file c
  WHERE c.id IN (SELECT case_id FROM team_member WHERE user = :user)
    AND (:stage = '' OR c.stage = :stage)
    AND (:status = '' OR c.status = :status)
    AND (:offence = '' OR EXISTS (SELECT 1 FROM json_each(c.offences) o WHERE o.value = :offence))
    AND (:text = '' OR instr(c.search_key, :text) > 0)`;

/** The cases of the user's teams, a window of them, with how many there are in all. */
export function listCases(sql: Sql, user: string, input: CaseListInput): { total: number; rows: CaseRow[] } {
  const params = {
    user,
    stage: input.stage ?? '',
    status: input.status ?? '',
    offence: input.offence ?? '',
    text: folded(input.text?.trim() ?? ''),
  };
  const total = sql.get<{ n: number }>(`SELECT count(*) AS n ${wanted}`, params)?.n ?? 0;
  const direction = input.descending ? 'DESC' : 'ASC';
  const rows = sql.all<Row>(
    `SELECT c.id, c.number, c.title, c.stage, c.status, c.offences, c.opened_on, c.changed_at, c.conflicts,
       (SELECT count(*) FROM exhibit e WHERE e.case_id = c.id) AS exhibits,
       (SELECT count(*) FROM person p WHERE p.case_id = c.id) AS people,
       (SELECT group_concat(u.name, char(10)) FROM team_member t JOIN user u ON u.id = t.user
         WHERE t.case_id = c.id) AS team
     ${wanted} ORDER BY ${sortColumns[input.sort]} ${direction}, c.id LIMIT :limit OFFSET :offset`,
    { ...params, limit: input.limit, offset: input.offset },
  );
  return { total, rows: rows.map(toCaseRow) };
}

function toCaseRow(row: Row): CaseRow {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    stage: row.stage,
    status: row.status,
    offences: JSON.parse(row.offences) as string[],
    openedOn: row.opened_on,
    exhibits: row.exhibits,
    people: row.people,
    team: row.team === null ? [] : row.team.split('\n'),
    changedAt: row.changed_at,
    conflicts: row.conflicts,
  };
}

export function showCase(sql: Sql, id: string): CaseDetail {
  const row = sql.get<{
    number: string;
    opened_at: string;
    opened_by: string;
    exhibits: number;
    people: number;
    assets: number;
  }>(
    `SELECT c.number, c.opened_at, coalesce(u.name, c.opened_by) AS opened_by,
       (SELECT count(*) FROM exhibit e WHERE e.case_id = c.id) AS exhibits,
       (SELECT count(*) FROM person p WHERE p.case_id = c.id) AS people,
       (SELECT count(*) FROM asset a WHERE a.case_id = c.id AND a.void = 0) AS assets
     FROM case_file c LEFT JOIN user u ON u.id = c.opened_by WHERE c.id = ?`,
    [id],
  );
  if (row === undefined) throw new CustodiaError('call.notFound', { what: 'case' });
  const team = sql.all<TeamMember>(
    `SELECT t.user, u.name, t.since FROM team_member t JOIN user u ON u.id = t.user
     WHERE t.case_id = ? ORDER BY u.name`,
    [id],
  );
  return {
    id,
    number: row.number,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    fields: readFields(sql, id, caseFields),
    team,
    exhibits: row.exhibits,
    people: row.people,
    assets: row.assets,
  };
}

/** The id of a case by its id or its printed number; not found for cases of other teams. */
export function resolveCase(sql: Sql, user: string, given: string): string {
  const row = sql.get<{ id: string }>(
    `SELECT c.id FROM case_file c JOIN team_member t ON t.case_id = c.id AND t.user = :user
     WHERE c.id = :given OR c.number = :given`,
    { user, given },
  );
  if (row === undefined) throw new CustodiaError('call.notFound', { what: 'case' });
  return row.id;
}
