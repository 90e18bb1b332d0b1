import { CustodiaError } from '../../api/errors.ts';
import { readFields } from '../../journal/fields.ts';
import type { Sql } from '../../vault/database/sql.ts';
import {
  type Collection,
  type CollectionName,
  collectionFields,
  type Link,
  type Marks,
  type MarksInCase,
  type Note,
  noteFields,
  type Redaction,
  type Tag,
  type TagInCase,
} from './model.ts';

interface NoteRow {
  readonly id: string;
  readonly page: number | null;
  readonly region: string | null;
  readonly time: number | null;
  readonly at: string;
  readonly author: string;
}

/** All marks of one exhibit, each in the order in which it was made. */
export function marksOf(sql: Sql, caseId: string, exhibit: string): Marks {
  return {
    notes: notesOf(sql, caseId, exhibit),
    tags: sql.all<Tag>(
      `SELECT w.word, w.colour FROM mark_tag t JOIN mark_word w ON w.case_id = t.case_id AND w.key = t.key
       WHERE t.exhibit = ? AND t.case_id = ? ORDER BY w.key`,
      [exhibit, caseId],
    ),
    links: linksOf(sql, caseId, exhibit),
    collections: sql
      .all<{ id: string }>(
        `SELECT c.id FROM mark_collected m JOIN mark_collection c ON c.id = m.collection
         WHERE m.exhibit = ? AND c.case_id = ? ORDER BY c.at, c.id`,
        [exhibit, caseId],
      )
      .map(({ id }) => collectionName(sql, id)),
    redactions: redactionsOf(sql, caseId, exhibit),
  };
}

function notesOf(sql: Sql, caseId: string, exhibit: string): Note[] {
  const rows = sql.all<NoteRow>(
    `SELECT n.id, n.page, n.region, n.time, n.at, coalesce(u.name, n.author) AS author
     FROM mark_note n LEFT JOIN user u ON u.id = n.author WHERE n.exhibit = ? AND n.case_id = ?
     ORDER BY n.at, n.id`,
    [exhibit, caseId],
  );
  return rows.map(({ region, ...row }) => {
    const { text } = readFields(sql, row.id, noteFields);
    return {
      ...row,
      region: region === null ? null : (JSON.parse(region) as Note['region']),
      text: String(text.value ?? ''),
      saw: text.saw,
      versions: text.versions,
      conflicting: text.conflicting.map((other) => ({ ...other, value: String(other.value ?? '') })),
    };
  });
}

function linksOf(sql: Sql, caseId: string, exhibit: string): Link[] {
  return sql.all<Link>(
    `SELECT l.id, l.to_kind AS kind, l.to_id AS "to", coalesce(p.name, e.name, l.to_text) AS name, l.type, l.page, l.at,
       coalesce(u.name, l.author) AS author
     FROM mark_link l LEFT JOIN user u ON u.id = l.author
     LEFT JOIN person p ON p.id = l.to_id AND l.to_kind = 'person'
     LEFT JOIN exhibit e ON e.id = l.to_id AND l.to_kind = 'exhibit'
     WHERE l.exhibit = ? AND l.case_id = ? ORDER BY l.at, l.id`,
    [exhibit, caseId],
  );
}

interface RedactionRow extends Omit<Redaction, 'area' | 'term'> {
  readonly area: string | null;
  readonly term: string | null;
}

const redactionColumns = `r.id, r.area, r.term, r.ground, r.ground_text AS groundText, r.reason, r.at,
  coalesce(u.name, r.author) AS author`;

function toRedaction({ area, term, ...row }: RedactionRow): Redaction {
  return {
    ...row,
    area: area === null ? null : (JSON.parse(area) as Redaction['area']),
    term: term === null ? null : (JSON.parse(term) as Redaction['term']),
  };
}

function redactionsOf(sql: Sql, caseId: string, exhibit: string): Redaction[] {
  return sql
    .all<RedactionRow>(
      `SELECT ${redactionColumns} FROM mark_redaction r LEFT JOIN user u ON u.id = r.author
       WHERE r.exhibit = ? AND r.case_id = ? ORDER BY r.at, r.id`,
      [exhibit, caseId],
    )
    .map(toRedaction);
}

/**
 * What is to be kept back of an exhibit's content in a copy: what was marked on it, and on any other exhibit of the
 * case with the same content, which would give away what this one keeps back.
 */
export function redactionsOfContent(sql: Sql, caseId: string, exhibit: string): Redaction[] {
  return sql
    .all<RedactionRow>(
      `SELECT ${redactionColumns} FROM exhibit this
       JOIN exhibit same ON same.case_id = this.case_id AND same.sha256 = this.sha256
       JOIN mark_redaction r ON r.exhibit = same.id LEFT JOIN user u ON u.id = r.author
       WHERE this.id = ? AND this.case_id = ? ORDER BY r.at, r.id`,
      [exhibit, caseId],
    )
    .map(toRedaction);
}

function collectionName(sql: Sql, id: string): CollectionName & Pick<Collection, 'saw'> {
  const { name } = readFields(sql, id, collectionFields);
  return { id, name: String(name.value ?? ''), saw: name.saw };
}

export function marksInCase(sql: Sql, caseId: string): MarksInCase {
  const named = (kind: 'place' | 'asset'): string[] =>
    sql
      .all<{ name: string }>(
        'SELECT DISTINCT to_text AS name FROM mark_link WHERE case_id = ? AND to_kind = ? ORDER BY to_text',
        [caseId, kind],
      )
      .map(({ name }) => name);
  return {
    tags: sql.all<TagInCase>(
      `SELECT w.word, w.colour, count(t.exhibit) AS exhibits FROM mark_word w
       LEFT JOIN mark_tag t ON t.case_id = w.case_id AND t.key = w.key
       WHERE w.case_id = ? GROUP BY w.key ORDER BY w.key`,
      [caseId],
    ),
    collections: sql
      .all<{ id: string }>('SELECT id FROM mark_collection WHERE case_id = ? ORDER BY at, id', [caseId])
      .map(({ id }) => ({ ...collectionName(sql, id), exhibits: exhibitsIn(sql, id) })),
    people: sql.all<{ id: string; name: string; exhibits: number }>(
      `SELECT p.id, p.name, count(DISTINCT l.exhibit) AS exhibits FROM mark_link l JOIN person p ON p.id = l.to_id
       WHERE l.case_id = ? AND l.to_kind = 'person' GROUP BY p.id ORDER BY p.name, p.id`,
      [caseId],
    ),
    places: named('place'),
    assets: named('asset'),
  };
}

export function exhibitsIn(sql: Sql, collection: string): string[] {
  return sql
    .all<{ exhibit: string }>(
      'SELECT exhibit FROM mark_collected WHERE collection = ? ORDER BY position, exhibit',
      [collection],
    )
    .map(({ exhibit }) => exhibit);
}

const tables = {
  note: 'mark_note',
  link: 'mark_link',
  redaction: 'mark_redaction',
} as const;

/** Refuses an id that is not a mark of that kind on this exhibit. */
export function requireMark(
  sql: Sql,
  what: keyof typeof tables,
  { case: caseId, exhibit, id }: { case: string; exhibit: string; id: string },
): void {
  const found = sql.get(`SELECT 1 FROM ${tables[what]} WHERE id = ? AND exhibit = ? AND case_id = ?`, [
    id,
    exhibit,
    caseId,
  ]);
  if (found === undefined) throw new CustodiaError('call.notFound', { what });
}

/** Refuses an id that is not a collection of this case. */
export function requireCollection(sql: Sql, caseId: string, collection: string): void {
  const found = sql.get('SELECT 1 FROM mark_collection WHERE id = ? AND case_id = ?', [collection, caseId]);
  if (found === undefined) throw new CustodiaError('call.notFound', { what: 'collection' });
}

/** A term that was marked by hand somewhere in a case. */
export interface MarkedTerm extends Pick<Redaction, 'ground' | 'groundText'> {
  readonly term: NonNullable<Redaction['term']>;
}

/** Every term that is kept back of some exhibit of a case. */
export function protectedMarksOfCase(sql: Sql, caseId: string): MarkedTerm[] {
  return sql
    .all<{ term: string; ground: Redaction['ground']; groundText: string }>(
      `SELECT term, ground, ground_text AS groundText FROM mark_redaction
       WHERE case_id = ? AND term IS NOT NULL ORDER BY at, id`,
      [caseId],
    )
    .map(({ term, ...why }) => ({ ...why, term: JSON.parse(term) as MarkedTerm['term'] }));
}

/** Whom exhibits of a case show, as they were tied by hand. */
export function shownPeople(
  sql: Sql,
  caseId: string,
): readonly { readonly exhibit: string; readonly person: string }[] {
  return sql.all(
    `SELECT exhibit, to_id AS person FROM mark_link WHERE case_id = ? AND to_kind = 'person' AND type = 'shows'
     ORDER BY at, id`,
    [caseId],
  );
}
