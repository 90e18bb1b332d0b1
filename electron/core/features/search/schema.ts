/**
 * FTS5's leaves must fit one page of the database. Its own default, 4,050 bytes, is made for 4,096; SQLCipher keeps 80
 * of these for itself, so that each leaf took two pages: two to read and to decrypt where one is asked for by itself.
 */
const leafSize = 3_960;

/**
 * The index's own tables. Nothing here is a fact: facts are in the journal, texts in the exhibits. Where any of this
 * text changes, the index is made anew at the next opening; where exhibits are to be read anew, so must its first line.
 *
 * What has a name (a case, a person, an exhibit) stands in `name_text`; pages and lines of the log, of which there are
 * very many, in `page_text`. Beginnings of words up to five letters are indexed, because people see hits as they type.
 *
 * `doc` says of each text what every search asks of thousands of them, in a few bytes, so that all of it stays in memory;
 * `doc_place` where it stands, which is asked of those that are shown.
 *
 * `scope` holds words that no person types: whose case a text is of, what kind, which month. A search that
 * may see a few cases only asks for them in the index itself, so that its cost does not grow with the others.
 */
export const indexSchema = `
-- readers: 1
CREATE TABLE index_state (one INTEGER PRIMARY KEY CHECK (one = 1), leaf INTEGER NOT NULL);
INSERT INTO index_state VALUES (1, -1);
CREATE TABLE scope_case (n INTEGER PRIMARY KEY, case_id TEXT NOT NULL UNIQUE);
CREATE TABLE doc (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, of_case INTEGER NOT NULL, day INTEGER NOT NULL);
CREATE TABLE doc_place (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  kind INTEGER NOT NULL,
  page INTEGER NOT NULL,
  label TEXT NOT NULL
);
CREATE INDEX doc_of ON doc_place (subject, kind, page);
CREATE VIRTUAL TABLE name_text USING fts5 (
  scope, title, body, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3 4 5', columnsize = 0
);
CREATE VIRTUAL TABLE page_text USING fts5 (
  scope, body, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3 4 5', columnsize = 0
);
INSERT INTO name_text (name_text, rank) VALUES ('pgsz', ${leafSize});
INSERT INTO page_text (page_text, rank) VALUES ('pgsz', ${leafSize});
CREATE TABLE reading (
  exhibit TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  pages INTEGER NOT NULL,
  scans TEXT NOT NULL,
  scans_read INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  read_at TEXT NOT NULL,
  metadata TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX reading_by_state ON reading (state, exhibit);
CREATE INDEX reading_of_case ON reading (case_id, state);
`;
