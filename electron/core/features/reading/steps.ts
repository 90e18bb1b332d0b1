import { indexStep, readStep } from '../../api/procedure.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { addDoc, kindNumber, removeDocs } from '../search/index.ts';
import type { Metadata, Reading, ReadingProgress, ReadingState, TextPage, UnreadReason } from './model.ts';

/** An exhibit whose content is to be read: its text, or the pages of it that are pictures. */
export interface Unread {
  readonly exhibit: string;
  readonly case: string;
  readonly number: string;
  readonly name: string;
  readonly type: string;
  readonly blob: string;
  /** Pages to be read by OCR; empty where it has not been looked at yet. */
  readonly scans: readonly number[];
}

interface UnreadRow extends Omit<Unread, 'scans'> {
  readonly scans: string;
  readonly scans_read: number;
}

/** A file that took its reader down so often is left alone. */
const mostAttempts = 2;
/** Pages read by OCR before they are kept: what a lock may cost. */
const scansAtOnce = 4;

/**
 * What is to be read next: first text, which is quick, then scans. The attempt is counted before it is made, so that
 * a file that takes everything down with it is not tried for ever.
 */
export const nextUnread = indexStep(
  'reading.next',
  ({ sql }, which: 'waiting' | 'scanned'): Unread | null => {
    const row = sql.get<UnreadRow>(
      `SELECT r.exhibit, r.case_id AS "case", e.number, e.name, e.type, e.blob, r.scans, r.scans_read
     FROM reading r JOIN exhibit e ON e.id = r.exhibit WHERE r.state = ? ORDER BY r.exhibit LIMIT 1`,
      [which],
    );
    if (row === undefined) return null;
    const { scans_read: done, scans, ...unread } = row;
    sql.run('UPDATE reading SET attempts = attempts + 1 WHERE exhibit = ?', [row.exhibit]);
    const pages = (JSON.parse(scans) as number[]).slice(done, done + scansAtOnce);
    return { ...unread, scans: which === 'scanned' ? pages : [] };
  },
);

/** How many exhibits wait to be read; with `scans` those that wait for OCR too. */
export const leftUnread = readStep('reading.left', ({ sql }, scans: boolean): number => {
  const states = scans ? ['waiting', 'scanned'] : ['waiting'];
  return (
    sql.get<{ n: number }>(
      'SELECT count(*) AS n FROM reading WHERE state IN (SELECT value FROM json_each(?))',
      [JSON.stringify(states)],
    )?.n ?? 0
  );
});

export interface ReadText {
  readonly exhibit: string;
  readonly case: string;
  readonly pages: readonly TextPage[];
  readonly metadata: Metadata;
  readonly scans: readonly number[];
  readonly hasText: boolean;
  readonly reason: UnreadReason | null;
  readonly at: string;
}

/** Keeps what was read of an exhibit in place of what was there before. */
export const keepText = indexStep('reading.keepText', ({ sql }, read: ReadText): null => {
  removeDocs(sql, read.exhibit, 'page');
  const day = dayOf(sql, read.exhibit);
  for (const page of read.pages) addPage(sql, read, page, day);
  sql.run(
    `UPDATE reading SET state = :state, reason = :reason, pages = :pages, scans = :scans, scans_read = 0,
       attempts = 0, read_at = :at, metadata = :metadata WHERE exhibit = :exhibit`,
    {
      exhibit: read.exhibit,
      state: stateAfter(read),
      reason: read.reason,
      pages: read.pages.length,
      scans: JSON.stringify(read.scans),
      at: read.at,
      metadata: JSON.stringify(read.metadata),
    },
  );
  return null;
});

function stateAfter({ scans, hasText, reason, pages }: ReadText): ReadingState {
  if (scans.length > 0) return 'scanned';
  if (reason !== null) return pages.length > 0 ? 'partly' : 'failed';
  return hasText ? 'read' : 'none';
}

/** A file that could not be read at all: tried once more where it took its reader down, else left with the reason. */
export const keepFailure = indexStep(
  'reading.keepFailure',
  ({ sql }, failed: { exhibit: string; reason: UnreadReason; at: string }): null => {
    const again = ['crashed', 'tooLong'].includes(failed.reason);
    sql.run(
      `UPDATE reading SET state = iif(:again = 1 AND attempts < :most, state, iif(pages > 0, 'partly', 'failed')),
         reason = :reason, read_at = :at WHERE exhibit = :exhibit`,
      { ...failed, again: again ? 1 : 0, most: mostAttempts },
    );
    return null;
  },
);

export interface ReadScans {
  readonly exhibit: string;
  readonly case: string;
  readonly pages: readonly TextPage[];
  /** How many scans were looked at, those without a word among them. */
  readonly looked: number;
  readonly at: string;
}

/** Adds what OCR read. */
export const keepScans = indexStep('reading.keepScans', ({ sql }, read: ReadScans): null => {
  const day = dayOf(sql, read.exhibit);
  const found = read.pages.filter((page) => page.text !== '');
  for (const page of found) {
    removeDocs(sql, read.exhibit, 'page', page.page);
    addPage(sql, read, page, day);
  }
  sql.run(
    `UPDATE reading SET scans_read = scans_read + :looked, pages = pages + :found, attempts = 0, read_at = :at,
       state = iif(scans_read + :looked < json_array_length(scans), 'scanned', iif(reason IS NULL, 'read', 'partly'))
     WHERE exhibit = :exhibit`,
    { exhibit: read.exhibit, looked: read.looked, found: found.length, at: read.at },
  );
  return null;
});

function dayOf(sql: Sql, exhibit: string): string {
  const row = sql.get<{ collected_on: string; attached_at: string }>(
    'SELECT collected_on, attached_at FROM exhibit WHERE id = ?',
    [exhibit],
  );
  return row === undefined ? '' : row.collected_on || row.attached_at.slice(0, 10);
}

function addPage(sql: Sql, of: { exhibit: string; case: string }, page: TextPage, day: string): void {
  addDoc(sql, {
    kind: 'page',
    case: of.case,
    subject: of.exhibit,
    page: page.page,
    label: page.label ?? '',
    day,
    title: '',
    body: page.text,
  });
}

interface ReadingRow {
  readonly state: ReadingState;
  readonly reason: UnreadReason | null;
  readonly pages: number;
  readonly scans: number;
  readonly scans_read: number;
  readonly read_at: string;
  readonly metadata: string;
}

const nothingYet: Reading = {
  state: 'waiting',
  reason: null,
  pages: 0,
  scans: 0,
  scansRead: 0,
  readAt: '',
  metadata: { items: [], summary: {} },
};

/** How far an exhibit has been read; `waiting` where the index does not know it yet. */
export function readingOf(sql: Sql, exhibit: string): Reading {
  const row = sql.get<ReadingRow>(
    `SELECT state, reason, pages, json_array_length(scans) AS scans, scans_read, read_at, metadata
     FROM reading WHERE exhibit = ?`,
    [exhibit],
  );
  if (row === undefined) return nothingYet;
  const { scans_read: scansRead, read_at: readAt, metadata, ...rest } = row;
  return { ...rest, scansRead, readAt, metadata: JSON.parse(metadata) as Metadata };
}

/** The text of an exhibit, page by page, as far as it was read. */
export function textPagesOf(sql: Sql, exhibit: string): TextPage[] {
  return sql.all<TextPage>(
    `SELECT d.page, d.label, t.body AS text FROM doc_place d JOIN page_text t ON t.rowid = d.id
     WHERE d.subject = ? AND d.kind = ? ORDER BY d.page`,
    [exhibit, kindNumber('page')],
  );
}

export const textOf = readStep('reading.text', ({ sql }, exhibit: string): TextPage[] =>
  textPagesOf(sql, exhibit),
);

/** What OCR read of an exhibit's pages that are pictures: nothing for those that have text of their own. */
export const scannedText = readStep('reading.scannedText', ({ sql }, exhibit: string) =>
  scannedPages(sql, exhibit),
);

export function scannedPages(sql: Sql, exhibit: string): TextPage[] {
  return sql.all<TextPage>(
    `SELECT d.page, d.label, t.body AS text FROM reading r
     JOIN doc_place d ON d.subject = r.exhibit AND d.kind = ? JOIN page_text t ON t.rowid = d.id
     WHERE r.exhibit = ? AND d.page IN (SELECT value FROM json_each(r.scans)) ORDER BY d.page`,
    [kindNumber('page'), exhibit],
  );
}

/** Over the cases of the user's teams, or one of them. */
export function readingProgress(sql: Sql, user: string, caseId: string | undefined): ReadingProgress {
  const row = sql.get<ReadingProgress>(
    `SELECT coalesce(sum(r.state = 'waiting'), 0) AS waiting, coalesce(sum(r.state = 'scanned'), 0) AS scanned,
       coalesce(sum(r.state IN ('failed', 'partly')), 0) AS failed, count(*) AS total
     FROM reading r JOIN team_member m ON m.case_id = r.case_id AND m.user = :user
     WHERE :case IS NULL OR r.case_id = :case`,
    { user, case: caseId ?? null },
  );
  return row ?? { waiting: 0, scanned: 0, failed: 0, total: 0 };
}

export const progressStep = readStep('reading.progress', ({ sql, actor }, _input: null) =>
  readingProgress(sql, actor.user, undefined),
);

export const readingSteps = [
  progressStep,
  nextUnread,
  keepText,
  keepFailure,
  keepScans,
  leftUnread,
  textOf,
  scannedText,
];
