import type { Sql } from '../../vault/database/sql.ts';
import { dayNumber, type HitKind, isNamed, kindNumber } from './model.ts';
import { scopeOf } from './query.ts';

/** One text in the index. */
export interface Doc {
  readonly kind: HitKind;
  readonly case: string;
  readonly subject: string;
  readonly page: number;
  /** What the part is called, for `page`; the kind of entry, for `entry`. */
  readonly label: string;
  readonly day: string;
  readonly title: string;
  readonly body: string;
}

/** The number that stands for a case in the index's own words. */
export function caseNumber(sql: Sql, caseId: string): number {
  const find = (): number | undefined =>
    sql.get<{ n: number }>('SELECT n FROM scope_case WHERE case_id = ?', [caseId])?.n;
  const known = find();
  if (known !== undefined) return known;
  sql.run('INSERT INTO scope_case (case_id) VALUES (?)', [caseId]);
  return find() ?? 0;
}

export function addDoc(sql: Sql, doc: Doc): void {
  const id = (sql.get<{ id: number | null }>('SELECT max(id) AS id FROM doc')?.id ?? 0) + 1;
  const ofCase = caseNumber(sql, doc.case);
  const kind = kindNumber(doc.kind);
  sql.run('INSERT INTO doc VALUES (?, ?, ?, ?)', [id, kind, ofCase, dayNumber(doc.day)]);
  sql.run('INSERT INTO doc_place VALUES (?, ?, ?, ?, ?)', [id, doc.subject, kind, doc.page, doc.label]);
  const scope = scopeOf(ofCase, doc.kind, doc.day);
  if (isNamed(doc.kind)) {
    sql.run('INSERT INTO name_text (rowid, scope, title, body) VALUES (?, ?, ?, ?)', [
      id,
      scope,
      doc.title,
      doc.body,
    ]);
  } else sql.run('INSERT INTO page_text (rowid, scope, body) VALUES (?, ?, ?)', [id, scope, doc.body]);
}

/** Takes out what is there of a subject: of one kind, or one page of it. */
export function removeDocs(sql: Sql, subject: string, kind: HitKind, page?: number): void {
  const rows = sql.all<{ id: number }>(
    'SELECT id FROM doc_place WHERE subject = :subject AND kind = :kind AND (:page IS NULL OR page = :page)',
    { subject, kind: kindNumber(kind), page: page ?? null },
  );
  const table = isNamed(kind) ? 'name_text' : 'page_text';
  for (const { id } of rows) {
    sql.run(`DELETE FROM ${table} WHERE rowid = CAST(? AS INTEGER)`, [id]);
    sql.run('DELETE FROM doc WHERE id = ?', [id]);
    sql.run('DELETE FROM doc_place WHERE id = ?', [id]);
  }
}
