import type { ReadContext } from '../../../api/procedure.ts';
import { readStep } from '../../../api/procedure.ts';
import { parseEntry } from '../../../journal/entry.ts';
import { logSize, logStore } from '../../../journal/log-store.ts';
import { inclusionProof, leafHash, rootAt } from '../../../journal/merkle.ts';
import type { LogHead } from '../../../vault/checkpoint-file.ts';
import type { Sql } from '../../../vault/database/sql.ts';
import type { JournalFile } from './journal-file.ts';
import { type Reserve, saysMore, tells } from './reserve.ts';

const userKinds = ['office.founded', 'user.added', 'user.removed', 'role.granted', 'role.revoked'] as const;

interface Row {
  readonly leaf: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sig: Uint8Array<ArrayBuffer>;
}

/** One entry with its way to the log's root. Hashes in hex. */
export interface ProvedEntry {
  readonly leaf: number;
  readonly kind: string;
  /** The exhibit that it is about; empty where it is about a user or the export. */
  readonly exhibit: string;
  readonly text: string;
  readonly signature: string;
  readonly leafHash: string;
  readonly path: readonly string[];
}

export interface JournalMaterial {
  readonly head: LogHead;
  readonly entries: readonly ProvedEntry[];
}

/**
 * The log's head as it is now, and every entry that proves a bundle against it: of its exhibits, of its export, and
 * of the users whose keys signed these, back to the vault's first entry.
 */
export const journalMaterial = readStep(
  'bundles.journal',
  (
    { sql }: ReadContext,
    input: { readonly bundle: string; readonly exhibits: readonly string[] },
  ): JournalMaterial => {
    const store = logStore(sql);
    const size = logSize(sql);
    const rows = rowsAbout(sql, [...new Set([...input.exhibits, input.bundle])]);
    const all = [...userRows(sql, new Set(rows.map(({ author }) => author))), ...rows];
    return {
      head: { size, root: hexOf(rootAt(store, size)) },
      entries: all.map(({ row, kind, exhibit }) => ({
        leaf: row.leaf,
        kind,
        exhibit,
        text: Buffer.from(row.bytes).toString('utf8'),
        signature: Buffer.from(row.sig).toString('base64'),
        leafHash: hexOf(leafHash(row.bytes)),
        path: inclusionProof(store, row.leaf, size).map(hexOf),
      })),
    };
  },
);

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

interface Read {
  readonly row: Row;
  readonly kind: string;
  readonly author: string;
  readonly exhibit: string;
  readonly body: Readonly<Record<string, unknown>>;
}

function read(row: Row): Read[] {
  const entry = parseEntry(row.bytes);
  if (entry === undefined) return [];
  const { kind, author, body } = entry;
  const exhibit = typeof body.exhibit === 'string' ? body.exhibit : '';
  return [{ row, kind, author, exhibit, body }];
}

const marks = (values: readonly string[]): string => values.map(() => '?').join(', ');

/** What was recorded of exhibits, and of the export itself, in the journal's order. */
function rowsAbout(sql: Sql, subjects: readonly string[]): Read[] {
  return sql
    .all<Row>(
      `SELECT e.leaf, e.bytes, e.sig FROM entry_subject s JOIN entry e ON e.id = s.entry
       WHERE s.subject IN (SELECT value FROM json_each(?)) ORDER BY e.leaf`,
      [JSON.stringify(subjects)],
    )
    .flatMap(read);
}

/** The entries that brought in these users and gave them their roles, and those of whoever signed them. */
function userRows(sql: Sql, authors: ReadonlySet<string>): Read[] {
  const rows = sql
    .all<Row>(
      `SELECT leaf, bytes, sig FROM entry WHERE case_id IS NULL AND kind IN (${marks(userKinds)}) ORDER BY leaf`,
      [...userKinds],
    )
    .flatMap(read);
  const needed = new Set(authors);
  let before = -1;
  while (needed.size > before) {
    before = needed.size;
    for (const each of rows) if (needed.has(userOf(each))) needed.add(each.author);
  }
  return rows.filter((each) => each.kind === 'office.founded' || needed.has(userOf(each)));
}

function userOf({ body }: Read): string {
  if (typeof body.user === 'string') return body.user;
  const user = body.user as { readonly id?: unknown } | undefined;
  return typeof user?.id === 'string' ? user.id : '';
}

/** What a package says of its own proofs. */
export interface JournalAbout {
  readonly bundle: string;
  readonly origin: string;
  readonly logKey: string;
  readonly exhibits: JournalFile['exhibits'];
}

/** Each entry as far as the bundle's recipient may read it. */
export function shownEntries({ entries }: JournalMaterial, reserve: Reserve): JournalFile['entries'] {
  return entries.map((entry) => {
    const { leaf, kind, text, signature, leafHash: hash, path } = entry;
    const withheld = whyWithheld(entry, reserve);
    return withheld === null
      ? { leaf, entry: text, signature, path }
      : { leaf, kind, withheld, leafHash: hash, path };
  });
}

function whyWithheld({ kind, exhibit, text }: ProvedEntry, reserve: Reserve): 'reserved' | 'audience' | null {
  if (exhibit !== '' && reserve.exhibits.has(exhibit)) return 'reserved';
  const entry = JSON.parse(text) as { readonly body: Readonly<Record<string, unknown>> };
  if (tells(entry, reserve)) return 'reserved';
  if (exhibit === '') return null;
  return !reserve.papers || saysMore(kind, entry.body, reserve) ? 'audience' : null;
}

/** `data/journal/proof.json`, one entry a line: a person finds their way in it too. */
export function journalText(
  { bundle, origin, logKey, exhibits }: JournalAbout,
  head: LogHead,
  entries: JournalFile['entries'],
): string {
  const file: JournalFile = {
    format: 'custodia-journal-proof',
    version: 1,
    bundle,
    checkpoint: { origin, ...head },
    logKey,
    exhibits,
    entries: [],
  };
  const lines = entries.map((entry) => `\n${JSON.stringify(entry)}`).join(',');
  return `${JSON.stringify(file).slice(0, -2)}${lines}\n]}\n`;
}
