import { applyAmendments, applyFirstValues } from '../../journal/amend.ts';
import { momentOf } from '../../journal/entry.ts';
import { currentValue } from '../../journal/fields.ts';
import { on } from '../../journal/kind.ts';
import type { Views } from '../../journal/views.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { folded } from '../cases/index.ts';
import { personAdded, personAmended, personRelated, personUnrelated, sealClosed } from './entries.ts';
import type { PersonField } from './model.ts';

/** What is looked for when a person is searched; the sealed identity is not among it, nor can be. */
const searched = ['name', 'document', 'nationality', 'occupation', 'phone', 'address', 'notes'] as const;

function refreshRow(sql: Sql, person: string): void {
  const text = (field: PersonField): string => {
    const value = currentValue(sql, person, field);
    return typeof value === 'string' ? value : '';
  };
  sql.run('UPDATE person SET name = ?, role = ?, search_key = ? WHERE id = ?', [
    text('name'),
    text('role'),
    folded(searched.map(text).join(' ')),
    person,
  ]);
}

export const personViews: Views = {
  tables: {
    person: `
      CREATE TABLE person (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        added_at TEXT NOT NULL,
        added_by TEXT NOT NULL,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        search_key TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX person_of_case ON person (case_id, added_at);`,
    relation: `
      CREATE TABLE relation (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        from_person TEXT NOT NULL,
        to_person TEXT NOT NULL,
        type TEXT NOT NULL,
        note TEXT NOT NULL,
        at TEXT NOT NULL,
        author TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX relation_of_case ON relation (case_id, at);`,
    seal: `
      CREATE TABLE seal (
        person TEXT PRIMARY KEY,
        id TEXT NOT NULL,
        case_id TEXT NOT NULL,
        ciphertext TEXT NOT NULL,
        holders TEXT NOT NULL,
        at TEXT NOT NULL
      ) WITHOUT ROWID;`,
  },
  apply: {
    ...on(personAdded, (sql, { case: caseId, person, kind, ...fields }, entry) => {
      sql.run("INSERT INTO person VALUES (?, ?, ?, ?, ?, '', '', '')", [
        person,
        caseId,
        kind,
        momentOf(entry.entry.at),
        entry.entry.author,
      ]);
      applyFirstValues(sql, entry, caseId, person, fields);
      refreshRow(sql, person);
    }),
    ...on(personAmended, (sql, body, entry) => {
      applyAmendments(sql, entry, body.case, body.person, body.amendments);
      refreshRow(sql, body.person);
    }),
    ...on(personRelated, (sql, body, entry) =>
      sql.run('INSERT INTO relation VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
        body.relation,
        body.case,
        body.from,
        body.to,
        body.type,
        body.note,
        momentOf(entry.entry.at),
        entry.entry.author,
      ]),
    ),
    ...on(personUnrelated, (sql, body) => sql.run('DELETE FROM relation WHERE id = ?', [body.relation])),
    ...on(sealClosed, (sql, body, entry) =>
      sql.run('INSERT OR REPLACE INTO seal VALUES (?, ?, ?, ?, ?, ?)', [
        body.person,
        body.seal,
        body.case,
        body.ciphertext,
        JSON.stringify(body.holders),
        momentOf(entry.entry.at),
      ]),
    ),
  },
};
