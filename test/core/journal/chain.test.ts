import { generateKeyPairSync, sign } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../../electron/core/client.ts';
import { createAuthority } from '../../../electron/core/features/office/index.ts';
import { canonicalBytes, type Json } from '../../../electron/core/journal/canonical.ts';
import { entryId, parseEntry } from '../../../electron/core/journal/entry.ts';
import { verifyJournal } from '../../../electron/core/journal/verify.ts';
import { openDatabase } from '../../../electron/core/vault/database/connection.ts';
import type { Sql } from '../../../electron/core/vault/database/sql.ts';
import { layoutOf } from '../../../electron/core/vault/layout.ts';
import { first, keysOf, makeVault, type TestVault } from '../../support/vault.ts';

let vault: TestVault;
let key: string;
let copies = 0;

beforeAll(async () => {
  vault = await makeVault();
  const { id } = await vault.client.call('cases.open', { title: 'Uno' });
  const shown = await vault.client.call('cases.show', { case: id });
  await vault.client.call('cases.amend', {
    case: id,
    amendments: [{ field: 'title', value: 'Dos', saw: shown.fields.title.saw }],
  });
  for (const name of ['A', 'B', 'C'])
    await vault.client.call('people.add', { case: id, kind: 'person', name, role: 'witness' });
  const other = await vault.client.call('cases.open', { title: 'Otro' });
  await vault.client.call('people.add', { case: other.id, kind: 'person', name: 'D', role: 'witness' });
  await vault.client.core.stop();
  key = (await keysOf(vault.path)).databaseKey;
});
afterAll(() => vault.remove());

/** What the verification finds in a copy of the journal after something was done to it behind its back. */
function problemsAfter(tamper: (sql: Sql) => void): string[] {
  copies += 1;
  const path = join(vault.root, `copy-${copies}`);
  cpSync(vault.path, path, { recursive: true });
  const sql = openDatabase(layoutOf(path).database, key);
  try {
    tamper(sql);
    return verifyJournal(sql, createAuthority()).problems.map(({ what }) => what);
  } finally {
    sql.close();
    rmSync(path, { recursive: true, force: true });
  }
}

interface Row {
  readonly leaf: number;
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
const people = (sql: Sql): Row[] =>
  sql.all<Row>("SELECT leaf, id, bytes FROM entry WHERE kind = 'person.added' ORDER BY leaf");
const nth = (sql: Sql, index: number): Row => {
  const row = people(sql)[index];
  if (row === undefined) throw new Error('no such entry');
  return row;
};

describe('the journal', () => {
  it('holds as it was written', () => {
    expect(problemsAfter(() => undefined)).toEqual([]);
  });

  it('says so through the API too, and names the entry that was taken out', async () => {
    const path = join(vault.root, 'asked');
    cpSync(vault.path, path, { recursive: true });
    const client = createClient(path);
    await client.call('vault.unlock', first);
    const sound = await client.call('timeline.verify', {});
    expect(sound).toMatchObject({ valid: true, problems: [] });
    expect(sound.entries).toBeGreaterThan(5);
    const sql = openDatabase(layoutOf(path).database, key);
    const { leaf } = nth(sql, 1);
    sql.run('DELETE FROM entry WHERE leaf = ?', [leaf]);
    sql.close();
    const harmed = await client.call('timeline.verify', {});
    expect(harmed.valid).toBe(false);
    expect(harmed.entries).toBe(sound.entries - 1);
    expect(harmed.problems).toContainEqual({ item: `leaf ${leaf}`, what: 'missing' });
    await client.core.stop();
  });

  it('tells of a signature changed, taken from another entry, or made by another key', () => {
    const forger = generateKeyPairSync('ed25519').privateKey;
    const signatures: ((sql: Sql) => Uint8Array<ArrayBuffer>)[] = [
      () => new Uint8Array(64),
      () => new Uint8Array(63),
      (sql) =>
        sql.get<{ sig: Uint8Array<ArrayBuffer> }>('SELECT sig FROM entry WHERE leaf = ?', [nth(sql, 1).leaf])
          ?.sig ?? new Uint8Array(64),
      (sql) => Uint8Array.from(sign(null, nth(sql, 0).bytes, forger)),
    ];
    for (const signature of signatures) {
      const found = problemsAfter((sql) =>
        sql.run('UPDATE entry SET sig = ? WHERE leaf = ?', [signature(sql), nth(sql, 0).leaf]),
      );
      expect(found).toEqual(['signature does not hold']);
    }
  });

  it('tells of an entry that was taken out of the middle', () => {
    const found = problemsAfter((sql) => sql.run('DELETE FROM entry WHERE leaf = ?', [nth(sql, 1).leaf]));
    expect(found).toContain('missing');
    expect(found).toContain('out of order in its feed');
    expect(found).toContain('does not follow the entry before it');
  });

  it('tells of entries that were cut off at the end', () => {
    const found = problemsAfter((sql) => sql.run('DELETE FROM entry WHERE leaf = ?', [nth(sql, 3).leaf]));
    expect(found.some((what) => what.startsWith('head says'))).toBe(true);
  });

  it('tells of any byte of an entry that was changed', () => {
    for (const at of [10, 60, 120]) {
      const found = problemsAfter((sql) => {
        const { leaf, bytes } = nth(sql, 0);
        const changed = Uint8Array.from(bytes);
        changed[at] = changed[at] === 0x61 ? 0x62 : 0x61;
        sql.run('UPDATE entry SET bytes = ? WHERE leaf = ?', [changed, leaf]);
      });
      expect(found.length, `byte ${at}`).toBeGreaterThan(0);
    }
  });

  it('tells of an entry rewritten whole, with a matching id, by somebody without the author’s key', () => {
    const forger = generateKeyPairSync('ed25519').privateKey;
    const found = problemsAfter((sql) => {
      const { leaf, bytes } = nth(sql, 0);
      const entry = parseEntry(bytes);
      if (entry === undefined) throw new Error('no entry');
      const forged = Uint8Array.from(
        canonicalBytes({ ...entry, body: { ...entry.body, name: 'Z' } } as unknown as Json),
      );
      sql.run('UPDATE entry SET bytes = ?, id = ?, sig = ? WHERE leaf = ?', [
        forged,
        entryId(forged),
        Uint8Array.from(sign(null, forged, forger)),
        leaf,
      ]);
    });
    expect(found).toContain('signature does not hold');
    expect(found).toContain('does not follow the entry before it');
    expect(found).toContain('Merkle nodes differ from the entries');
  });

  it('tells of entries that changed places, and of one filed under another case', () => {
    const swapped = problemsAfter((sql) => {
      const [a, b] = [nth(sql, 0), nth(sql, 1)];
      sql.run('UPDATE entry SET leaf = -1 WHERE leaf = ?', [a.leaf]);
      sql.run('UPDATE entry SET leaf = ? WHERE leaf = ?', [a.leaf, b.leaf]);
      sql.run('UPDATE entry SET leaf = ? WHERE leaf = -1', [b.leaf]);
    });
    expect(swapped).toContain('out of order in its feed');
    const moved = problemsAfter((sql) => {
      const { leaf } = nth(sql, 2);
      sql.run("UPDATE entry SET feed = 'other' WHERE leaf = ?", [leaf]);
    });
    expect(moved).toContain('filed under another feed, number or kind');
  });

  it('tells of a Merkle node that was changed', () => {
    const found = problemsAfter((sql) =>
      sql.run('UPDATE merkle_node SET hash = ? WHERE level = 0 AND position = 3', [new Uint8Array(32)]),
    );
    expect(found).toEqual(['Merkle nodes differ from the entries']);
  });
});
