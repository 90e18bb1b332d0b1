import { randomUUID } from 'node:crypto';
import { CustodiaError } from '../../api/errors.ts';
import { readStep, type WriteContext, writeStep } from '../../api/procedure.ts';
import {
  accessRecorded,
  exhibitAttached,
  exhibitMended,
  intakeBegun,
  intakeEnded,
  intakeFailed,
  intakeListed,
} from './entries.ts';
import { requireExhibit, showExhibit } from './list.ts';
import type { ExhibitDetail, IntakeResult, Provenance } from './model.ts';
import { exhibitNumber } from './rules.ts';
import { exhibitCount } from './views.ts';

export interface IntakeFile {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  /** Where it lies in the chosen folder, `/` between; empty for one that was chosen by itself. */
  readonly folder?: string;
}

/** Files named in one entry: a list of a hundred thousand would make an entry of many megabytes. */
const listedAtOnce = 1_000;

/** An intake that has not ended, as the journal knows it. */
export interface OpenIntake {
  readonly id: string;
  readonly case: string;
  /** The exhibit that its files are part of. */
  readonly parent?: string | undefined;
  readonly provenance: Provenance;
  readonly files: readonly IntakeFile[];
  /** By the file's place in the list. */
  readonly results: Readonly<Record<number, IntakeResult>>;
}

export const beginIntake = writeStep(
  'evidence.beginIntake',
  ({ append }, input: Pick<OpenIntake, 'case' | 'parent' | 'provenance' | 'files'>): string => {
    const intake = randomUUID();
    const { files, ...rest } = input;
    append(intakeBegun, input.case, { ...rest, files: files.slice(0, listedAtOnce), intake });
    for (let at = listedAtOnce; at < files.length; at += listedAtOnce)
      append(intakeListed, input.case, {
        case: input.case,
        intake,
        from: at,
        files: files.slice(at, at + listedAtOnce),
      });
    return intake;
  },
);

export const endIntake = writeStep(
  'evidence.endIntake',
  ({ append }, input: { case: string; intake: string; outcome: 'done' | 'cancelled' }): null => {
    append(intakeEnded, input.case, input);
    return null;
  },
);

export const failFile = writeStep(
  'evidence.failFile',
  ({ append }, input: { case: string; intake: string; file: number; code: string }): null => {
    append(intakeFailed, input.case, input);
    return null;
  },
);

export interface StoredFile {
  readonly case: string;
  readonly intake: string;
  readonly file: number;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
  readonly blob: string;
  readonly parent?: string | undefined;
  readonly path?: string;
  readonly createdAt?: string;
  readonly modifiedAt: string;
  readonly provenance: Provenance;
}

/** What a stored file became. */
export interface Attached {
  readonly id: string;
  readonly number: string;
  readonly duplicateOf: string | null;
  /** The blob that serves it: its own, or that of the exhibit with the same content. */
  readonly blob: string;
}

/**
 * Gives files their numbers and writes the facts, all or none. Where the case has the same content already, its blob
 * serves both.
 */
export const attachExhibits = writeStep(
  'evidence.attachExhibits',
  (context, files: readonly StoredFile[]): Attached[] => files.map((file) => attachOne(context, file)),
);

/** One of them, inside the transaction of another step. */
export function attachOne({ sql, append }: WriteContext, stored: StoredFile): Attached {
  const caseNumber = sql.get<{ number: string }>('SELECT number FROM case_file WHERE id = ?', [
    stored.case,
  ])?.number;
  if (caseNumber === undefined) throw new CustodiaError('call.notFound', { what: 'case' });
  const taken = exhibitCount(sql, stored.case);
  const twin = sql.get<{ number: string; blob: string }>(
    'SELECT number, blob FROM exhibit WHERE case_id = ? AND sha256 = ? ORDER BY +position LIMIT 1',
    [stored.case, stored.sha256],
  );
  const id = randomUUID();
  const number = exhibitNumber(caseNumber, taken);
  const blob = twin?.blob ?? stored.blob;
  append(exhibitAttached, stored.case, { ...stored, exhibit: id, number, blob });
  return { id, number, duplicateOf: twin?.number ?? null, blob };
}

interface IntakeRow {
  readonly id: string;
  readonly case: string;
  readonly parent: string | null;
  readonly provenance: string;
}

/** An intake that has not ended, in numbers: what a page shows of one that nobody has resumed. */
export interface IntakeSummary {
  readonly id: string;
  readonly case: string;
  readonly filesDone: number;
  readonly filesTotal: number;
  readonly filesFailed: number;
  readonly filesKnown: number;
  readonly bytesDone: number;
  readonly bytesTotal: number;
}

export const interruptedIntakes = readStep(
  'evidence.interruptedIntakes',
  ({ sql, actor }, _input: null): IntakeSummary[] =>
    sql.all<IntakeSummary>(
      `SELECT i.id, i.case_id AS "case",
         (SELECT count(*) FROM exhibit e WHERE e.intake = i.id) AS filesDone,
         (SELECT count(*) FROM intake_file f WHERE f.intake = i.id) AS filesTotal,
         (SELECT count(*) FROM intake_failure x WHERE x.intake = i.id) AS filesFailed,
         (SELECT count(*) FROM exhibit e WHERE e.intake = i.id AND e.duplicate_of IS NOT NULL) AS filesKnown,
         (SELECT coalesce(sum(e.size), 0) FROM exhibit e WHERE e.intake = i.id) AS bytesDone,
         (SELECT coalesce(sum(f.size), 0) FROM intake_file f WHERE f.intake = i.id) AS bytesTotal
       FROM intake i JOIN team_member t ON t.case_id = i.case_id AND t.user = ?
       WHERE i.outcome IS NULL ORDER BY i.id`,
      [actor.user],
    ),
);

export const openIntakes = readStep('evidence.openIntakes', ({ sql, actor }, _input: null): OpenIntake[] =>
  sql
    .all<IntakeRow>(
      `SELECT i.id, i.case_id AS "case", i.parent, i.provenance FROM intake i
       JOIN team_member t ON t.case_id = i.case_id AND t.user = ? WHERE i.outcome IS NULL ORDER BY i.id`,
      [actor.user],
    )
    .map((row) => ({
      id: row.id,
      case: row.case,
      ...(row.parent === null ? {} : { parent: row.parent }),
      provenance: JSON.parse(row.provenance) as Provenance,
      files: sql.all<IntakeFile>(
        'SELECT path, name, size, folder FROM intake_file WHERE intake = ? ORDER BY file',
        [row.id],
      ),
      results: {
        ...Object.fromEntries(
          sql
            .all<{
              file: number;
              name: string;
              exhibit: string;
              number: string;
              sha256: string;
              size: number;
              type: string;
              duplicateOf: string | null;
            }>(
              `SELECT file, name, id AS exhibit, number, sha256, size, type, duplicate_of AS duplicateOf
               FROM exhibit WHERE intake = ?`,
              [row.id],
            )
            .map(({ file, duplicateOf, ...result }) => [
              file,
              duplicateOf === null ? result : { ...result, duplicateOf },
            ]),
        ),
      },
    })),
);

/** All exhibits with this content get it back. Says how many they are. */
export const mendExhibits = writeStep(
  'evidence.mend',
  ({ sql, append }, input: { from: string; to: string; source: 'file' | 'backup' }): number => {
    const rows = sql.all<{ exhibit: string; case: string }>(
      'SELECT id AS exhibit, case_id AS "case" FROM exhibit WHERE blob = ? ORDER BY number',
      [input.from],
    );
    for (const row of rows) append(exhibitMended, row.case, { ...row, blob: input.to, source: input.source });
    return rows.length;
  },
);

export const isKnownBlob = readStep(
  'evidence.isKnownBlob',
  ({ sql }, blob: string): boolean => sql.get('SELECT 1 FROM exhibit WHERE blob = ?', [blob]) !== undefined,
);

/** An exhibit whose content is about to be opened. Refuses a thing that lies in a store: `exhibit.noContent`. */
export const exhibitDetail = readStep(
  'evidence.detail',
  ({ sql }, input: { case: string; exhibit: string }): ExhibitDetail => {
    const detail = showExhibit(sql, input.case, input.exhibit);
    if (detail.blob === '') throw new CustodiaError('exhibit.noContent', { number: detail.number });
    return detail;
  },
);

/** Refuses a parent that is no exhibit of the case. */
export const requireParent = readStep(
  'evidence.requireParent',
  ({ sql }, input: { case: string; exhibit: string }): null => {
    requireExhibit(sql, input.case, input.exhibit);
    return null;
  },
);

export const recordAccess = writeStep(
  'evidence.recordAccess',
  (
    { append },
    input: { case: string; exhibit: string; what: 'evidence.viewed' | 'evidence.extracted' },
  ): null => {
    append(accessRecorded, input.case, input);
    return null;
  },
);

export const evidenceSteps = [
  beginIntake,
  endIntake,
  failFile,
  attachExhibits,
  mendExhibits,
  openIntakes,
  interruptedIntakes,
  isKnownBlob,
  exhibitDetail,
  requireParent,
  recordAccess,
];
