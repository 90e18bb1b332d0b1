import type { Sql } from '../vault/database/sql.ts';
import { canonicalBytes, type Json } from './canonical.ts';
import { entryId, parseEntry, type SignedEntry, signatureHolds } from './entry.ts';
import { publicKeyFromText } from './keys.ts';
import { logSize } from './log-store.ts';
import { appendLeaf, leafHash, type NodeStore } from './merkle.ts';
import type { Problem, Verification } from './model.ts';

/** Says whose key an entry must be signed with, following the office's own entries. */
export interface Admission {
  admit(entry: SignedEntry): { readonly signKey: string } | { readonly refused: string };
}

interface Row {
  readonly leaf: number;
  readonly id: string;
  readonly feed: string;
  readonly seq: number;
  readonly kind: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sig: Uint8Array<ArrayBuffer>;
}

interface Head {
  readonly seq: number;
  readonly id: string;
  readonly at: string;
}

/** More than this many problems are counted, not listed. */
const listed = 1_000;
const pageSize = 2_000;

/** Checks the whole journal from its first entry, independently of every view. */
export function verifyJournal(sql: Sql, authority: Admission): Verification & { entries: number } {
  const problems: Problem[] = [];
  const note = (item: string, what: string): void => {
    if (problems.length < listed) problems.push({ item, what });
  };
  const checker = createEntryChecker(authority, note);
  const rebuilt = memoryStore();
  let expected = 0;
  for (let after = -1; ; ) {
    const rows = sql.all<Row>(
      `SELECT leaf, id, feed, seq, kind, bytes, sig FROM entry WHERE leaf > ? ORDER BY leaf LIMIT ${pageSize}`,
      [after],
    );
    for (const row of rows) {
      if (row.leaf !== expected) note(`leaf ${expected}`, 'missing');
      checker.check(row);
      appendLeaf(rebuilt, expected, leafHash(row.bytes));
      expected += 1;
      after = row.leaf;
    }
    if (rows.length < pageSize) break;
  }
  const size = logSize(sql);
  if (size !== expected) note('log', `head says ${size} entries, there are ${expected}`);
  else if (!sameNodes(sql, rebuilt)) note('log', 'Merkle nodes differ from the entries');
  return { valid: problems.length === 0, problems, entries: expected };
}

/** Every node that is kept, not only those that today's root is made of: proofs are made of all of them. */
function sameNodes(sql: Sql, rebuilt: ReturnType<typeof memoryStore>): boolean {
  let [level, position, seen] = [-1, -1, 0];
  for (;;) {
    const rows = sql.all<{ level: number; position: number; hash: Uint8Array }>(
      `SELECT level, position, hash FROM merkle_node WHERE (level, position) > (?, ?)
       ORDER BY level, position LIMIT ${pageSize}`,
      [level, position],
    );
    for (const row of rows) {
      const expected = rebuilt.get(row.level, row.position);
      if (expected === undefined || !Buffer.from(row.hash).equals(expected)) return false;
      ({ level, position } = row);
      seen += 1;
    }
    if (rows.length < pageSize) return seen === rebuilt.count();
  }
}

/** Checks entries one after the other: for a database, and for the journal lines of a bundle. */
export function createEntryChecker(
  authority: Admission,
  note: (item: string, what: string) => void,
): { check(row: Omit<Row, 'leaf'>): void } {
  const heads = new Map<string, Head>();
  const keys = new Map<string, ReturnType<typeof publicKeyFromText>>();

  function keyFor(text: string): ReturnType<typeof publicKeyFromText> {
    const known = keys.get(text) ?? publicKeyFromText(text);
    keys.set(text, known);
    return known;
  }

  function checkChain(item: string, entry: SignedEntry): void {
    const { feed, seq, prev, at } = entry.entry;
    const head = heads.get(feed);
    if (seq !== (head === undefined ? 0 : head.seq + 1)) note(item, 'out of order in its feed');
    if (prev !== (head?.id ?? null)) note(item, 'does not follow the entry before it');
    if (head !== undefined && at <= head.at) note(item, 'clock goes back');
    heads.set(feed, { seq, id: entry.id, at });
  }

  return {
    check: (row) => {
      const item = row.id.slice(0, 16);
      const entry = parseEntry(row.bytes);
      if (entry === undefined) return note(item, 'not an entry');
      if (entryId(row.bytes) !== row.id) note(item, 'content does not match its id');
      if (!Buffer.from(canonicalBytes(entry as unknown as Json)).equals(row.bytes))
        note(item, 'not canonical');
      if (entry.feed !== row.feed || entry.seq !== row.seq || entry.kind !== row.kind) {
        note(item, 'filed under another feed, number or kind');
      }
      const signed: SignedEntry = { id: row.id, entry, bytes: row.bytes, sig: row.sig };
      checkChain(item, signed);
      const admitted = authority.admit(signed);
      if ('refused' in admitted) return note(item, admitted.refused);
      if (!signatureHolds(row.bytes, row.sig, keyFor(admitted.signKey)))
        note(item, 'signature does not hold');
    },
  };
}

/** Keeps only the nodes of a log that is being rebuilt. */
function memoryStore(): NodeStore & { count(): number } {
  const nodes = new Map<string, Uint8Array>();
  return {
    count: () => nodes.size,
    get: (level, position) => nodes.get(`${level}/${position}`),
    put: (level, position, hash) => {
      nodes.set(`${level}/${position}`, hash);
    },
  };
}
