import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lightenKeys } from '../support/light-keys.ts';
import { adminName, createPlace, passphrase } from './custodia.ts';

const place = createPlace();
const second = 'violín ceniza mapache río 52';
const third = 'tejado brújula canela hielo 38';
afterAll(() => place.clear());

describe('vault create', () => {
  it('refuses a weak passphrase and gives back the name of the recovery file', () => {
    const args = ['vault', 'create', '--user', adminName, '--recovery-out', place.recovery];
    const { code, err } = place.run(args, { CUSTODIA_PASSPHRASE: 'trata2026' });
    expect(code).toBe(1);
    expect(err).toContain('demasiado fácil');
    expect([existsSync(place.recovery), existsSync(place.vault)]).toEqual([false, false]);
  });

  it('keeps out of a folder that holds other things, and does not touch them', () => {
    mkdirSync(place.path('documents'));
    place.file('documents/tesis.txt', 'mía');
    const args = ['vault', 'create', '--user', 'Ana', '--recovery-out', place.recovery];
    const { code } = place.run([...args, '--vault', place.path('documents')]);
    expect(code).toBe(1);
    expect(readdirSync(place.path('documents'))).toEqual(['tesis.txt']);
    expect(existsSync(place.recovery)).toBe(false);
  });

  it('answers with office, user and recipient, and writes the recovery key for its owner only', () => {
    const { code, out, err } = place.create();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const answer = JSON.parse(out) as Record<string, string>;
    expect(Object.keys(answer)).toEqual(['office', 'user', 'recipient']);
    expect(answer.user).toBe(adminName);
    const lines = readFileSync(place.recovery, 'utf8').split('\n');
    expect(lines[0]).toMatch(/^# created: \d{4}-/);
    expect(lines[1]).toBe(`# public key: ${answer.recipient ?? ''}`);
    expect(lines[2]).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]+$/);
    expect(lines.slice(3)).toEqual(['']);
    if (process.platform !== 'win32') expect(statSync(place.recovery).mode & 0o777).toBe(0o600);
    expect(out).not.toContain('AGE-SECRET-KEY');
  });

  it('refuses a second time, and the recovery key that is there stays', () => {
    const before = readFileSync(place.recovery, 'utf8');
    expect(place.create()).toMatchObject({ code: 1, out: '' });
    const other = ['vault', 'create', '--user', 'Otra', '--recovery-out', place.path('other.txt')];
    const { code, err } = place.run(other);
    expect(code).toBe(1);
    expect(err).toContain('Aquí ya hay una bóveda');
    expect(readFileSync(place.recovery, 'utf8')).toBe(before);
    expect(existsSync(place.path('other.txt'))).toBe(false);
  });

  it('without a file shows the key this once', () => {
    const { code, out } = place.run(['vault', 'create', '--user', 'Ana', '--vault', place.path('shown')]);
    expect(code).toBe(0);
    expect(out).toMatch(/AGE-SECRET-KEY-1/);
    const info = place.json<{ recoveryConfirmed: boolean }>([
      'vault',
      'info',
      '--vault',
      place.path('shown'),
    ]);
    expect(info.recoveryConfirmed).toBe(true);
  });
});

describe('opening', () => {
  it('takes the passphrase from a file, its last line break aside', () => {
    const file = place.file('passphrase.txt', `${passphrase}\r\n`);
    const args = ['vault', 'info', '--user', adminName.toLocaleUpperCase('es'), '--passphrase-file', file];
    expect(place.json(args, { CUSTODIA_PASSPHRASE: '' })).toMatchObject({
      office: 'Fiscalía',
      user: adminName,
      roles: ['administrator', 'prosecutor'],
      users: 1,
      cases: 0,
      exhibits: 0,
      recoveryConfirmed: true,
    });
  });

  it('does not tell a wrong passphrase from an unknown name', () => {
    const wrong = place.run(['vault', 'info', '--user', adminName], { CUSTODIA_PASSPHRASE: 'otra cosa' });
    const unknown = place.run(['vault', 'info', '--user', 'Nadie']);
    const nameless = place.run(['vault', 'info'], { CUSTODIA_PASSPHRASE: 'otra cosa' });
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('El nombre o la contraseña no son correctos');
    expect(unknown).toEqual(wrong);
    expect(nameless).toEqual(wrong);
    expect(place.run(['vault', 'info']).code).toBe(0);
  });
});

describe('users', () => {
  beforeAll(async () => {
    const added = place.json<{ name: string; roles: string[]; fingerprint: string }>(
      ['user', 'add', 'Luis Choque', '--role', 'investigator', '--role', 'auditor'],
      { CUSTODIA_NEW_PASSPHRASE: second },
    );
    expect(added).toMatchObject({ name: 'Luis Choque', roles: ['auditor', 'investigator'] });
    expect(added.fingerprint).toMatch(/^SHA256:/);
    await lightenKeys(place.vault, [passphrase, second]);
  });

  it('each is known by the passphrase alone', () => {
    const open = (with_: string) =>
      place.json<{ user: string }>(['vault', 'info'], { CUSTODIA_PASSPHRASE: with_ }).user;
    expect([open(passphrase), open(second)]).toEqual([adminName, 'Luis Choque']);
  });

  it('two who share a passphrase must say who they are: nobody signs for the other', () => {
    const env = { CUSTODIA_NEW_PASSPHRASE: passphrase };
    place.json(['user', 'add', 'Rosa', '--role', 'clerk'], env);
    const { code, err } = place.run(['vault', 'info', '--json']);
    expect(code).toBe(1);
    expect(err).toContain('unlock.nameNeeded');
    expect(place.json(['vault', 'info', '--user', 'rosa'])).toMatchObject({ user: 'Rosa' });
    const change = ['user', 'passphrase', '--user', 'Rosa'];
    expect(place.json(change, { CUSTODIA_NEW_PASSPHRASE: third })).toMatchObject({ name: 'Rosa' });
    expect(place.json(['vault', 'info'])).toMatchObject({ user: adminName });
  });

  it('roles are given and taken', () => {
    const granted = place.json<{ roles: string[] }>(['role', 'grant', 'Luis Choque', 'prosecutor']);
    expect([...granted.roles].sort()).toEqual(['auditor', 'investigator', 'prosecutor']);
    place.json(['role', 'revoke', 'luis choque', 'auditor']);
    const { users } = place.json<{ users: { name: string; roles: string[]; active: boolean }[] }>([
      'user',
      'list',
    ]);
    expect(users.find((user) => user.name === 'Luis Choque')?.roles).toEqual(['investigator', 'prosecutor']);
    const refused = place.run(['role', 'grant', 'Rosa', 'auditor'], { CUSTODIA_PASSPHRASE: second });
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('Su función no permite');
  });

  it('who is removed opens nothing any more; the last administrator stays', () => {
    expect(place.json(['user', 'remove', 'Rosa'])).toMatchObject({ name: 'Rosa' });
    expect(place.run(['vault', 'info', '--user', 'Rosa'], { CUSTODIA_PASSPHRASE: third }).code).toBe(1);
    const last = place.run(['user', 'remove', adminName]);
    expect(last.code).toBe(1);
    expect(last.err).toContain('única persona que administra');
    expect(place.run(['user', 'remove', 'Nadie']).code).toBe(1);
  });
});

describe('checks and copies', () => {
  it('vault verify and journal verify say that all is well', () => {
    expect(place.json(['vault', 'verify', '--deep'])).toEqual({
      valid: true,
      problems: [],
      entries: expect.any(Number) as number,
      blobs: 0,
    });
    expect(place.json(['journal', 'verify'])).toMatchObject({ valid: true, problems: [] });
  });

  it('a copy is checked, comes back as a vault, and a changed byte in it is named', () => {
    const { path } = place.json<{ path: string }>(['backup', 'create', '--out', place.path('copies/usb')]);
    expect(place.json(['backup', 'verify', path])).toMatchObject({ valid: true, problems: [] });
    const restored = place.path('restored');
    place.json(['backup', 'restore', path, '--vault', restored]);
    expect(place.json(['vault', 'info', '--vault', restored])).toMatchObject({ user: adminName });
    expect(place.run(['backup', 'restore', path, '--vault', restored]).code).toBe(1);
    const bytes = readFileSync(`${path}/keys/vault.age`);
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
    place.file(`${path.slice(place.dir.length + 1)}/keys/vault.age`, bytes);
    const { code, out } = place.run(['backup', 'verify', path, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      valid: false,
      problems: [{ item: 'keys/vault.age', what: 'changed' }],
    });
    expect(place.run(['backup', 'verify', place.dir]).code).toBe(1);
  });
});
