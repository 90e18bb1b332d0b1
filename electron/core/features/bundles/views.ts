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
    bundle_volume: `
      CREATE TABLE bundle_volume (
        recipe TEXT NOT NULL,
        author TEXT NOT NULL,
        package TEXT NOT NULL,
        path TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (recipe, author, package, path)
      ) WITHOUT ROWID;`,
  },
  apply: {
    ...subjectViews.apply,
    ...on(bundleExported, (sql, body, entry) => {
      const { author } = entry.entry;
      for (const { recipe, path, sha256 } of body.volumes ?? [])
        if (recipe !== undefined && body.package !== undefined)
          sql.run('INSERT OR REPLACE INTO bundle_volume VALUES (?, ?, ?, ?, ?)', [
            recipe,
            author,
            body.package,
            path,
            sha256,
          ]);
      sql.run('INSERT INTO bundle VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
        body.bundle,
        body.case,
        body.title,
        momentOf(entry.entry.at),
        author,
        body.pages,
        body.exhibits.length,
        body.fingerprint,
        body.version ?? null,
        body.audience ?? '',
        body.recipient ?? '',
      ]);
    }),
  },
};
