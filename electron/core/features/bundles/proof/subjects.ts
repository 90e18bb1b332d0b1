import type { Views } from '../../../journal/views.ts';

/** What happened to an exhibit. Never what is marked in it as reserved, who read it, or what was read in it. */
const exhibitKinds = [
  'evidence.attached',
  'evidence.itemRecorded',
  'evidence.amended',
  'evidence.placed',
  'evidence.mended',
  'custody.recorded',
] as const;

/** Which entries prove what, by exhibit and by export: a bundle of few exhibits reads few entries of a large case. */
export const subjectViews: Views = {
  tables: {
    entry_subject: `
      CREATE TABLE entry_subject (subject TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (subject, entry)) WITHOUT ROWID;`,
  },
  apply: {
    ...Object.fromEntries(exhibitKinds.map((kind) => [kind, keep('exhibit')])),
    'bundle.begun': keep('bundle'),
  },
};

function keep(field: 'exhibit' | 'bundle'): Views['apply'][string] {
  return (sql, { id, entry }) => {
    const subject = (entry.body as Readonly<Record<string, unknown>>)[field];
    if (typeof subject === 'string')
      sql.run('INSERT OR IGNORE INTO entry_subject VALUES (?, ?)', [subject, id]);
  };
}
