import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decryptBytes } from '../../electron/core/vault/age/seal.ts';
import { openDatabase } from '../../electron/core/vault/database/connection.ts';
import type { Sql } from '../../electron/core/vault/database/sql.ts';
import type { VaultKeys } from '../../electron/core/vault/keyring.ts';
import { layoutOf } from '../../electron/core/vault/layout.ts';

/** Looks for words that must not be anywhere, in every form in which a word can stand in bytes. */

const unaccented = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');
const reversed = (word: string): string => [...word].reverse().join('');
const escaped = (word: string): string =>
  [...word]
    .map((char) => (char > '~' ? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}` : char))
    .join('');

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

/** What stands of a word inside a longer base64 text, whatever stood before it: its first and last letters depend on the neighbours. */
function base64Cores(bytes: Buffer): Buffer[] {
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    const first = before === 0 ? 0 : before + 1;
    const core = whole
      .toString('base64')
      .replace(/=+$/, '')
      .slice(first, Math.floor((whole.length * 8) / 6));
    return [Buffer.from(core), Buffer.from(core.replaceAll('+', '-').replaceAll('/', '_'))];
  });
}

/** Every form of a word, by name. */
export function formsOf(word: string): [string, Buffer][] {
  const spellings = new Set(
    [word, unaccented(word)].flatMap((each) =>
      [each, each.toLocaleLowerCase('es'), each.toLocaleUpperCase('es')].flatMap((cased) => [
        cased.normalize('NFC'),
        cased.normalize('NFD'),
        reversed(cased),
      ]),
    ),
  );
  return [...spellings].flatMap((text): [string, Buffer][] => {
    const utf8 = Buffer.from(text);
    return [
      ['utf8', utf8],
      ['utf16le', Buffer.from(text, 'utf16le')],
      ['utf16be', utf16be(text)],
      ['latin1', Buffer.from(text, 'latin1')],
      ['hex', Buffer.from(utf8.toString('hex'))],
      ['HEX', Buffer.from(utf8.toString('hex').toUpperCase())],
      ['url', Buffer.from(encodeURIComponent(text))],
      ['json', Buffer.from(escaped(text))],
      [
        'JSON',
        Buffer.from(
          escaped(text).replace(/u00([0-9a-f]{2})/g, (_, two: string) => `u00${two.toUpperCase()}`),
        ),
      ],
      ...base64Cores(utf8).map((core): [string, Buffer] => ['base64', core]),
    ];
  });
}

export interface Haystack {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Where any of the words stands, in any form. */
export function hunt(words: readonly string[], haystacks: Iterable<Haystack>): string[] {
  const forms = words.flatMap((word) => formsOf(word).map(([form, bytes]) => ({ word, form, bytes })));
  const found: string[] = [];
  for (const { name, bytes } of haystacks)
    for (const each of forms)
      if (bytes.includes(each.bytes) || Buffer.from(name).includes(each.bytes))
        found.push(`${each.word} as ${each.form} in ${name}`);
  return found;
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A file as it stands; a PDF also taken apart and as text. */
export function fileHay(path: string): Haystack[] {
  const hay = [{ name: path, bytes: readFileSync(path) }];
  if (!path.endsWith('.pdf')) return hay;
  const folder = mkdtempSync(join(tmpdir(), 'custodia-hunt-'));
  try {
    const plain = join(folder, 'plain.pdf');
    const apart = spawnSync('mutool', ['clean', '-d', '-i', '-f', path, plain]);
    const text = spawnSync('pdftotext', ['-layout', path, '-']);
    if (apart.status !== 0 || text.status !== 0) throw new Error(`${path} could not be taken apart`);
    return [
      ...hay,
      { name: `${path} taken apart`, bytes: readFileSync(plain) },
      { name: `${path} as text`, bytes: text.stdout },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every row of every table of a database, the search engine's own tables and its list of words among them. */
function* rowsOf(sql: Sql, name: string): Generator<Haystack> {
  const tables = sql.all<{ name: string; ddl: string }>(
    "SELECT name, coalesce(sql, '') AS ddl FROM sqlite_master WHERE type = 'table'",
  );
  for (const table of tables) {
    const columns = sql.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table.name}')`);
    for (const row of sql.all<Record<string, unknown>>(`SELECT * FROM "${table.name}"`)) {
      const cells = columns.map((column) => row[column.name]);
      const bytes = cells.map((cell) =>
        cell instanceof Uint8Array ? Buffer.from(cell) : Buffer.from(String(cell)),
      );
      yield { name: `${name} ${table.name}`, bytes: Buffer.concat(bytes) };
      // A ciphertext of the journal in base64 is looked at as bytes too.
    }
    if (!/fts5/i.test(table.ddl)) continue;
    sql.exec(`CREATE VIRTUAL TABLE temp.words_${table.name} USING fts5vocab('main', '${table.name}', 'row')`);
    const terms = sql.all<{ term: string }>(`SELECT term FROM temp.words_${table.name}`);
    yield {
      name: `${name} words of ${table.name}`,
      bytes: Buffer.from(terms.map(({ term }) => term).join('\n')),
    };
  }
}

/** All that whoever has the vault's key can read of a vault: databases row by row, blobs and key files opened. */
export async function vaultHay(path: string, keys: VaultKeys): Promise<Haystack[]> {
  const layout = layoutOf(path);
  const hay: Haystack[] = [];
  for (const [name, file] of [
    ['case-file.db', layout.database],
    ['index.db', layout.index],
  ] as const) {
    const sql = openDatabase(file, keys.databaseKey);
    hay.push(...rowsOf(sql, name));
    sql.close();
  }
  for (const file of filesBelow(path).filter((each) => each.endsWith('.age'))) {
    const plain = await decryptBytes(readFileSync(file), keys.identities).catch(() => null);
    // What the vault's key does not open is somebody's own, or an envelope's.
    if (plain !== null) hay.push({ name: `${file} opened`, bytes: Buffer.from(plain) });
  }
  return hay;
}
