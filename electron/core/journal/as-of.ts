import { openMemory, type Sql } from '../vault/database/sql.ts';
import { logSize } from './log-store.ts';
import { applyEntry, createViews, readEntries, type Views } from './views.ts';

interface Kept {
  readonly key: string;
  readonly sql: Sql;
}

let kept: Kept | null = null;

/**
 * The case as it stood at a moment: its views derived, in memory only, from the entries written until then (and from
 * the office's entries, for names). The last one asked for is kept, because a screen asks for several lists of it.
 */
export function openAsOf(sql: Sql, views: readonly Views[], caseId: string, asOf: string): Sql {
  const moment = new Date(asOf).toISOString();
  const key = JSON.stringify([caseId, moment, logSize(sql)]);
  if (kept?.key === key) return kept.sql;
  kept?.sql.close();
  kept = null;
  const past = openMemory();
  past.exec('CREATE TABLE view_definition (one INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL)');
  past.exec(
    'CREATE TABLE entry (leaf INTEGER PRIMARY KEY, id, feed, seq, at, author, kind, case_id, bytes, sig)',
  );
  createViews(past, views);
  for (const entry of readEntries(sql, 'office')) applyEntry(past, views, entry);
  let leaf = 0;
  for (const entry of readEntries(sql, { case: caseId })) {
    if (entry.entry.at.slice(0, moment.length) > moment) continue;
    const { at, author, feed, seq, kind } = entry.entry;
    past.run('INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
      leaf,
      entry.id,
      feed,
      seq,
      at,
      author,
      kind,
      caseId,
      entry.bytes,
      entry.sig,
    ]);
    leaf += 1;
    applyEntry(past, views, entry);
  }
  kept = { key, sql: past };
  return past;
}
