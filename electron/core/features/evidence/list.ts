import { CustodiaError } from '../../api/errors.ts';
import { readFields } from '../../journal/fields.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { folded } from '../cases/index.ts';
import { allowedEvents, type CustodyEvent, custodyOf, custodyStateOf } from '../custody/index.ts';
import { factsOf } from './items/facts.ts';
import type { ItemCategory } from './items/model.ts';
import type { ExhibitDetail, ExhibitKind, ExhibitListInput, ExhibitRow, Viewer } from './model.ts';
import { exhibitFields } from './model.ts';
import { viewerFor } from './rules.ts';
import { exhibitCount } from './views.ts';

/** The only text of a caller that chooses SQL, and only from here. */
const sortColumns: Readonly<Record<ExhibitListInput['sort'], string>> = {
  number: 'e.position',
  name: 'e.name',
  type: 'e.type',
  size: 'e.size',
  collectedOn: 'e.collected_on',
  attachedAt: 'e.attached_at',
};

interface Row {
  readonly id: string;
  readonly number: string;
  readonly kind: ExhibitKind;
  readonly parent: string | null;
  readonly parent_number: string | null;
  readonly inside: number;
  readonly depth: number | null;
  readonly category: ItemCategory | '';
  readonly path: string;
  readonly created_at: string;
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly source: string;
  readonly collected_on: string;
  readonly attached_at: string;
  readonly attached_by: string;
  readonly duplicate_of: string | null;
  readonly custody: CustodyEvent | null;
  readonly holder: string;
  readonly modified_at: string;
  readonly blob: string;
}

const columns = `
  e.id, e.number, e.kind, e.parent, h.number AS parent_number, e.category,
  (SELECT count(*) FROM exhibit c WHERE c.parent = e.id) AS inside, e.path, e.created_at, e.name, e.description, e.type, e.size, e.sha256, e.source, e.collected_on, e.attached_at,
  coalesce(u.name, e.attached_by) AS attached_by, e.duplicate_of, s.event AS custody,
  coalesce(s.holder, '') AS holder, e.modified_at, e.blob`;

const joined = `
  exhibit e LEFT JOIN user u ON u.id = e.attached_by LEFT JOIN custody_state s ON s.exhibit = e.id
  LEFT JOIN exhibit h ON h.id = e.parent`;

/**
 * Where every exhibit lies, from those that lie in none (or in the one that is asked for) inwards. It ends at a depth
 * that no real box has: two offices may each have put one exhibit into the other.
 */
const tree = `
  WITH RECURSIVE tree (id, place, depth) AS (
    SELECT id, printf('%09d', position), 0 FROM exhibit
    WHERE case_id = :case AND CASE :inside WHEN '' THEN parent IS NULL ELSE parent = :inside END
    UNION ALL
    SELECT c.id, t.place || '.' || printf('%09d', c.position), t.depth + 1
    FROM tree t JOIN exhibit c ON c.parent = t.id WHERE t.depth < 20 AND c.id <> :inside)`;

/** What a filter asks for; the condition of one that is not used is left out, so that an index alone answers the rest. */
const conditions = [
  ['text', 'instr(e.search_key, :text) > 0'],
  ['viewer', "e.kind <> 'item' AND e.type IN (SELECT value FROM json_each(:types))"],
  ['tag', 'EXISTS (SELECT 1 FROM mark_tag m WHERE m.exhibit = e.id AND m.key = :tag)'],
  [
    'collection',
    'EXISTS (SELECT 1 FROM mark_collected m WHERE m.exhibit = e.id AND m.collection = :collection)',
  ],
  [
    'person',
    "EXISTS (SELECT 1 FROM mark_link m WHERE m.exhibit = e.id AND m.to_kind = 'person' AND m.to_id = :person)",
  ],
  ['kind', 'e.kind = :kind'],
  ['inside', 't.id IS NOT NULL'],
] as const;

/** The exhibits of a case, a window of them. The viewer depends on the type alone, so it filters by the types seen. */
export function listExhibits(sql: Sql, input: ExhibitListInput): { total: number; rows: ExhibitRow[] } {
  const given = {
    text: folded(input.text?.trim() ?? ''),
    viewer: input.viewer ?? '',
    tag: folded((input.tag ?? '').trim().replaceAll(/\s+/gu, ' ')),
    collection: input.collection ?? '',
    person: input.person ?? '',
    kind: input.kind ?? '',
    inside: input.inside ?? '',
  };
  const params = {
    ...given,
    case: input.case,
    types: JSON.stringify(typesShownBy(sql, input.case, input.viewer)),
  };
  const byTree =
    input.tree === true && input.sort === 'number' && !input.descending && hasInside(sql, input.case);
  const withTree = byTree || given.inside !== '';
  const asked = conditions.flatMap(([name, condition]) => (given[name] === '' ? [] : [condition]));
  const wanted = `
    FROM exhibit e ${withTree ? 'LEFT JOIN tree t ON t.id = e.id' : ''}
    WHERE ${['e.case_id = :case', ...asked].join(' AND ')}`;
  const known = withTree ? tree : '';
  // Counting a hundred thousand rows takes far longer than showing the first of them: the whole is kept counted.
  const total =
    asked.length === 0
      ? exhibitCount(sql, input.case)
      : (sql.get<{ n: number }>(`${known} SELECT count(*) AS n ${wanted}`, params)?.n ?? 0);
  const direction = input.descending ? 'DESC' : 'ASC';
  const order = byTree ? 't.place' : `${sortColumns[input.sort]} ${direction}, e.position ${direction}`;
  // Which rows these are is found first: what stands beside a row is looked up for those alone, not for all before them.
  const rows = sql.all<Row>(
    `${known} SELECT ${columns}, ${withTree ? 't.depth' : '0 AS depth'}
     FROM ${joined} ${withTree ? 'LEFT JOIN tree t ON t.id = e.id' : ''}
     WHERE e.id IN (SELECT e.id ${wanted} ORDER BY ${order} LIMIT :limit OFFSET :offset)
     ORDER BY ${order}`,
    { ...params, limit: input.limit, offset: input.offset },
  );
  return { total, rows: rows.map(toExhibitRow) };
}

/** Whether any exhibit of the case lies in another; where none does, the tree is the list by number. */
function hasInside(sql: Sql, caseId: string): boolean {
  const found = sql.get(
    'SELECT 1 FROM exhibit INDEXED BY exhibit_inside WHERE parent IS NOT NULL AND case_id = ? LIMIT 1',
    [caseId],
  );
  return found !== undefined;
}

function typesShownBy(sql: Sql, caseId: string, viewer: Viewer | undefined): string[] {
  if (viewer === undefined) return [];
  return sql
    .all<{ type: string }>('SELECT DISTINCT type FROM exhibit WHERE case_id = ?', [caseId])
    .map((row) => row.type)
    .filter((type) => viewerFor(type) === viewer);
}

function toExhibitRow(row: Row): ExhibitRow {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    parent: row.parent,
    parentNumber: row.parent_number,
    inside: row.inside,
    depth: row.depth ?? 0,
    category: row.category === '' ? null : row.category,
    name: row.name,
    description: row.description,
    type: row.type,
    viewer: viewerFor(row.type),
    size: row.size,
    sha256: row.sha256,
    source: row.source,
    collectedOn: row.collected_on,
    attachedAt: row.attached_at,
    attachedBy: row.attached_by,
    duplicateOf: row.duplicate_of,
    custody: row.custody,
    holder: row.holder,
  };
}

function exhibitRow(sql: Sql, caseId: string, exhibit: string): Row {
  const row = sql.get<Row>(`SELECT ${columns}, 0 AS depth FROM ${joined} WHERE e.id = ? AND e.case_id = ?`, [
    exhibit,
    caseId,
  ]);
  if (row === undefined) throw new CustodiaError('call.notFound', { what: 'exhibit' });
  return row;
}

/** Refuses an id that is not an exhibit of this case. */
export function requireExhibit(sql: Sql, caseId: string, exhibit: string): void {
  exhibitRow(sql, caseId, exhibit);
}

export function showExhibit(sql: Sql, caseId: string, exhibit: string): ExhibitDetail {
  const row = exhibitRow(sql, caseId, exhibit);
  const custodyRecords = custodyOf(sql, exhibit);
  const fields = readFields(sql, exhibit, exhibitFields);
  return {
    ...toExhibitRow(row),
    fields,
    item: row.kind === 'item' ? factsOf(fields) : null,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    path: row.path,
    blob: row.blob,
    custodyRecords,
    allowedEvents: allowedEvents(custodyStateOf(sql, exhibit)),
  };
}

/** The id of an exhibit by its id or printed number, among the cases of the user's teams. */
export function resolveExhibit(sql: Sql, user: string, given: string): { case: string; exhibit: string } {
  const row = sql.get<{ case: string; exhibit: string }>(
    `SELECT e.case_id AS "case", e.id AS exhibit FROM exhibit e
     JOIN team_member t ON t.case_id = e.case_id AND t.user = :user WHERE e.id = :given OR e.number = :given`,
    { user, given },
  );
  if (row === undefined) throw new CustodiaError('call.notFound', { what: 'exhibit' });
  return row;
}
