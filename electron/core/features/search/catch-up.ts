import { type Entry, momentOf, parseEntry } from '../../journal/entry.ts';
import { caseOfFeed, ofOperation } from '../../journal/kind.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { addDoc, type Doc, removeDocs } from './documents.ts';
import { logText } from './log-texts.ts';

/** Entries taken at once: a search never waits for longer than that. */
const atOnce = 500;

/** What an entry may be about, by the name that its body has for it. */
const subjects = ['case', 'person', 'exhibit', 'asset'] as const;

interface EntryRow {
  readonly leaf: number;
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Takes the journal's next entries into the index: what they say themselves, and anew the case, people, exhibits
 * and assets that they are about. Runs on the index's own connection, which sees the case file's views.
 *
 * @returns whether there are more
 */
export function catchUp(sql: Sql): boolean {
  const after = sql.get<{ leaf: number }>('SELECT leaf FROM index_state')?.leaf ?? -1;
  const rows = sql.all<EntryRow>('SELECT leaf, id, bytes FROM entry WHERE leaf > ? ORDER BY leaf LIMIT ?', [
    after,
    atOnce,
  ]);
  const touched: Record<(typeof subjects)[number], Set<string>> = {
    case: new Set(),
    person: new Set(),
    exhibit: new Set(),
    asset: new Set(),
  };
  for (const row of rows) {
    const entry = parseEntry(row.bytes);
    // Nothing of an operation is looked for: not its words, not whom it touches.
    if (entry === undefined || ofOperation(entry.kind)) continue;
    const caseId = caseOfFeed(entry.feed);
    if (caseId !== null) takeEntry(sql, row.id, entry, caseId);
    for (const kind of subjects) {
      const subject = entry.body[kind];
      if (typeof subject === 'string') touched[kind].add(subject);
    }
  }
  for (const id of touched.case) refreshCase(sql, id);
  for (const id of touched.person) refreshPerson(sql, id);
  for (const id of touched.exhibit) refreshExhibit(sql, id);
  for (const id of touched.asset) refreshAsset(sql, id);
  const last = rows.at(-1);
  if (last !== undefined) sql.run('UPDATE index_state SET leaf = ?', [last.leaf]);
  return rows.length === atOnce;
}

function takeEntry(sql: Sql, id: string, entry: Entry, caseId: string): void {
  const { kind, body } = entry;
  if (kind === 'evidence.attached' && typeof body.exhibit === 'string') {
    sql.run(
      `INSERT OR IGNORE INTO reading VALUES (?, ?, 'waiting', NULL, 0, '[]', 0, 0, '', '{"items":[],"summary":{}}')`,
      [body.exhibit, caseId],
    );
  }
  if (kind === 'testimony.transcribed') takeSpeech(sql, entry, caseId);
  const text = logText(kind, body);
  if (text === '') return;
  const subject = [body.exhibit, body.person, body.asset].find((each) => typeof each === 'string');
  addDoc(sql, {
    kind: 'entry',
    case: caseId,
    subject: typeof subject === 'string' ? subject : id,
    page: 0,
    label: kind,
    day: momentOf(entry.at).slice(0, 10),
    title: '',
    body: text,
  });
}

interface Spoken {
  readonly start: number;
  readonly speaker: string;
  readonly text: string;
}

/** What is said in a recording, each piece at its second, in place of the transcript before. */
function takeSpeech(sql: Sql, entry: Entry, caseId: string): void {
  const { exhibit, segments } = entry.body;
  if (typeof exhibit !== 'string' || !Array.isArray(segments)) return;
  removeDocs(sql, exhibit, 'speech');
  for (const { start, speaker, text } of segments as unknown as readonly Spoken[]) {
    const at = { case: caseId, subject: exhibit, page: Math.floor(start), label: speaker };
    addDoc(sql, { kind: 'speech', ...at, day: momentOf(entry.at).slice(0, 10), title: '', body: text });
  }
}

/** Fields that hold a choice from a list, not words of a person. */
const choices = new Set([
  'stage',
  'status',
  'offences',
  'role',
  'source',
  'gender',
  'category',
  'department',
  'organisation',
]);

/** Every word that stands in a subject's fields. */
function fieldWords(sql: Sql, subject: string, without: string): string {
  return sql
    .all<{ field: string; value: string }>(
      'SELECT field, value FROM field_version WHERE subject = ? AND current = 1 ORDER BY field, entry',
      [subject],
    )
    .filter(({ field }) => !choices.has(field) && field !== without)
    .flatMap(({ value }) => textsOf(JSON.parse(value)))
    .join('\n');
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

function replace(sql: Sql, doc: Doc): void {
  removeDocs(sql, doc.subject, doc.kind);
  addDoc(sql, doc);
}

function refreshCase(sql: Sql, id: string): void {
  const row = sql.get<{ number: string; title: string; opened_on: string }>(
    'SELECT number, title, opened_on FROM case_file WHERE id = ?',
    [id],
  );
  if (row === undefined) return;
  replace(sql, {
    kind: 'case',
    case: id,
    subject: id,
    page: 0,
    label: '',
    day: row.opened_on,
    title: `${row.number} ${row.title}`,
    body: fieldWords(sql, id, 'title'),
  });
}

function refreshPerson(sql: Sql, id: string): void {
  const row = sql.get<{ case_id: string; name: string; added_at: string }>(
    'SELECT case_id, name, added_at FROM person WHERE id = ?',
    [id],
  );
  if (row === undefined) return;
  replace(sql, {
    kind: 'person',
    case: row.case_id,
    subject: id,
    page: 0,
    label: '',
    day: row.added_at.slice(0, 10),
    title: row.name,
    body: fieldWords(sql, id, 'name'),
  });
}

/** Tags, collections, and the places and things that an exhibit is linked to by their names. */
function markWords(sql: Sql, exhibit: string): string[] {
  return sql
    .all<{ word: string }>(
      `SELECT w.word FROM mark_tag t JOIN mark_word w ON w.case_id = t.case_id AND w.key = t.key WHERE t.exhibit = :exhibit
       UNION ALL SELECT l.to_text FROM mark_link l WHERE l.exhibit = :exhibit AND l.to_text <> ''`,
      { exhibit },
    )
    .map((row) => row.word);
}

function refreshExhibit(sql: Sql, id: string): void {
  const row = sql.get<{
    case_id: string;
    number: string;
    name: string;
    path: string;
    sha256: string;
    collected_on: string;
    attached_at: string;
  }>('SELECT case_id, number, name, path, sha256, collected_on, attached_at FROM exhibit WHERE id = ?', [id]);
  if (row === undefined) return;
  replace(sql, {
    kind: 'exhibit',
    case: row.case_id,
    subject: id,
    page: 0,
    label: '',
    day: row.collected_on === '' ? row.attached_at.slice(0, 10) : row.collected_on,
    title: `${row.number} ${row.name}`,
    body: [row.path, row.sha256, fieldWords(sql, id, 'name'), ...markWords(sql, id)]
      .filter((text) => text !== '')
      .join('\n'),
  });
}

/** Of what a step or event says, the words that people look for: names, courts, numbers, places. */
const told = new Set([
  'court',
  'number',
  'grounds',
  'scope',
  'place',
  'by',
  'name',
  'document',
  'description',
  'urgency',
  'registry',
  'entryNumber',
  'custodian',
  'institution',
  'buyer',
  'beneficiary',
  'to',
  'method',
  'source',
  'what',
  'claimant',
]);

function toldIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return told.has(key) && value.trim() !== '' ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => toldIn(each, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => toldIn(each, name));
}

/** An asset with what its steps say, and its parts with it: they go with a split that is annulled. */
function refreshAsset(sql: Sql, id: string): void {
  const row = sql.get<{
    case_id: string;
    number: string;
    name: string;
    void: number;
    identified_on: string;
  }>('SELECT case_id, number, name, void, identified_on FROM asset WHERE id = ?', [id]);
  if (row === undefined) return;
  if (row.void === 1) removeDocs(sql, id, 'asset');
  else {
    const events = sql.all<{ facts: string }>(
      'SELECT facts FROM asset_event WHERE asset = ? ORDER BY on_day, at, id',
      [id],
    );
    replace(sql, {
      kind: 'asset',
      case: row.case_id,
      subject: id,
      page: 0,
      label: '',
      day: row.identified_on,
      title: `${row.number} ${row.name}`,
      body: [
        fieldWords(sql, id, 'name'),
        ...new Set(events.flatMap(({ facts }) => toldIn(JSON.parse(facts)))),
      ]
        .filter((text) => text !== '')
        .join('\n'),
    });
  }
  for (const part of sql.all<{ id: string }>('SELECT id FROM asset WHERE part_of = ?', [id]))
    refreshAsset(sql, part.id);
}
