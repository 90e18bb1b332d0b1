import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitAfter } from '../../../../electron/core/vault/attempts.ts';
import { checkDatabase } from '../../../../electron/core/vault/database/check.ts';
import { layoutOf } from '../../../../electron/core/vault/layout.ts';
import { has } from '../../../support/tools.ts';
import { first, keysOf, makeVault, type TestVault } from '../../../support/vault.ts';

/** The shell that reads SQLCipher 4: some distributions still ship 3, which cannot. */
function sqlcipherFour(): boolean {
  if (!has('sqlcipher', 'what it makes of a vault')) return false;
  const version = execFileSync('sqlcipher', [], { input: 'PRAGMA cipher_version;', encoding: 'utf8' }).trim();
  if (!version.startsWith('4')) {
    process.stdout.write(
      `NOT RUN: opening the vault with SQLCipher's shell: it is version ${version}, 4 is needed\n`,
    );
    return false;
  }
  return true;
}

let vault: TestVault;
let caseId: string;
let exhibit: string;

beforeAll(async () => {
  vault = await makeVault();
  caseId = (await vault.client.call('cases.open', { title: 'Caso' })).id;
  exhibit = await vault.attach(caseId, 'uno.txt', 'contenido uno');
});
afterAll(() => vault.remove());

const unlock = async (name: string, passphrase: string): Promise<string> => {
  const reply = await vault.client.core.call('vault.unlock', { name, passphrase });
  return reply.ok ? 'open' : reply.error.code;
};

describe('opening without us', () => {
  it('the database is no SQLite file to look at', () => {
    expect(readFileSync(layoutOf(vault.path).database).subarray(0, 15).toString()).not.toBe(
      'SQLite format 3',
    );
  });

  it.runIf(sqlcipherFour())('SQLCipher’s own shell opens it with the raw key', async () => {
    const { databaseKey } = await keysOf(vault.path);
    const script = [
      `PRAGMA key = "x'${databaseKey}'";`,
      'PRAGMA cipher_version;',
      'PRAGMA cipher_integrity_check;',
      'SELECT title FROM case_file;',
    ].join('\n');
    const said = execFileSync('sqlcipher', [layoutOf(vault.path).database], {
      input: script,
      encoding: 'utf8',
    });
    expect(said).toMatch(/^4\.|\n4\./);
    expect(said).toContain('Caso');
  });

  it.runIf(has('age', 'what it makes of a vault'))(
    'age opens the vault’s key and a blob with the recovery key',
    () => {
      const identity = join(vault.root, 'llave.txt');
      writeFileSync(identity, `${vault.recovery}\n`);
      const open = (file: string) => execFileSync('age', ['-d', '-i', identity, file], { encoding: 'utf8' });
      const keys = JSON.parse(open(layoutOf(vault.path).vaultKey)) as { databaseKey: string };
      expect(keys.databaseKey).toMatch(/^[0-9a-f]{64}$/);
      const blobs = readdirSync(layoutOf(vault.path).blobs, { recursive: true, encoding: 'utf8' });
      const blob = blobs.find((name) => name.endsWith('.age')) ?? '';
      expect(open(join(layoutOf(vault.path).blobs, blob))).toBe('contenido uno');
    },
  );
});

describe('users and their keys', () => {
  it('refuses a wrong name and a wrong passphrase alike, slower and slower', async () => {
    await vault.client.call('vault.lock', {});
    const refusals = [await unlock('Nadie', first.passphrase), await unlock(first.name, 'no')];
    expect(refusals).toEqual(['unlock.refused', 'unlock.refused']);
    expect([0, 1, 2, 3, 4, 5, 6, 7, 30].map(waitAfter)).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 300]);
    await unlock(first.name, 'no');
    await unlock(first.name, 'no');
    // The fourth failure in a row earns a wait, which the right passphrase must bear as well.
    expect(await unlock(first.name, first.passphrase)).toBe('unlock.wait');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(await unlock('  AMALIA ', first.passphrase)).toBe('open');
  });

  it('changes a passphrase only with the old one, and only to a strong one', async () => {
    const next = 'nueva frase del salar 404';
    const change = async (current: string, to: string) => {
      const reply = await vault.client.core.call('vault.changePassphrase', { current, next: to });
      return reply.ok ? 'done' : reply.error.code;
    };
    expect(await change('no', next)).toBe('unlock.refused');
    expect(await change(first.passphrase, 'clave123')).toBe('passphrase.weak');
    expect(await change(first.passphrase, next)).toBe('done');
    expect(await unlock(first.name, first.passphrase)).toBe('unlock.refused');
    expect(await unlock(first.name, next)).toBe('open');
    expect(await change(next, first.passphrase)).toBe('done');
  });

  it('removing a user changes the vault’s key: what the user knew opens nothing any more', async () => {
    const { client } = vault;
    const juan = await client.call('users.add', {
      name: 'Juan',
      passphrase: 'otra frase del norte 812',
      roles: ['investigator'],
    });
    const before = await keysOf(vault.path);
    await client.call('users.remove', { user: juan.id });
    const after = await keysOf(vault.path);
    expect(after.databaseKey).not.toBe(before.databaseKey);
    expect(after.recipient).not.toBe(before.recipient);
    expect(() => checkDatabase(layoutOf(vault.path).database, before.databaseKey)).toThrow(/databaseDamaged/);
    expect(readdirSync(layoutOf(vault.path).users)).toHaveLength(1);
    expect(await client.call('evidence.verify', { case: caseId, exhibit })).toMatchObject({ valid: true });
    await vault.attach(caseId, 'dos.txt', 'contenido dos');
    await client.call('vault.lock', {});
    expect(await unlock('Juan', 'otra frase del norte 812')).toBe('unlock.refused');
    expect(await unlock(first.name, first.passphrase)).toBe('open');
    expect((await client.call('timeline.verify', {})).valid).toBe(true);
  });

  it('keeps the last administrator', async () => {
    const [only] = await vault.client.call('users.list', {});
    const reply = await vault.client.core.call('roles.revoke', { user: only?.id, role: 'administrator' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'user.lastAdministrator' } });
    const removal = await vault.client.core.call('users.remove', { user: only?.id });
    expect(removal).toMatchObject({ ok: false, error: { code: 'user.lastAdministrator' } });
  });

  it('a new recovery sheet takes the place of the old for all that is written from then on', async () => {
    const { client } = vault;
    const sheet = await client.call('vault.renewRecovery', { passphrase: first.passphrase });
    expect(sheet.key).not.toBe(vault.recovery);
    const wrong = await client.core.call('vault.confirmRecovery', {
      lastCharacters: vault.recovery.slice(-6),
    });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'recovery.mismatch' } });
    await client.call('vault.confirmRecovery', { lastCharacters: sheet.key.slice(-6).toLowerCase() });
    expect((await client.call('vault.session', {}))?.recoveryConfirmed).toBe(true);
  });
});
