import { createHash } from 'node:crypto';
import type { Sql } from '../vault/database/sql.ts';
import { parseEntry, type SignedEntry } from './entry.ts';

/** How one feature's tables follow from the entries. `apply` must depend on nothing but the entry and the tables. */
export interface Views {
  /** Table name → its DDL with its indexes. The name is what a rebuild drops. */
  readonly tables: Readonly<Record<string, string>>;
  readonly apply: Readonly<Record<string, (sql: Sql, entry: SignedEntry) => void>>;
  /** Called for every entry, whatever its kind, after all `apply`. */
  readonly applyEvery?: (sql: Sql, entry: SignedEntry) => void;
}

export function createViews(sql: Sql, views: readonly Views[]): void {
  for (const view of views) for (const ddl of Object.values(view.tables)) sql.exec(ddl);
  sql.run('INSERT OR REPLACE INTO view_definition (one, fingerprint) VALUES (1, ?)', [fingerprint(views)]);
}

/** Changes when any table's definition changes: then the views are rebuilt at the next opening. */
export function fingerprint(views: readonly Views[]): string {
  const hash = createHash('sha256');
  for (const view of views) hash.update(JSON.stringify([view.tables, Object.keys(view.apply)]));
  return hash.digest('hex');
}

export function viewsAreCurrent(sql: Sql, views: readonly Views[]): boolean {
  const row = sql.get<{ fingerprint: string }>('SELECT fingerprint FROM view_definition');
  return row?.fingerprint === fingerprint(views);
}

/** Lets every feature that knows the entry's kind take it into its tables. */
export function applyEntry(sql: Sql, views: readonly Views[], entry: SignedEntry): void {
  for (const view of views) view.apply[entry.entry.kind]?.(sql, entry);
  for (const view of views) view.applyEvery?.(sql, entry);
}

interface EntryRow {
  readonly leaf: number;
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sig: Uint8Array<ArrayBuffer>;
}

const pageSize = 5_000;

/** Entries in the order in which they came into this journal, a page at a time. `where` is fixed text of ours. */
export function* readEntries(
  sql: Sql,
  where: 'all' | { readonly case: string } | 'office',
): Generator<SignedEntry> {
  const condition = where === 'all' ? '1' : where === 'office' ? 'case_id IS NULL' : 'case_id = :case';
  const params = typeof where === 'object' ? { case: where.case } : {};
  let after = -1;
  for (;;) {
    const rows = sql.all<EntryRow>(
      `SELECT leaf, id, bytes, sig FROM entry WHERE ${condition} AND leaf > :after ORDER BY leaf LIMIT ${pageSize}`,
      { ...params, after },
    );
    for (const row of rows) {
      const entry = parseEntry(row.bytes);
      if (entry !== undefined) yield { id: row.id, entry, bytes: row.bytes, sig: row.sig };
      after = row.leaf;
    }
    if (rows.length < pageSize) return;
  }
}

/** Drops every view and derives it from the journal again: the result is the same to the byte. */
export function rebuildViews(sql: Sql, views: readonly Views[]): void {
  sql.transaction(() => {
    for (const view of views)
      for (const table of Object.keys(view.tables)) sql.exec(`DROP TABLE IF EXISTS ${table}`);
    createViews(sql, views);
    for (const entry of readEntries(sql, 'all')) applyEntry(sql, views, entry);
  });
}

/** SHA-256 over every row of every view, in a fixed order: equal for equal contents. */
export function viewsDigest(sql: Sql, views: readonly Views[]): string {
  const hash = createHash('sha256');
  for (const view of views) {
    for (const table of Object.keys(view.tables)) {
      const columns = sql.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`);
      const order = columns.map((column) => `"${column.name}"`).join(', ');
      hash.update(`${table}\n`);
      for (const row of sql.all<Record<string, unknown>>(`SELECT ${order} FROM ${table} ORDER BY ${order}`)) {
        hash.update(`${JSON.stringify(Object.values(row))}\n`);
      }
    }
  }
  return hash.digest('hex');
}
