import { momentOf } from '../../journal/entry.ts';
import { on } from '../../journal/kind.ts';
import type { Views } from '../../journal/views.ts';
import { bundleExported } from './entries.ts';
import { subjectViews } from './proof/subjects.ts';

export const bundleViews: Views = {
  tables: {
    ...subjectViews.tables,
    bundle: `
      CREATE TABLE bundle (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        title TEXT NOT NULL,
        exported_at TEXT NOT NULL,
        author TEXT NOT NULL,
        pages INTEGER NOT NULL,
        exhibits INTEGER NOT NULL,
        fingerprint TEXT NOT NULL,
        version INTEGER,
        audience TEXT NOT NULL,
        recipient TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX bundle_of_case ON bundle (case_id, exported_at);`,
  },
  apply: {
    ...subjectViews.apply,
    ...on(bundleExported, (sql, body, entry) =>
      sql.run('INSERT INTO bundle VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
        body.bundle,
        body.case,
        body.title,
        momentOf(entry.entry.at),
        entry.entry.author,
        body.pages,
        body.exhibits.length,
        body.fingerprint,
        body.version ?? null,
        body.audience ?? '',
        body.recipient ?? '',
      ]),
    ),
  },
};
