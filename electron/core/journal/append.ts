import type { KeyObject } from 'node:crypto';
import type { Sql } from '../vault/database/sql.ts';
import { tick } from './clock.ts';
import { type Body, type Entry, parseEntry, type SignedEntry, signEntry } from './entry.ts';
import { logSize, logStore } from './log-store.ts';
import { appendLeaf, leafHash } from './merkle.ts';
import { applyEntry, type Views } from './views.ts';

/** Who writes: the user's id and signing key, and the workstation whose feeds the entries go into. */
export interface Author {
  readonly user: string;
  readonly key: KeyObject;
  readonly workstation: string;
}

/** One fact about to be written. `case` is null for the office's own feed. */
export interface Draft {
  readonly kind: string;
  readonly case: string | null;
  readonly body: Body;
}

/** A jump of the wall clock of less than this is ordinary correction, not worth a record. */
const clockToleranceMs = 2_000;

interface HeadRow {
  readonly at: string | null;
  readonly wall: string | null;
}

export function feedOf(caseId: string | null, workstation: string): string {
  return `${caseId ?? 'office'}.${workstation}`;
}

/**
 * Writes one fact and takes it into the views, inside the caller's transaction. Where the computer's clock has gone
 * back since the last entry, that is written first, as a fact of its own.
 */
export function append(
  sql: Sql,
  views: readonly Views[],
  author: Author,
  draft: Draft,
  now = Date.now(),
): SignedEntry {
  const head = sql.get<HeadRow>('SELECT at, wall FROM log_head');
  const lastWall = head?.wall ?? null;
  if (lastWall !== null && Date.parse(lastWall) - now > clockToleranceMs) {
    write(sql, views, author, now, {
      kind: 'journal.clockSetBack',
      case: null,
      body: { from: lastWall, to: new Date(now).toISOString() },
    });
  }
  return write(sql, views, author, now, draft);
}

function write(sql: Sql, views: readonly Views[], author: Author, now: number, draft: Draft): SignedEntry {
  const feed = feedOf(draft.case, author.workstation);
  const last = sql.get<{ seq: number; id: string }>('SELECT seq, id FROM feed_head WHERE feed = ?', [feed]);
  const at = tick(sql.get<HeadRow>('SELECT at, wall FROM log_head')?.at ?? null, now).hlc;
  const wall = new Date(now).toISOString();
  const entry: Entry = {
    v: 1,
    feed,
    seq: last === undefined ? 0 : last.seq + 1,
    prev: last?.id ?? null,
    at,
    wall,
    author: author.user,
    kind: draft.kind,
    body: draft.body,
  };
  const signed = signEntry(entry, author.key);
  store(sql, signed, draft.case);
  sql.run('UPDATE log_head SET at = ?, wall = ?', [at, wall]);
  // The views take the entry as it is read back: a rebuild sees exactly this, down to the order of keys.
  const read = parseEntry(signed.bytes);
  if (read === undefined) throw new Error('an entry that cannot be read back');
  applyEntry(sql, views, { ...signed, entry: read });
  return signed;
}

/** Puts a signed entry at the end of the Merkle log and at the head of its feed. */
function store(sql: Sql, signed: SignedEntry, caseId: string | null): void {
  const { entry, id, bytes, sig } = signed;
  const leaf = logSize(sql);
  sql.run('INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
    leaf,
    id,
    entry.feed,
    entry.seq,
    entry.at,
    entry.author,
    entry.kind,
    caseId,
    bytes,
    sig,
  ]);
  appendLeaf(logStore(sql), leaf, leafHash(bytes));
  sql.run('UPDATE log_head SET size = ?', [leaf + 1]);
  sql.run('INSERT OR REPLACE INTO feed_head (feed, seq, id) VALUES (?, ?, ?)', [entry.feed, entry.seq, id]);
}
