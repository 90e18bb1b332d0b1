import { momentOf } from '../../../journal/entry.ts';
import { on } from '../../../journal/kind.ts';
import type { Views } from '../../../journal/views.ts';
import { bundleExported } from '../entries.ts';
import { bundleDrafted } from './entries.ts';

export const draftViews: Views = {
  tables: {
    // By entry: two offices may each have made a version of the same number, and neither is lost.
    bundle_version: `
      CREATE TABLE bundle_version (
        entry TEXT PRIMARY KEY,
        draft TEXT NOT NULL,
        case_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        at TEXT NOT NULL,
        author TEXT NOT NULL,
        name TEXT NOT NULL,
        purpose TEXT NOT NULL,
        audience TEXT NOT NULL,
        exhibits INTEGER NOT NULL,
        sections INTEGER NOT NULL,
        composition TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX bundle_version_of_draft ON bundle_version (draft, version, at, entry);
      CREATE INDEX bundle_version_of_case ON bundle_version (case_id);`,
    bundle_given: `
      CREATE TABLE bundle_given (
        bundle TEXT PRIMARY KEY,
        draft TEXT NOT NULL,
        version INTEGER NOT NULL,
        at TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX bundle_given_of_draft ON bundle_given (draft, version, at);`,
  },
  apply: {
    ...on(bundleDrafted, (sql, { composition, ...body }, entry) =>
      sql.run('INSERT INTO bundle_version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
        entry.id,
        body.draft,
        body.case,
        body.version,
        momentOf(entry.entry.at),
        entry.entry.author,
        body.name,
        body.purpose,
        composition.audience,
        composition.sections.reduce((sum, { items }) => sum + items.length, 0),
        composition.sections.length,
        JSON.stringify(composition),
      ]),
    ),
    ...on(bundleExported, (sql, { bundle, draft, version }, entry) => {
      if (draft === undefined || version === undefined) return;
      sql.run('INSERT INTO bundle_given VALUES (?, ?, ?, ?)', [
        bundle,
        draft,
        version,
        momentOf(entry.entry.at),
      ]);
    }),
  },
};
