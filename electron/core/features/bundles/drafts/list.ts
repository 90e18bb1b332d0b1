import { CustodiaError } from '../../../api/errors.ts';
import type { Sql } from '../../../vault/database/sql.ts';
import { folded } from '../../cases/index.ts';
import { listProfiles, loadProfile } from '../compose/profile.ts';
import type { Composition } from '../model.ts';
import { renumbering } from './late.ts';
import type { Draft, DraftRow, Purpose, Renumbering, VersionRow } from './model.ts';

/** Of versions with the same number, from two offices, the later one stands. */
const newest = 'ORDER BY v.version DESC, v.at DESC, v.entry DESC LIMIT 1';

interface ListRow extends Omit<DraftRow, 'given'> {
  readonly givenVersion: number | null;
  readonly givenAt: string | null;
}

/** The kept bundles of a case, the one that was saved last first. */
export function listDrafts(sql: Sql, caseId: string): DraftRow[] {
  const rows = sql.all<ListRow>(
    `SELECT v.draft AS id, v.name, v.purpose, v.audience, v.version, v.at, coalesce(u.name, v.author) AS author,
       v.exhibits, v.sections, g.version AS givenVersion, max(g.at) AS givenAt
     FROM bundle_version v LEFT JOIN user u ON u.id = v.author
     LEFT JOIN bundle_given g ON g.draft = v.draft
       AND g.version = (SELECT max(version) FROM bundle_given WHERE draft = v.draft)
     WHERE v.case_id = ? AND NOT EXISTS (
       SELECT 1 FROM bundle_version w WHERE w.draft = v.draft
         AND (w.version, w.at, w.entry) > (v.version, v.at, v.entry))
     GROUP BY v.entry ORDER BY v.at DESC, v.entry`,
    [caseId],
  );
  return rows.map(({ givenVersion, givenAt, ...row }) => ({
    ...row,
    given: givenVersion === null || givenAt === null ? null : { version: givenVersion, at: givenAt },
  }));
}

interface Row {
  readonly version: number;
  readonly at: string;
  readonly author: string;
  readonly name: string;
  readonly purpose: Purpose;
  readonly composition: string;
}

function findVersion(sql: Sql, caseId: string, draft: string, version?: number): Row | undefined {
  return sql.get<Row>(
    `SELECT v.version, v.at, coalesce(u.name, v.author) AS author, v.name, v.purpose, v.composition
     FROM bundle_version v LEFT JOIN user u ON u.id = v.author
     WHERE v.draft = :draft AND v.case_id = :case AND (:version = 0 OR v.version = :version) ${newest}`,
    { draft, case: caseId, version: version ?? 0 },
  );
}

/** One version of a kept bundle, the newest where none is named. Refuses what is not of this case. */
export function showDraft(sql: Sql, caseId: string, draft: string, version?: number): Draft {
  const row = findVersion(sql, caseId, draft, version);
  const last = findVersion(sql, caseId, draft);
  if (row === undefined || last === undefined)
    throw new CustodiaError('call.notFound', { what: last === undefined ? 'draft' : 'version' });
  const composition = JSON.parse(row.composition) as Composition;
  const before = givenBefore(sql, draft, row.version);
  return {
    id: draft,
    version: row.version,
    at: row.at,
    author: row.author,
    name: row.name,
    purpose: row.purpose,
    composition,
    last: last.version,
    given: givenBefore(sql, draft),
    renumbers:
      before === null
        ? null
        : renumbersOf(composition, {
            version: before.version,
            composition: compositionOf(sql, caseId, draft, before.version),
          }),
  };
}

interface GivenOut {
  readonly version: number;
  readonly composition: Composition;
}

/** What a composition does to the numbers that were given out, by the rules of its court; a court that is gone inserts. */
export function renumbersOf(next: Composition, { version, composition }: GivenOut): Renumbering | null {
  const isKnown = listProfiles().some(({ id }) => id === next.profile);
  const late = isKnown ? loadProfile(next.profile).numbering.late : 'suffix';
  return renumbering(next, composition, version, late);
}

/** The last version, below this one, that was given out. */
function givenBefore(sql: Sql, draft: string, version = Number.MAX_SAFE_INTEGER): DraftRow['given'] {
  const row = sql.get<{ version: number; at: string }>(
    'SELECT version, at FROM bundle_given WHERE draft = ? AND version < ? ORDER BY version DESC, at DESC LIMIT 1',
    [draft, version],
  );
  return row ?? null;
}

/** What was given out of it last: the version and what it consisted of. */
export function givenOut(sql: Sql, caseId: string, draft: string): GivenOut | null {
  const given = givenBefore(sql, draft);
  return given === null
    ? null
    : { version: given.version, composition: compositionOf(sql, caseId, draft, given.version) };
}

function compositionOf(sql: Sql, caseId: string, draft: string, version: number): Composition {
  const row = findVersion(sql, caseId, draft, version);
  if (row === undefined) throw new CustodiaError('call.notFound', { what: 'version' });
  return JSON.parse(row.composition) as Composition;
}

/** Every version of a kept bundle, the newest first. */
export function versionsOf(sql: Sql, caseId: string, draft: string): VersionRow[] {
  const rows = sql.all<VersionRow>(
    `SELECT v.version, v.name, v.at, coalesce(u.name, v.author) AS author, v.exhibits,
       (SELECT max(g.at) FROM bundle_given g WHERE g.draft = v.draft AND g.version = v.version) AS given
     FROM bundle_version v LEFT JOIN user u ON u.id = v.author
     WHERE v.draft = ? AND v.case_id = ? ORDER BY v.version DESC, v.at DESC, v.entry DESC`,
    [draft, caseId],
  );
  if (rows.length === 0) throw new CustodiaError('call.notFound', { what: 'draft' });
  return rows;
}

/** Refuses a name that another kept bundle of the case has: people and the command line find it by its name. */
export function requireFreeName(sql: Sql, caseId: string, name: string, draft: string | null): void {
  const wanted = folded(name);
  const taken = listDrafts(sql, caseId).some((row) => row.id !== draft && folded(row.name) === wanted);
  if (taken) throw new CustodiaError('draft.nameTaken', { name });
}

/** Refuses exhibits that do not exist or lie in another case, all in one go. */
export function requireExhibits(sql: Sql, caseId: string, exhibits: readonly string[]): void {
  const missing = sql.get<{ id: string; count: number }>(
    `SELECT min(j.value) AS id, count(*) AS count FROM json_each(?) j
     WHERE NOT EXISTS (SELECT 1 FROM exhibit e WHERE e.id = j.value AND e.case_id = ?)`,
    [JSON.stringify(exhibits), caseId],
  );
  if (missing !== undefined && missing.count > 0)
    throw new CustodiaError('draft.exhibitUnknown', { exhibit: missing.id, count: missing.count });
}

/** The printed number of an exhibit of the case; what was given where there is none. */
export function numberIn(sql: Sql, caseId: string): (exhibit: string) => string {
  return (exhibit) =>
    sql.get<{ number: string }>('SELECT number FROM exhibit WHERE id = ? AND case_id = ?', [exhibit, caseId])
      ?.number ?? exhibit;
}
