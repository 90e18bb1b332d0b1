import { readStep, writeStep } from '../../api/procedure.ts';
import { foundDamaged, foundSound } from './entries.ts';
import type { Damage, DamagedExhibit, IntegrityReport } from './model.ts';

/** An exhibit with content, and what its content must be. */
export interface Checkable {
  readonly exhibit: string;
  readonly case: string;
  readonly number: string;
  readonly blob: string;
  readonly sha256: string;
}

const atOnce = 200;

/**
 * The exhibits that were not checked since `before` (ISO), those never checked first. What was found damaged stays so
 * until it is mended.
 */
export const dueForCheck = readStep('integrity.due', ({ sql }, before: string): Checkable[] =>
  sql.all<Checkable>(
    `SELECT e.id AS exhibit, e.case_id AS "case", e.number, e.blob, e.sha256
     FROM exhibit e LEFT JOIN integrity_state i ON i.exhibit = e.id
     WHERE e.blob <> '' AND (i.checked_at IS NULL OR (i.checked_at < ? AND i.outcome = 'sound'))
     ORDER BY coalesce(i.checked_at, '') LIMIT ${atOnce}`,
    [before],
  ),
);

/** Every exhibit with this content, in whatever case: they are damaged and mended together. */
export const sharersOf = readStep('integrity.sharers', ({ sql }, blob: string): Checkable[] =>
  sql.all<Checkable>(
    'SELECT id AS exhibit, case_id AS "case", number, blob, sha256 FROM exhibit WHERE blob = ? ORDER BY number',
    [blob],
  ),
);

export const recordSound = writeStep(
  'integrity.recordSound',
  ({ append }, found: readonly Pick<Checkable, 'case' | 'exhibit'>[]): null => {
    const byCase = Map.groupBy(found, (each) => each.case);
    for (const [caseId, exhibits] of byCase)
      append(foundSound, caseId, { case: caseId, exhibits: exhibits.map((each) => each.exhibit) });
    return null;
  },
);

export const recordDamage = writeStep(
  'integrity.recordDamage',
  ({ sql, append }, found: { case: string; exhibit: string; what: Damage }): null => {
    // Exhibits that share their content are all told of once, with the first of them that was looked at.
    const known = sql.get("SELECT 1 FROM integrity_state WHERE exhibit = ? AND outcome <> 'sound'", [
      found.exhibit,
    ]);
    if (known === undefined) append(foundDamaged, found.case, found);
    return null;
  },
);

export const reportStep = readStep(
  'integrity.report',
  ({ sql, actor }, since: string): Omit<IntegrityReport, 'running'> => {
    const counts = sql.get<{ total: number; checked: number; never: number; oldest: string | null }>(
      `SELECT count(*) AS total, coalesce(sum(i.checked_at >= ?), 0) AS checked,
         coalesce(sum(i.checked_at IS NULL), 0) AS never, min(i.checked_at) AS oldest
       FROM exhibit e LEFT JOIN integrity_state i ON i.exhibit = e.id WHERE e.blob <> ''`,
      [since],
    );
    const damagedCount =
      sql.get<{ n: number }>("SELECT count(*) AS n FROM integrity_state WHERE outcome <> 'sound'")?.n ?? 0;
    const damaged = sql.all<DamagedExhibit>(
      `SELECT i.case_id AS "case", c.number AS caseNumber, i.exhibit, e.number, e.name, i.outcome AS what,
         i.checked_at AS at
       FROM integrity_state i JOIN exhibit e ON e.id = i.exhibit JOIN case_file c ON c.id = i.case_id
         JOIN team_member m ON m.case_id = i.case_id AND m.user = ?
       WHERE i.outcome <> 'sound' ORDER BY e.number LIMIT 500`,
      [actor.user],
    );
    const { total = 0, checked = 0, never = 0, oldest = null } = counts ?? {};
    return { total, checked, oldest: never > 0 ? '' : (oldest ?? ''), damagedCount, damaged };
  },
);

export const integritySteps = [dueForCheck, sharersOf, recordSound, recordDamage, reportStep];
