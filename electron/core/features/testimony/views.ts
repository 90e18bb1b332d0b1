import type { Json } from '../../journal/canonical.ts';
import { setField } from '../../journal/fields.ts';
import { on } from '../../journal/kind.ts';
import type { Views } from '../../journal/views.ts';
import { testimonyRecorded, testimonyTranscribed } from './entries.ts';

export const testimonyViews: Views = {
  tables: {
    testimony: `
      CREATE TABLE testimony (
        exhibit TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        person TEXT NOT NULL,
        facts TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX testimony_of_person ON testimony (person);`,
  },
  apply: {
    ...on(testimonyRecorded, (sql, body) => {
      sql.run('INSERT OR REPLACE INTO testimony VALUES (?, ?, ?, ?)', [
        body.exhibit,
        body.case,
        body.facts.person,
        JSON.stringify(body.facts),
      ]);
      sql.run("UPDATE exhibit SET kind = 'testimony' WHERE id = ?", [body.exhibit]);
    }),
    // A version like that of any field: what did not see the one before it stands beside it, until a person settles it.
    ...on(testimonyTranscribed, (sql, body, entry) =>
      setField(sql, entry, {
        subject: `transcript ${body.exhibit}`,
        field: 'segments',
        value: body.segments as unknown as Json,
        saw: body.saw,
        reason: body.reason ?? '',
        case: body.case,
      }),
    ),
  },
};
