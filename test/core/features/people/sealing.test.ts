import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { first, makeVault, openBehind, type TestVault } from '../../../support/vault.ts';

const secret = {
  trueName: 'Nayra Verdadera',
  document: 'CI 999',
  whereabouts: 'Casa segura',
  notes: 'nadie',
};
const other = { name: 'Juan', passphrase: 'otra frase del norte 812' };
let vault: TestVault;
let inCase: { case: string; person: string };
let ids: { first: string; other: string };

beforeAll(async () => {
  vault = await makeVault();
  const { client } = vault;
  const juan = await client.call('users.add', { ...other, roles: ['investigator', 'administrator'] });
  const users = await client.call('users.list', {});
  ids = { first: users.find((user) => user.name === first.name)?.id ?? '', other: juan.id };
  const { id } = await client.call('cases.open', { title: 'Caso' });
  await client.call('cases.join', { case: id, user: juan.id });
  const person = await client.call('people.add', { case: id, kind: 'person', name: 'Clave', role: 'victim' });
  inCase = { case: id, person: person.id };
  await client.call('people.seal', { ...inCase, identity: secret, holders: [ids.first] });
});
afterAll(() => vault.remove());

const open = (passphrase: string) =>
  vault.client.core.call('people.openSeal', { ...inCase, reason: 'audiencia del 3', passphrase });

it('opens for its holder with the passphrase and a reason, which is written down', async () => {
  expect(await open(first.passphrase)).toEqual({ ok: true, value: secret });
  expect(await open('no es esta')).toMatchObject({ ok: false, error: { code: 'unlock.refused' } });
  const { entries } = await vault.client.call('timeline.list', { case: inCase.case, limit: 50 });
  const openings = entries.filter((entry) => entry.kind === 'seal.opened');
  expect(openings).toHaveLength(1);
  expect(openings[0]).toMatchObject({ author: first.name, details: { reason: 'audiencia del 3' } });
});

it('stands nowhere in the database but as ciphertext', async () => {
  const sql = await openBehind(vault.path);
  const tables = sql.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'");
  for (const { name } of tables) {
    const rows = JSON.stringify(sql.all(`SELECT * FROM "${name}"`), (_key, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
    );
    for (const word of Object.values(secret)) expect(rows.includes(word), `${word} in ${name}`).toBe(false);
  }
  sql.close();
  const seals = join(vault.path, 'keys', 'seals');
  for (const file of readdirSync(seals))
    expect(readFileSync(join(seals, file), 'latin1').startsWith('age-encryption.org/v1')).toBe(true);
});

it('stands in no file of the vault in the clear', () => {
  const files = readdirSync(vault.path, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const content = readFileSync(join(file.parentPath, file.name));
    for (const word of [secret.trueName, secret.document, secret.whereabouts])
      expect(content.includes(word), `${word} in ${file.name}`).toBe(false);
  }
});

it('is not opened without a reason', async () => {
  for (const reason of ['', '   ']) {
    const input = { ...inCase, reason, passphrase: first.passphrase };
    const reply = await vault.client.core.call('people.openSeal', input);
    expect(reply).toMatchObject({ ok: false, error: { code: 'call.invalid', params: { field: 'reason' } } });
  }
});

it('does not open for another member of the team, whatever the role, and tells who holds it', async () => {
  await vault.client.call('vault.unlock', other);
  expect(await open(other.passphrase)).toMatchObject({ ok: false, error: { code: 'seal.notHolder' } });
  const [row] = await vault.client.call('people.list', { case: inCase.case });
  expect(row?.seal).toMatchObject({ holders: [first.name], mine: false });
});

it('ends the first holder’s access when it is closed anew for others', async () => {
  await vault.client.call('people.seal', { ...inCase, identity: secret, holders: [ids.other] });
  expect(await open(other.passphrase)).toEqual({ ok: true, value: secret });
  await vault.client.call('vault.unlock', first);
  expect(await open(first.passphrase)).toMatchObject({ ok: false, error: { code: 'seal.notHolder' } });
});

it('records each opening that succeeded, and no attempt that was refused', async () => {
  const { entries } = await vault.client.call('timeline.list', { case: inCase.case, limit: 50 });
  const openers = entries.filter((entry) => entry.kind === 'seal.opened').map((entry) => entry.author);
  expect(openers.sort()).toEqual([first.name, other.name].sort());
});

it('slows guessing down as the door does', async () => {
  for (let guess = 0; guess < 4; guess += 1) await open(`no ${guess}`);
  expect(await open('no')).toMatchObject({ ok: false, error: { code: 'unlock.wait' } });
});
