import type { Sql } from '../../vault/database/sql.ts';
import { contextOf, type Wanted } from './context.ts';
import {
  dayNumber,
  type Hit,
  type HitKind,
  hitKinds,
  isNamed,
  type SearchInput,
  type SearchResult,
} from './model.ts';
import { monthsOf, parseQuery, scoped } from './query.ts';

/** Hits are counted up to here; beyond, people are told that there are more. */
export const countedTo = 1_000;
/** Up to so many cases a search asks for them in the index; who sees more is told apart hit by hit. */
const fewCases = 50;

/** So many of what is named so come first. */
const mostNamed = 200;

interface Row {
  readonly id: number;
  /** Its number in the index. */
  readonly kind: number;
}

interface HitRow {
  readonly kind: number;
  readonly case: string;
  readonly caseNumber: string;
  readonly subject: string;
  readonly page: number;
  readonly part: string;
  /** yyyymmdd, 0 for none. */
  readonly day: number;
  readonly title: string;
  readonly body: string;
  readonly number: string | null;
  readonly label: string | null;
}

/**
 * Looks for a text in all that the user may see: only the teams' cases are looked at, so nothing else can appear or
 * be counted. What is named so comes before what mentions it, the newest first; there is no guess at relevance.
 */
export function find(sql: Sql, user: string, input: SearchInput, today: string): SearchResult {
  const counts = Object.fromEntries(hitKinds.map((kind) => [kind, 0])) as Record<HitKind, number>;
  const { match, wanted } = parseQuery(input.text, true);
  const cases = casesOf(sql, user, input.case);
  if (match === null || cases.all.length === 0) return { hits: [], counts, more: false };
  const months = monthsOf(input.from, input.to, today);
  const limits = (kinds: readonly HitKind[]) => ({
    user,
    all: cases.few.length > 0 ? 1 : 0,
    from: dayNumber(input.from ?? ''),
    to: dayNumber(input.to ?? '9999-12-31'),
    person: input.person ?? '',
    scope: (columns: string) => scoped(match(columns), { cases: cases.few, kinds, months }),
  });
  const kindsIn = (named: boolean): HitKind[] | null => {
    if (input.kinds === undefined) return [];
    const kinds = input.kinds.filter((kind) => isNamed(kind) === named);
    return kinds.length === 0 ? null : kinds;
  };
  const look = (table: Table, kinds: HitKind[] | null, most: number): Row[] =>
    kinds === null ? [] : lookIn(sql, table, limits(kinds), most);
  const named = look(names, kindsIn(true), mostNamed);
  const pages = look(texts, kindsIn(false), countedTo + 1);
  for (const row of [...named, ...pages]) {
    const kind = hitKinds[row.kind];
    if (kind !== undefined) counts[kind] += 1;
  }
  const shown = [
    ...hitsOf(sql, names, named.slice(0, input.limit)),
    ...hitsOf(sql, texts, pages.slice(0, Math.max(0, input.limit - named.length))),
  ];
  return {
    hits: shown.map((row) => toHit(row, wanted)),
    counts,
    more: named.length === mostNamed || pages.length > countedTo,
  };
}

interface Table {
  readonly name: 'name_text' | 'page_text';
  readonly columns: string;
}

const names: Table = { name: 'name_text', columns: 'title body' };
const texts: Table = { name: 'page_text', columns: 'body' };

interface Limits {
  readonly user: string;
  readonly all: number;
  readonly from: number;
  readonly to: number;
  readonly person: string;
  scope(columns: string): string;
}

/** Which there are, the newest first. The index is asked once: the words around a hit are found in its text. */
function lookIn(sql: Sql, { name, columns }: Table, limits: Limits, most: number): Row[] {
  const { user, all, from, to, person } = limits;
  return sql.all<Row>(
    `SELECT d.id, d.kind FROM ${name} t CROSS JOIN doc d ON d.id = t.rowid
     WHERE ${name} MATCH :match AND d.day BETWEEN :from AND :to
       AND (:person = '' OR EXISTS (SELECT 1 FROM doc_place o WHERE o.id = d.id AND (o.subject = :person
         OR o.subject IN (SELECT l.exhibit FROM mark_link l WHERE l.to_id = :person)
         OR o.subject IN (SELECT h.asset FROM asset_holding h WHERE h.person = :person))))
       AND (:all = 1 OR d.of_case IN (
         SELECT s.n FROM scope_case s JOIN team_member m ON m.case_id = s.case_id AND m.user = :user))
     ORDER BY t.rowid DESC LIMIT :most`,
    { user, all, from, to, person, most, match: limits.scope(columns) },
  );
}

function hitsOf(sql: Sql, { name }: Table, rows: readonly Row[]): HitRow[] {
  return rows.flatMap(({ id }) => {
    const hit = sql.get<HitRow>(
      // The cast matters: numbers are bound as floating point, and FTS5 passes over a rowid that is no integer.
      `SELECT d.kind, s.case_id AS "case", c.number AS caseNumber, o.subject, o.page, o.label AS part, d.day,
         ${name === 'name_text' ? 't.title' : "''"} AS title, t.body,
         coalesce(e.number, a.number, p.role) AS number, coalesce(e.name, a.name, p.name) AS label
       FROM doc d JOIN doc_place o ON o.id = d.id JOIN ${name} t ON t.rowid = CAST(:id AS INTEGER)
         JOIN scope_case s ON s.n = d.of_case JOIN case_file c ON c.id = s.case_id
         LEFT JOIN exhibit e ON e.id = o.subject LEFT JOIN person p ON p.id = o.subject
         LEFT JOIN asset a ON a.id = o.subject
       WHERE d.id = :id`,
      { id },
    );
    return hit === undefined ? [] : [hit];
  });
}

/** The user's cases: all of them, and their numbers in the index where they are few enough to be asked for there. */
function casesOf(
  sql: Sql,
  user: string,
  only: string | undefined,
): { all: readonly string[]; few: number[] } {
  const all = sql
    .all<{ id: string }>(
      'SELECT case_id AS id FROM team_member WHERE user = :user AND (:only IS NULL OR case_id = :only) LIMIT :most',
      { user, only: only ?? null, most: fewCases + 1 },
    )
    .map((row) => row.id);
  if (all.length > fewCases) return { all, few: [] };
  const numbers = sql.all<{ n: number }>(
    'SELECT n FROM scope_case WHERE case_id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(all)],
  );
  // A case without a number has no text in the index yet: -1 finds nothing.
  return { all, few: numbers.length === 0 ? [-1] : numbers.map((row) => row.n) };
}

function toHit(row: HitRow, wanted: readonly Wanted[]): Hit {
  const inBody = contextOf(row.body, wanted);
  const kind = hitKinds[row.kind] ?? 'entry';
  return {
    kind,
    case: row.case,
    caseNumber: row.caseNumber,
    id: row.subject,
    number: kind === 'case' ? row.caseNumber : (row.number ?? ''),
    label: kind === 'case' ? row.title.replace(`${row.caseNumber} `, '') : (row.label ?? ''),
    page: kind === 'page' || kind === 'speech' ? row.page : null,
    part: row.part,
    day: row.day === 0 ? '' : String(row.day).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'),
    context: inBody.length > 0 ? inBody : contextOf(row.title, wanted),
  };
}
