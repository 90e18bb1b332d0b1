import { CustodiaError } from '../../api/errors.ts';
import type { Money } from '../../money/model.ts';
import type { Sql, SqlValue } from '../../vault/database/sql.ts';
import { folded } from '../cases/index.ts';
import type {
  AssetFacets,
  AssetFilter,
  AssetKind,
  AssetListInput,
  AssetRow,
  AssetSort,
  AssetStage,
  GroupTotal,
  TotalGroup,
  Warning,
} from './model.ts';

/** Sorting columns by the name that the list asks for: the only text of a caller that chooses SQL, and only from here. */
const sortColumns: Readonly<Record<AssetSort, string>> = {
  number: 'a.number',
  name: 'a.name_key',
  kind: 'a.kind',
  stage: 'a.stage_rank',
  stageOn: 'a.stage_on',
  value: 'a.currency, a.value',
  custodian: 'a.custodian',
  office: 'a.office',
  identifiedOn: 'a.identified_on',
  changedAt: 'a.changed_at',
  nextDue: 'a.next_due',
};

interface Row {
  readonly id: string;
  readonly case_id: string;
  readonly case_number: string;
  readonly number: string;
  readonly kind: AssetKind;
  readonly name: string;
  readonly stage: AssetStage;
  readonly stage_on: string;
  readonly stage_conflict: number;
  readonly open_claims: number;
  readonly currency: string;
  readonly value: number | null;
  readonly valued_on: string;
  readonly custodian: string;
  readonly place: string;
  readonly department: string;
  readonly office: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly owners: string;
  readonly exhibits: number;
  readonly conflicts: number;
  readonly warnings: string;
  readonly next_due: string;
  readonly identified_on: string;
  readonly added_at: string;
  readonly changed_at: string;
  readonly part_of: string | null;
  readonly added_by: string;
}

const columns = `
  a.id, a.case_id, c.number AS case_number, a.number, a.kind, a.name, a.stage, a.stage_on, a.stage_conflict,
  a.open_claims, a.currency, a.value, a.valued_on, a.custodian, a.place, a.department, a.office, a.latitude,
  a.longitude, a.conflicts, a.warnings, a.next_due, a.identified_on, a.added_at, a.changed_at,
  coalesce(u.name, a.added_by) AS added_by,
  (SELECT w.number FROM asset w WHERE w.id = a.part_of) AS part_of,
  (SELECT count(*) FROM asset_exhibit x WHERE x.asset = a.id) AS exhibits,
  (SELECT json_group_array(name) FROM (SELECT DISTINCT p.name FROM asset_holding h JOIN person p ON p.id = h.person
     WHERE h.asset = a.id AND h.role = 'owner' ORDER BY p.name)) AS owners`;

/**
 * Each filter stands in the query only where it is asked for, so that the index of what is asked can be used. Texts are
 * ours; what a caller says goes in as a parameter.
 */
function wanted(user: string, filter: AssetFilter): { where: string; params: Record<string, SqlValue> } {
  const params: Record<string, SqlValue> = {};
  const parts = ['a.void = 0'];
  const ask = (name: string, value: SqlValue | undefined, condition: string): void => {
    if (value === undefined || value === '') return;
    params[name] = value;
    parts.push(condition);
  };
  const list = (values: readonly string[] | undefined): string | undefined =>
    values === undefined || values.length === 0 ? undefined : JSON.stringify(values);
  if (filter.case === undefined)
    ask('user', user, 'a.case_id IN (SELECT t.case_id FROM team_member t WHERE t.user = :user)');
  else ask('case', filter.case, 'a.case_id = :case');
  ask('stages', list(filter.stages), 'a.stage IN (SELECT value FROM json_each(:stages))');
  ask('kinds', list(filter.kinds), 'a.kind IN (SELECT value FROM json_each(:kinds))');
  if (filter.challenged === true) parts.push('a.open_claims > 0');
  ask('currency', filter.currency, 'a.currency = :currency');
  ask('valueFrom', filter.valueFrom, 'a.value >= :valueFrom');
  ask('valueTo', filter.valueTo, 'a.value <= :valueTo');
  ask('custodian', filter.custodian, 'a.custodian = :custodian');
  ask('department', filter.department, 'a.department = :department');
  ask('office', filter.office, 'a.office = :office');
  ask('person', filter.person, 'a.id IN (SELECT h.asset FROM asset_holding h WHERE h.person = :person)');
  ask('text', folded(filter.text?.trim() ?? ''), 'instr(a.search_key, :text) > 0');
  return { where: parts.join(' AND '), params };
}

/** Refuses a range of values that says no currency: amounts of two currencies can't be compared. */
export function requireRange({ currency, valueFrom, valueTo }: AssetFilter): void {
  if (currency === undefined && (valueFrom !== undefined || valueTo !== undefined))
    throw new CustodiaError('call.invalid', { field: 'currency' });
}

const joined = 'asset a JOIN case_file c ON c.id = a.case_id LEFT JOIN user u ON u.id = a.added_by';

/** Assets of the user's teams, a window of them, with how many there are in all. */
export function listAssets(
  sql: Sql,
  user: string,
  input: AssetListInput,
): { total: number; rows: AssetRow[] } {
  requireRange(input);
  const { where, params } = wanted(user, input);
  const total = sql.get<{ n: number }>(`SELECT count(*) AS n FROM asset a WHERE ${where}`, params)?.n ?? 0;
  const direction = input.descending ? 'DESC' : 'ASC';
  // What has no value, and what is due never, stands last in either direction.
  const last =
    input.sort === 'value' ? 'a.value IS NULL, ' : input.sort === 'nextDue' ? "a.next_due = '', " : '';
  const order = sortColumns[input.sort].replaceAll(',', ` ${direction},`);
  const rows = sql.all<Row>(
    `SELECT ${columns} FROM ${joined} WHERE ${where}
     ORDER BY ${last}${order} ${direction}, a.number, a.id LIMIT :limit OFFSET :offset`,
    { ...params, limit: input.limit, offset: input.offset },
  );
  return { total, rows: rows.map(toAssetRow) };
}

export function toAssetRow(row: Row): AssetRow {
  return {
    id: row.id,
    case: row.case_id,
    caseNumber: row.case_number,
    number: row.number,
    kind: row.kind,
    name: row.name,
    stage: row.stage,
    stageOn: row.stage_on,
    stageConflict: row.stage_conflict === 1,
    openClaims: row.open_claims,
    value: moneyOf(row.currency, row.value),
    valuedOn: row.valued_on,
    custodian: row.custodian,
    place: row.place,
    department: row.department,
    office: row.office,
    coordinates:
      row.latitude === null || row.longitude === null
        ? null
        : { latitude: row.latitude, longitude: row.longitude },
    owners: JSON.parse(row.owners) as string[],
    exhibits: row.exhibits,
    conflicts: row.conflicts,
    warnings: (JSON.parse(row.warnings) as Warning[]).length,
    nextDue: row.next_due,
    identifiedOn: row.identified_on,
    addedAt: row.added_at,
    changedAt: row.changed_at,
    partOf: row.part_of,
  };
}

export function moneyOf(currency: string, minor: number | null): Money | null {
  return minor === null ? null : { currency, minor };
}

/** One asset of a case as it stands in lists. @throws `call.notFound` */
export function assetRow(
  sql: Sql,
  caseId: string,
  asset: string,
): { row: AssetRow; addedBy: string; warnings: Warning[] } {
  const row = sql.get<Row>(`SELECT ${columns} FROM ${joined} WHERE a.id = ? AND a.case_id = ?`, [
    asset,
    caseId,
  ]);
  if (row === undefined) throw new CustodiaError('call.notFound', { what: 'asset' });
  return {
    row: toAssetRow(row),
    addedBy: row.added_by,
    warnings: JSON.parse(row.warnings) as Warning[],
  };
}

/** An asset by its id or printed number, among the cases of the user's teams. */
export function resolveAsset(
  sql: Sql,
  user: string,
  given: string,
): { case: string; asset: string; number: string } {
  const row = sql.get<{ case: string; asset: string; number: string }>(
    `SELECT a.case_id AS "case", a.id AS asset, a.number FROM asset a
     JOIN team_member t ON t.case_id = a.case_id AND t.user = :user
     WHERE (a.id = :given OR a.number = :given) AND a.void = 0 ORDER BY a.added_at LIMIT 1`,
    { user, given },
  );
  if (row === undefined) throw new CustodiaError('call.notFound', { what: 'asset' });
  return row;
}

/** What the assets of a case, or of all the user's cases, have to be filtered by. */
export function assetFacets(sql: Sql, user: string, caseId: string | undefined): AssetFacets {
  const { where, params } = wanted(user, { case: caseId });
  const values = (column: string): string[] =>
    sql
      .all<{ value: string }>(
        `SELECT DISTINCT ${column} AS value FROM asset a WHERE ${where} AND ${column} <> '' ORDER BY 1`,
        params,
      )
      .map(({ value }) => value);
  return {
    stages: sql.all(
      `SELECT a.stage, count(*) AS count FROM asset a WHERE ${where} GROUP BY a.stage ORDER BY min(a.stage_rank)`,
      params,
    ),
    kinds: sql.all(
      `SELECT a.kind, count(*) AS count FROM asset a WHERE ${where} GROUP BY a.kind ORDER BY a.kind`,
      params,
    ),
    custodians: values('a.custodian'),
    departments: values('a.department'),
    offices: values('a.office'),
    currencies: values('a.currency'),
  };
}

const groupColumns: Readonly<Record<TotalGroup, string>> = {
  stage: 'a.stage',
  kind: 'a.kind',
  custodian: 'a.custodian',
  office: 'a.office',
  department: 'a.department',
  case: '(SELECT c.number FROM case_file c WHERE c.id = a.case_id)',
};

/** What the assets of each group are worth, per currency. What was split counts in its parts. */
export function groupTotals(sql: Sql, user: string, by: TotalGroup, filter: AssetFilter): GroupTotal[] {
  requireRange(filter);
  const { where, params } = wanted(user, filter);
  const rows = sql.all<{ key: string; currency: string; n: number; sum: string | null }>(
    `SELECT ${groupColumns[by]} AS key, a.currency, count(*) AS n, CAST(sum(a.value) AS TEXT) AS sum
     FROM asset a WHERE ${where} AND a.stage <> 'split' GROUP BY 1, 2 ORDER BY 1, 2`,
    params,
  );
  const groups = new Map<string, { count: number; values: Money[] }>();
  for (const { key, currency, n, sum } of rows) {
    const group = groups.get(key) ?? { count: 0, values: [] };
    group.count += n;
    if (sum !== null) group.values.push({ currency, minor: exactSum(sum) });
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

function exactSum(text: string): number {
  const minor = Number(text);
  if (!Number.isSafeInteger(minor)) throw new CustodiaError('money.tooLarge', { given: text });
  return minor;
}
