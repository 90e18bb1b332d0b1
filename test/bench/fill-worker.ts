import { indexSchema } from '../../electron/core/features/search/schema.ts';
import { openDatabase } from '../../electron/core/vault/database/connection.ts';
import { openSql, type Sql } from '../../electron/core/vault/database/sql.ts';
import { type FillOrder, fill } from './search.ts';

/** Fills an index: the vault's, behind the program's back and left at the journal's head, or a plain one beside it. */
const { path, key, ids, count } = JSON.parse(process.argv[2] ?? '{}') as FillOrder;
const sql = key === null ? plainIndex(path) : emptied(openDatabase(path, key));
fill(sql, ids, count);
sql.close();

function emptied(sql: Sql): Sql {
  for (const table of ['scope_case', 'doc', 'doc_place', 'name_text', 'page_text'])
    sql.exec(`DELETE FROM ${table}`);
  return sql;
}

function plainIndex(file: string): Sql {
  const sql = openSql(file);
  sql.exec('PRAGMA journal_mode = WAL; PRAGMA cache_size = -32000');
  sql.exec(indexSchema);
  // FTS5's own default, which is the right one for pages that are not encrypted.
  for (const table of ['name_text', 'page_text'])
    sql.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('pgsz', 4050)`);
  return sql;
}
