import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../electron/core/vault/database/connection.ts';
import type { Sql } from '../../../../electron/core/vault/database/sql.ts';
import { makeVault, type TestVault } from '../../../support/vault.ts';

describe('a snapshot', () => {
  const root = mkdtempSync(join(tmpdir(), 'custodia-snapshot-'));
  const key = randomBytes(32).toString('hex');
  let [one, other]: Sql[] = [];
  beforeAll(() => {
    one = openDatabase(join(root, 'a.db'), key, { create: true });
    one.exec('CREATE TABLE entry (n INTEGER); INSERT INTO entry VALUES (1)');
    other = openDatabase(join(root, 'a.db'), key);
  });
  afterAll(() => {
    one?.close();
    other?.close();
    rmSync(root, { recursive: true });
  });
  const count = (sql: Sql | undefined): number =>
    sql?.get<{ n: number }>('SELECT count(*) AS n FROM entry')?.n ?? -1;

  it('reads one moment, whatever is written meanwhile, and ends', () => {
    const seen = one?.snapshot(() => {
      const before = count(one);
      other?.run('INSERT INTO entry VALUES (2)');
      return [before, count(one)];
    });
    expect(seen).toEqual([1, 1]);
    expect(count(one)).toBe(2);
  });

  it('ends where what is read fails', () => {
    expect(() =>
      one?.snapshot(() => {
        count(one);
        throw new Error('no');
      }),
    ).toThrow('no');
    other?.run('INSERT INTO entry VALUES (3)');
    expect(count(one)).toBe(3);
  });
});

describe('a vault that is written to', () => {
  let vault: TestVault;
  beforeAll(async () => {
    vault = await makeVault();
  });
  afterAll(() => vault.remove());

  it('is found whole by every verification made meanwhile', async () => {
    const { client } = vault;
    const { id } = await client.call('cases.open', { title: 'Taller' });
    let verifying = true;
    const writes = (async () => {
      let written = 0;
      for (; verifying; written += 1)
        await client.call('people.add', { case: id, kind: 'person', name: `P${written}`, role: 'witness' });
      return written;
    })();
    const found = [];
    for (let round = 0; round < 5; round += 1) found.push(await client.call('timeline.verify', {}));
    verifying = false;
    // Otherwise nothing was written beside any of them.
    expect(await writes).toBeGreaterThan(10);
    expect(found.flatMap(({ problems }) => problems)).toEqual([]);
  });
});
