import { applyAmendments, applyFirstValues } from '../../journal/amend.ts';
import { momentOf, type SignedEntry } from '../../journal/entry.ts';
import { on } from '../../journal/kind.ts';
import type { Views } from '../../journal/views.ts';
import type { Sql } from '../../vault/database/sql.ts';
import {
  collected,
  collectionAmended,
  collectionDissolved,
  collectionMade,
  collectionOrdered,
  linked,
  noteAmended,
  noted,
  noteRemoved,
  redacted,
  tagged,
  unlinked,
  unredacted,
} from './entries.ts';
import { tagColours } from './model.ts';
import { distinctTags, tagKey } from './rules.ts';

/** Who and when, as every mark keeps it. */
function signed(entry: SignedEntry): [at: string, author: string] {
  return [momentOf(entry.entry.at), entry.entry.author];
}

function addWord(sql: Sql, caseId: string, key: string, word: string): void {
  const known =
    sql.get<{ n: number }>('SELECT count(*) AS n FROM mark_word WHERE case_id = ?', [caseId])?.n ?? 0;
  const colour = tagColours[known % tagColours.length] ?? tagColours[0];
  sql.run('INSERT OR IGNORE INTO mark_word VALUES (?, ?, ?, ?)', [caseId, key, word, colour]);
}

export const markingViews: Views = {
  tables: {
    mark_note: `
      CREATE TABLE mark_note (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        exhibit TEXT NOT NULL,
        page INTEGER,
        region TEXT,
        time REAL,
        at TEXT NOT NULL,
        author TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX mark_note_of_exhibit ON mark_note (exhibit, at);`,
    mark_word: `
      CREATE TABLE mark_word (
        case_id TEXT NOT NULL,
        key TEXT NOT NULL,
        word TEXT NOT NULL,
        colour TEXT NOT NULL,
        PRIMARY KEY (case_id, key)
      ) WITHOUT ROWID;`,
    mark_tag: `
      CREATE TABLE mark_tag (
        exhibit TEXT NOT NULL,
        key TEXT NOT NULL,
        case_id TEXT NOT NULL,
        PRIMARY KEY (exhibit, key)
      ) WITHOUT ROWID;
      CREATE INDEX mark_tag_of_case ON mark_tag (case_id, key);`,
    mark_link: `
      CREATE TABLE mark_link (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        exhibit TEXT NOT NULL,
        to_kind TEXT NOT NULL,
        to_id TEXT,
        to_text TEXT NOT NULL,
        type TEXT NOT NULL,
        page INTEGER,
        at TEXT NOT NULL,
        author TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX mark_link_of_exhibit ON mark_link (exhibit, at);
      CREATE INDEX mark_link_to ON mark_link (to_id);
      CREATE INDEX mark_link_of_case ON mark_link (case_id, to_kind);`,
    mark_collection: `
      CREATE TABLE mark_collection (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        at TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX mark_collection_of_case ON mark_collection (case_id, at);`,
    mark_collected: `
      CREATE TABLE mark_collected (
        collection TEXT NOT NULL,
        exhibit TEXT NOT NULL,
        position INTEGER NOT NULL,
        PRIMARY KEY (collection, exhibit)
      ) WITHOUT ROWID;
      CREATE INDEX mark_collected_exhibit ON mark_collected (exhibit);`,
    mark_redaction: `
      CREATE TABLE mark_redaction (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        exhibit TEXT NOT NULL,
        area TEXT,
        term TEXT,
        ground TEXT NOT NULL,
        ground_text TEXT NOT NULL,
        reason TEXT NOT NULL,
        at TEXT NOT NULL,
        author TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX mark_redaction_of_exhibit ON mark_redaction (exhibit, at);`,
  },
  apply: {
    ...on(noted, (sql, body, entry) => {
      sql.run('INSERT INTO mark_note VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
        body.note,
        body.case,
        body.exhibit,
        body.page ?? null,
        body.region === undefined ? null : JSON.stringify(body.region),
        body.time ?? null,
        ...signed(entry),
      ]);
      applyFirstValues(sql, entry, body.case, body.note, { text: body.text });
    }),
    ...on(noteAmended, (sql, body, entry) =>
      applyAmendments(sql, entry, body.case, body.note, body.amendments),
    ),
    ...on(noteRemoved, (sql, body) => sql.run('DELETE FROM mark_note WHERE id = ?', [body.note])),
    ...on(tagged, (sql, body) => {
      for (const word of body.remove)
        sql.run('DELETE FROM mark_tag WHERE exhibit = ? AND key = ?', [body.exhibit, tagKey(word)]);
      for (const [key, word] of distinctTags(body.add)) {
        addWord(sql, body.case, key, word);
        sql.run('INSERT OR IGNORE INTO mark_tag VALUES (?, ?, ?)', [body.exhibit, key, body.case]);
      }
    }),
    ...on(linked, (sql, body, entry) =>
      sql.run('INSERT INTO mark_link VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
        body.link,
        body.case,
        body.exhibit,
        body.toKind,
        body.to ?? null,
        body.toText ?? '',
        body.type,
        body.page ?? null,
        ...signed(entry),
      ]),
    ),
    ...on(unlinked, (sql, body) => sql.run('DELETE FROM mark_link WHERE id = ?', [body.link])),
    ...on(collectionMade, (sql, body, entry) => {
      sql.run('INSERT INTO mark_collection VALUES (?, ?, ?)', [
        body.collection,
        body.case,
        momentOf(entry.entry.at),
      ]);
      applyFirstValues(sql, entry, body.case, body.collection, { name: body.name });
    }),
    ...on(collected, (sql, body) => {
      for (const exhibit of body.remove)
        sql.run('DELETE FROM mark_collected WHERE collection = ? AND exhibit = ?', [
          body.collection,
          exhibit,
        ]);
      for (const exhibit of body.add)
        sql.run(
          `INSERT OR IGNORE INTO mark_collected
           SELECT :collection, :exhibit, coalesce(max(position) + 1, 0) FROM mark_collected
           WHERE collection = :collection`,
          { collection: body.collection, exhibit },
        );
    }),
    // Those that the order does not name, because they came in meanwhile, stay behind it.
    ...on(collectionOrdered, (sql, body) => {
      sql.run('UPDATE mark_collected SET position = position + ? WHERE collection = ?', [
        body.exhibits.length,
        body.collection,
      ]);
      body.exhibits.forEach((exhibit, position) => {
        sql.run('UPDATE mark_collected SET position = ? WHERE collection = ? AND exhibit = ?', [
          position,
          body.collection,
          exhibit,
        ]);
      });
    }),
    ...on(collectionAmended, (sql, body, entry) =>
      applyAmendments(sql, entry, body.case, body.collection, body.amendments),
    ),
    ...on(collectionDissolved, (sql, body) => {
      sql.run('DELETE FROM mark_collected WHERE collection = ?', [body.collection]);
      sql.run('DELETE FROM mark_collection WHERE id = ?', [body.collection]);
    }),
    ...on(redacted, (sql, body, entry) =>
      sql.run('INSERT INTO mark_redaction VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
        body.redaction,
        body.case,
        body.exhibit,
        body.area === undefined ? null : JSON.stringify(body.area),
        body.term === undefined ? null : JSON.stringify(body.term),
        body.ground,
        body.groundText ?? '',
        body.reason ?? '',
        ...signed(entry),
      ]),
    ),
    ...on(unredacted, (sql, body) => sql.run('DELETE FROM mark_redaction WHERE id = ?', [body.redaction])),
  },
};
