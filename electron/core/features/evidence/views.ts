import { applyAmendments, applyFirstValues } from '../../journal/amend.ts';
import { momentOf } from '../../journal/entry.ts';
import { currentValue } from '../../journal/fields.ts';
import { on } from '../../journal/kind.ts';
import type { Views } from '../../journal/views.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { folded } from '../cases/index.ts';
import {
  exhibitAmended,
  exhibitAttached,
  exhibitMended,
  intakeBegun,
  intakeEnded,
  intakeFailed,
  intakeListed,
} from './entries.ts';

/** Takes an exhibit's amendable fields into its row. */
export function refreshRow(sql: Sql, exhibit: string): void {
  const text = (field: string): string => {
    const value = currentValue(sql, exhibit, field);
    return typeof value === 'string' ? value : '';
  };
  const texts = (field: string): string => {
    const value = currentValue(sql, exhibit, field);
    return Array.isArray(value) ? value.join(' ') : '';
  };
  const number =
    sql.get<{ number: string }>('SELECT number FROM exhibit WHERE id = ?', [exhibit])?.number ?? '';
  const name = text('name');
  sql.run(
    `UPDATE exhibit SET name = :name, description = :description, source = :source, collected_on = :collectedOn,
       category = :category, search_key = :searchKey WHERE id = :id`,
    {
      id: exhibit,
      name,
      description: text('description'),
      source: text('source'),
      collectedOn: text('collectedOn'),
      category: text('category'),
      searchKey: folded(
        [
          number,
          name,
          text('description'),
          text('place'),
          text('collectedBy'),
          text('seal'),
          texts('serials'),
        ].join(' '),
      ),
    },
  );
}

function listFiles(
  sql: Sql,
  intake: string,
  from: number,
  files: readonly {
    readonly path: string;
    readonly name: string;
    readonly size: number;
    readonly folder?: string | undefined;
  }[],
): void {
  for (const [index, { path, name, size, folder }] of files.entries()) {
    sql.run('INSERT INTO intake_file VALUES (?, ?, ?, ?, ?, ?)', [
      intake,
      from + index,
      path,
      name,
      size,
      folder ?? '',
    ]);
  }
}

/** How many exhibits a case has: kept, because counting them at each one would make a large intake slower and slower. */
export function exhibitCount(sql: Sql, caseId: string): number {
  return sql.get<{ n: number }>('SELECT n FROM exhibit_count WHERE case_id = ?', [caseId])?.n ?? 0;
}

export const evidenceViews: Views = {
  tables: {
    exhibit: `
      CREATE TABLE exhibit (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        number TEXT NOT NULL UNIQUE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        parent TEXT,
        category TEXT NOT NULL DEFAULT '',
        path TEXT NOT NULL,
        name TEXT NOT NULL,
        description TEXT NOT NULL,
        type TEXT NOT NULL,
        size INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        blob TEXT NOT NULL,
        source TEXT NOT NULL,
        collected_on TEXT NOT NULL,
        created_at TEXT NOT NULL,
        modified_at TEXT NOT NULL,
        attached_at TEXT NOT NULL,
        attached_by TEXT NOT NULL,
        duplicate_of TEXT,
        search_key TEXT NOT NULL,
        intake TEXT NOT NULL,
        file INTEGER NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX exhibit_of_case ON exhibit (case_id, position);
      CREATE INDEX exhibit_by_name ON exhibit (case_id, name, position);
      CREATE INDEX exhibit_by_type ON exhibit (case_id, type, position);
      CREATE INDEX exhibit_by_size ON exhibit (case_id, size, position);
      CREATE INDEX exhibit_by_collection ON exhibit (case_id, collected_on, position);
      CREATE INDEX exhibit_by_attachment ON exhibit (case_id, attached_at, position);
      CREATE INDEX exhibit_by_words ON exhibit (case_id, position, search_key);
      CREATE INDEX exhibit_by_content ON exhibit (case_id, sha256);
      CREATE INDEX exhibit_by_blob ON exhibit (blob);
      CREATE INDEX exhibit_inside ON exhibit (parent, position);
      CREATE INDEX exhibit_of_intake ON exhibit (intake, file);`,
    exhibit_count: `
      CREATE TABLE exhibit_count (case_id TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;`,
    intake: `
      CREATE TABLE intake (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        parent TEXT,
        provenance TEXT NOT NULL,
        outcome TEXT
      ) WITHOUT ROWID;
      CREATE INDEX intake_open ON intake (outcome, case_id);`,
    intake_file: `
      CREATE TABLE intake_file (
        intake TEXT NOT NULL,
        file INTEGER NOT NULL,
        path TEXT NOT NULL,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        folder TEXT NOT NULL,
        PRIMARY KEY (intake, file)
      ) WITHOUT ROWID;`,
    intake_failure: `
      CREATE TABLE intake_failure (
        intake TEXT NOT NULL,
        file INTEGER NOT NULL,
        code TEXT NOT NULL,
        PRIMARY KEY (intake, file)
      ) WITHOUT ROWID;`,
  },
  apply: {
    ...on(intakeBegun, (sql, body) => {
      sql.run('INSERT INTO intake VALUES (?, ?, ?, ?, NULL)', [
        body.intake,
        body.case,
        body.parent ?? null,
        JSON.stringify(body.provenance),
      ]);
      listFiles(sql, body.intake, 0, body.files);
    }),
    ...on(intakeListed, (sql, body) => listFiles(sql, body.intake, body.from, body.files)),
    ...on(intakeEnded, (sql, body) =>
      sql.run('UPDATE intake SET outcome = ? WHERE id = ?', [body.outcome, body.intake]),
    ),
    ...on(intakeFailed, (sql, body) =>
      sql.run('INSERT OR REPLACE INTO intake_failure VALUES (?, ?, ?)', [body.intake, body.file, body.code]),
    ),
    ...on(exhibitAttached, (sql, body, entry) => {
      const twin = sql.get<{ number: string }>(
        'SELECT number FROM exhibit WHERE case_id = ? AND sha256 = ? ORDER BY +position LIMIT 1',
        [body.case, body.sha256],
      );
      const position = exhibitCount(sql, body.case);
      sql.run('INSERT OR REPLACE INTO exhibit_count VALUES (?, ?)', [body.case, position + 1]);
      sql.run(
        `INSERT INTO exhibit (id, case_id, number, position, kind, parent, path, name, description, type, size, sha256,
           blob, source, collected_on, created_at, modified_at, attached_at, attached_by, duplicate_of,
           search_key, intake, file)
         VALUES (:exhibit, :case, :number, :position, 'file', :parent, :path, '', '', :type, :size, :sha256,
           :blob, '', '', :createdAt, :modifiedAt, :attachedAt, :author, :twin, '', :intake, :file)`,
        {
          exhibit: body.exhibit,
          case: body.case,
          number: body.number,
          position,
          parent: body.parent ?? null,
          path: body.path ?? '',
          type: body.type,
          size: body.size,
          sha256: body.sha256,
          blob: body.blob,
          createdAt: body.createdAt ?? '',
          modifiedAt: body.modifiedAt,
          attachedAt: momentOf(entry.entry.at),
          author: entry.entry.author,
          twin: twin?.number ?? null,
          intake: body.intake,
          file: body.file,
        },
      );
      sql.run('DELETE FROM intake_failure WHERE intake = ? AND file = ?', [body.intake, body.file]);
      applyFirstValues(sql, entry, body.case, body.exhibit, { name: body.name, ...body.provenance });
      refreshRow(sql, body.exhibit);
    }),
    ...on(exhibitMended, (sql, body) =>
      sql.run('UPDATE exhibit SET blob = ? WHERE id = ?', [body.blob, body.exhibit]),
    ),
    ...on(exhibitAmended, (sql, body, entry) => {
      applyAmendments(sql, entry, body.case, body.exhibit, body.amendments);
      refreshRow(sql, body.exhibit);
    }),
  },
};
