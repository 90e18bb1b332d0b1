import type { Sql } from '../../vault/database/sql.ts';
import {
  type ContextPiece,
  type Hit,
  type HitKind,
  hitKinds,
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

/** What has a name of its own comes before what merely mentions the words. */
const named: readonly HitKind[] = ['case', 'person', 'exhibit'];

const opened = '\u0001';
const closed = '\u0002';

interface Row {
  readonly id: number;
  readonly kind: HitKind;
}

interface HitRow {
  readonly kind: HitKind;
  readonly case: string;
  readonly caseNumber: string;
  readonly subject: string;
  readonly page: number;
  readonly part: string;
  readonly day: string;
  readonly title: string;
  readonly body: string;
  readonly number: string | null;
  readonly label: string | null;
}

/**
 * Looks for a text in all that the user may see: only the teams' cases are looked at, so nothing else can appear or
 * be counted. Newest first within what is named so and what mentions it; there is no guess at relevance.
 */
export function find(sql: Sql, user: string, input: SearchInput, today: string): SearchResult {
  const { match } = parseQuery(input.text, true);
  const counts = Object.fromEntries(hitKinds.map((kind) => [kind, 0])) as Record<HitKind, number>;
  const cases = casesOf(sql, user, input.case);
  if (match === null || cases.all.length === 0) return { hits: [], counts, more: false };
  const months = monthsOf(input.from, input.to, today);
  const ask = (kinds: readonly HitKind[], limit: number): Row[] =>
    sql.all<Row>(rowsOf, {
      match: scoped(match, { cases: cases.few, kinds, months }),
      user,
      all: cases.few.length > 0 ? 1 : 0,
      from: input.from ?? '',
      to: input.to ?? '9999',
      limit,
    });
  const namedWanted = named.filter((kind) => input.kinds?.includes(kind) ?? true);
  const first = namedWanted.length === 0 ? [] : ask(namedWanted, mostNamed);
  const seen = new Set(first.map((row) => row.id));
  const newest = ask(input.kinds ?? [], countedTo + 1);
  const rows = [...first, ...newest.filter((row) => !seen.has(row.id))];
  for (const row of rows) counts[row.kind] += 1;
  return {
    hits: rows.slice(0, input.limit).flatMap((row) => hitOf(sql, row.id, match)),
    counts,
    more: newest.length > countedTo,
  };
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

const rowsOf = `
  SELECT d.id, d.kind FROM doc_text t CROSS JOIN doc d ON d.id = t.rowid
  WHERE doc_text MATCH :match AND d.day BETWEEN :from AND :to
    AND (:all = 1 OR EXISTS (SELECT 1 FROM team_member m WHERE m.case_id = d.case_id AND m.user = :user))
  ORDER BY t.rowid DESC LIMIT :limit`;

// The cast matters: numbers are bound as floating point, and FTS5 passes over a rowid that is no integer.
const hitRow = `
  SELECT d.kind, d.case_id AS "case", c.number AS caseNumber, d.subject, d.page, d.label AS part, d.day,
    highlight(doc_text, 1, '${opened}', '${closed}') AS title,
    snippet(doc_text, 2, '${opened}', '${closed}', '…', 24) AS body,
    coalesce(e.number, p.role) AS number, coalesce(e.name, p.name) AS label
  FROM doc_text t JOIN doc d ON d.id = t.rowid JOIN case_file c ON c.id = d.case_id
    LEFT JOIN exhibit e ON e.id = d.subject LEFT JOIN person p ON p.id = d.subject
  WHERE doc_text MATCH :match AND t.rowid = CAST(:id AS INTEGER)`;

function hitOf(sql: Sql, id: number, match: string): Hit[] {
  const row = sql.get<HitRow>(hitRow, { match, id });
  if (row === undefined) return [];
  const context = pieces(row.body);
  return [
    {
      kind: row.kind,
      case: row.case,
      caseNumber: row.caseNumber,
      id: row.subject,
      number: row.kind === 'case' ? row.caseNumber : (row.number ?? ''),
      label: row.kind === 'case' ? plain(row.title).replace(`${row.caseNumber} `, '') : (row.label ?? ''),
      page: row.kind === 'page' || row.kind === 'speech' ? row.page : null,
      part: row.part,
      day: row.day,
      context: context.some((piece) => piece.found) || row.title === '' ? context : pieces(row.title),
    },
  ];
}

function plain(marked: string): string {
  return marked.replaceAll(opened, '').replaceAll(closed, '');
}

/** Cuts marked text at its marks. Marks that stood in the text itself make no more than a wrong highlight. */
function pieces(marked: string): ContextPiece[] {
  const all: ContextPiece[] = [];
  for (const [index, part] of marked.split(opened).entries()) {
    const end = part.indexOf(closed);
    if (index > 0 && end >= 0) {
      all.push({ text: part.slice(0, end), found: true }, { text: part.slice(end + 1), found: false });
    } else all.push({ text: part, found: false });
  }
  return all.filter((piece) => piece.text !== '');
}
