import { join } from 'node:path';
import { bundleElectron } from '../../build/bundle-electron.ts';
import { seededRandom as random } from '../../build/demo/random.ts';
import { createClient } from '../../electron/core/client.ts';
import { allViews } from '../../electron/core/features/index.ts';
import { find } from '../../electron/core/features/search/find.ts';
import { dayNumber, kindNumber, type SearchInput } from '../../electron/core/features/search/model.ts';
import { scopeOf } from '../../electron/core/features/search/query.ts';
import { createViews } from '../../electron/core/journal/views.ts';
import { openDatabase } from '../../electron/core/vault/database/connection.ts';
import { attachDatabase, searcherCacheKiB } from '../../electron/core/vault/database/index-file.ts';
import { openSql, type Sql } from '../../electron/core/vault/database/sql.ts';
import { coreFlags } from '../../electron/shells/core-flags.ts';
import { first, keysOf } from '../support/vault.ts';
import { type Row, runWorker } from './measure.ts';

const cases = 200;
/** The second user is on so few teams that the index itself is asked for their cases only. */
const few = 3;
const wordsInText = 80;
/** Texts that one intake brings. */
const together = 200;
const vocabulary = 30_000;

/** Words as in any language: a few short ones that are everywhere, very many long ones that are rare. */
function wordAt(share: number): string {
  const rank = Math.floor(vocabulary ** share);
  const syllableCount = rank < 40 ? 1 : rank < 1_500 ? 2 : 3;
  let rest = rank;
  let word = '';
  for (let n = 0; n < syllableCount; n += 1) {
    word += syllables[rest % syllables.length] ?? '';
    rest = Math.floor(rest / syllables.length);
  }
  return word;
}
const syllables = consonants().flatMap((first) =>
  ['a', 'e', 'i', 'o', 'u', 'án', 'és', 'ión'].map((end) => first + end),
);

function consonants(): string[] {
  return [
    'c',
    'tr',
    'm',
    'll',
    'ñ',
    'p',
    's',
    'v',
    't',
    'qu',
    'gu',
    'r',
    'd',
    'l',
    'b',
    'f',
    'n',
    'pl',
    'br',
    'j',
  ];
}

interface Text {
  readonly n: number;
  readonly day: string;
  readonly body: string;
}

function* texts(count: number): Generator<Text> {
  const next = random(20261124);
  for (let n = 1; n <= count; n += 1) {
    const words = Array.from({ length: wordsInText }, () => wordAt(next()));
    const month = 1 + Math.floor(next() * 12);
    yield {
      n,
      day: `202${Math.floor(next() * 7)}-${String(month).padStart(2, '0')}-15`,
      body: words.join(' '),
    };
  }
}

/** The same rows, by the same statements, into the encrypted index and a plain one. */
export function fill(sql: Sql, ids: readonly string[], count: number): void {
  sql.exec('BEGIN');
  for (const [index, id] of ids.entries()) sql.run('INSERT INTO scope_case VALUES (?, ?)', [index + 1, id]);
  for (const { n, day, body } of texts(count)) {
    // What is attached at once belongs to one case.
    const at = Math.floor(n / together) % ids.length;
    sql.run('INSERT INTO doc VALUES (?, ?, ?, ?)', [n, kindNumber('page'), at + 1, dayNumber(day)]);
    sql.run("INSERT INTO doc_place VALUES (?, ?, ?, 0, '')", [n, `exhibit ${n}`, kindNumber('page')]);
    sql.run('INSERT INTO page_text (rowid, scope, body) VALUES (?, ?, ?)', [
      n,
      scopeOf(at + 1, 'page', day),
      body,
    ]);
    if (n % 50_000 === 0) sql.exec('COMMIT; BEGIN');
  }
  sql.exec('COMMIT');
}

function questions(seed: number): Omit<SearchInput, 'limit'>[] {
  const next = random(seed);
  const word = (from: number, to: number): string => wordAt(from + (to - from) * next());
  return Array.from({ length: 40 }, () => [
    { text: word(0, 0.2) },
    { text: word(0.5, 0.7) },
    { text: word(0.9, 1) },
    { text: `${word(0, 0.3)} ${word(0.5, 0.8)}` },
    { text: `${word(0.2, 0.4)} ${word(0.2, 0.4)} ` },
    { text: `"${word(0, 0.2)} ${word(0, 0.2)}"` },
    { text: `${word(0.4, 0.6)} -${word(0, 0.2)} ` },
    { text: `${word(0.6, 0.9).slice(0, 4)}*` },
    { text: word(0.1, 0.3), from: '2024-03-01', to: '2024-05-31' },
  ]).flat();
}

const percentile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;

interface Prepared {
  readonly root: string;
  readonly vault: string;
  readonly key: string;
  /** Who is on all teams, and who on few. */
  readonly all: string;
  readonly few: string;
}

/** Makes the vault of 200 cases and fills its index, and a plain one beside it: two processes at once. */
export async function prepareSearch(folder: string, count: number): Promise<Prepared> {
  const root = join(folder, 'search');
  const vault = join(root, 'vault');
  const client = createClient(vault);
  const made = await client.call('vault.create', {
    office: { name: 'Fiscalía', jurisdiction: 'bolivia', language: 'es' },
    user: first,
  });
  const other = await client.call('users.add', {
    name: 'Otra',
    passphrase: 'otra frase larga del norte 8',
    roles: ['clerk'],
  });
  const ids: string[] = [];
  for (let n = 0; n < cases; n += 1) {
    ids.push((await client.call('cases.open', { title: `Caso ${n}` })).id);
    if (n < few) await client.call('cases.join', { case: ids[n] ?? '', user: other.id });
  }
  await client.core.stop();
  const key = (await keysOf(vault)).databaseKey;
  await Promise.all([
    runWorker('fill-worker', { path: join(vault, 'index.db'), key, ids, count } satisfies FillOrder),
    runWorker('fill-worker', {
      path: join(root, 'plain-index.db'),
      key: null,
      ids,
      count,
    } satisfies FillOrder),
  ]);
  return { root, vault, key, all: made.session.user.id, few: other.id };
}

/** What the process that fills an index is told; without a key the index is a plain one. */
export interface FillOrder {
  readonly path: string;
  readonly key: string | null;
  readonly ids: readonly string[];
  readonly count: number;
}

/**
 * A search in `count` texts of 200 cases, encrypted and not, by the same code and in turn: for a user who is on every
 * team and for one who is on three.
 */
export async function benchSearch(prepared: Prepared, count: number): Promise<Row[]> {
  const { root, vault, key } = prepared;
  const sealed = openDatabase(join(vault, 'case-file.db'), key);
  const plain = openSql(join(root, 'plain.db'));
  plain.exec('PRAGMA cache_size = -32000');
  plain.exec('CREATE TABLE view_definition (one INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL)');
  createViews(plain, allViews);
  for (const table of ['case_file', 'team_member']) copy(sealed, plain, table);
  attachDatabase(sealed, { path: join(vault, 'index.db'), key, name: 'found', cacheKiB: searcherCacheKiB });
  plain.run('ATTACH DATABASE ? AS found', [join(root, 'plain-index.db')]);
  plain.exec(`PRAGMA found.cache_size = -${searcherCacheKiB}`);

  const rows: Row[] = [];
  const texts = `${count.toLocaleString('en')} texts`;
  for (const [who, user] of [
    ['on all 200 teams', prepared.all],
    ['on 3 of 200 teams', prepared.few],
  ] as const) {
    // An index in daily use has been asked before.
    inTurn(sealed, plain, user, 11);
    const { mine, theirs } = inTurn(sealed, plain, user);
    const [ours, other] = [percentile(mine, 0.95), percentile(theirs, 0.95)];
    rows.push(
      {
        what: `search in ${texts}, ${who}: p95 ÷ the same in plain SQLite FTS5`,
        value: `${(ours / other).toFixed(2)} (medians ${(percentile(mine, 0.5) / percentile(theirs, 0.5)).toFixed(2)})`,
        bound: '≤ 1.3',
        holds: ours / other <= 1.3,
      },
      {
        what: `search in ${texts}, ${who}: p95 (median), ${mine.length} searches`,
        value: `${ours.toFixed(0)} ms (${percentile(mine, 0.5).toFixed(0)} ms)`,
        bound: '< 50 ms',
        holds: ours < 50,
      },
    );
  }
  sealed.close();
  plain.close();
  return [...rows, await memoryRow(vault, texts)];
}

/**
 * A core started as the shells start it, from what was compiled, opens the vault, searches, and says how much memory it
 * takes; the reading process is apart.
 */
async function memoryRow(vault: string, texts: string): Promise<Row> {
  await bundleElectron();
  const words = questions(3).map(({ text }) => text);
  const said = await runWorker(
    'memory-worker',
    { vault, user: first, words } satisfies MemoryOrder,
    coreFlags,
  );
  const megabytes = Number(said) / 1_000_000;
  return {
    what: `memory of the core (compiled, started as by a shell) with ${texts}, after ${words.length} searches`,
    value: `${megabytes.toFixed(0)} MB`,
    bound: '< 300 MB',
    holds: megabytes < 300,
  };
}

/** What the process that searches is told. */
export interface MemoryOrder {
  readonly vault: string;
  readonly user: { readonly name: string; readonly passphrase: string };
  readonly words: readonly string[];
}

function inTurn(sealed: Sql, plain: Sql, user: string, seed = 7): { mine: number[]; theirs: number[] } {
  const mine: number[] = [];
  const theirs: number[] = [];
  for (const question of questions(seed)) {
    const ask = (sql: Sql): [number, string] => {
      const began = performance.now();
      const result = find(sql, user, { ...question, limit: 50 }, '2026-11-24');
      return [performance.now() - began, JSON.stringify(result)];
    };
    const [ours, answer] = ask(sealed);
    const [other, same] = ask(plain);
    if (answer !== same) throw new Error(`not the same answer for ${question.text}`);
    mine.push(ours);
    theirs.push(other);
  }
  return { mine, theirs };
}

function copy(from: Sql, to: Sql, table: string): void {
  for (const row of from.all<Record<string, string | number | null>>(`SELECT * FROM ${table}`)) {
    const names = Object.keys(row);
    to.run(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      Object.values(row),
    );
  }
}
