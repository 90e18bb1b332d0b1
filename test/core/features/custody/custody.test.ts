import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CustodyShown } from '../../../../electron/core/features/custody/model.ts';
import { custodyNamespace } from '../../../../electron/core/features/custody/statement.ts';
import { layoutOf } from '../../../../electron/core/vault/layout.ts';
import { allowedSignersLine } from '../../../../electron/core/vault/sshsig.ts';
import { has } from '../../../support/tools.ts';
import { first, makeVault, openBehind, type TestVault } from '../../../support/vault.ts';

let vault: TestVault;
let caseId: string;
let exhibit: string;
const other = { name: 'Juan', passphrase: 'otra frase del norte 812' };
let juan: string;
const at = (hour: number): string => `2026-09-15T${String(hour).padStart(2, '0')}:00:00-04:00`;

beforeAll(async () => {
  vault = await makeVault();
  const { client } = vault;
  caseId = (await client.call('cases.open', { title: 'Segundo teléfono' })).id;
  juan = (await client.call('users.add', { ...other, roles: ['investigator'] })).id;
  await client.call('cases.join', { case: caseId, user: juan });
  exhibit = await vault.attach(caseId, 'telefono.bin', 'memoria');
  await client.call('custody.record', {
    case: caseId,
    exhibit,
    event: 'received',
    when: at(8),
    to: 'Amalia',
  });
});
afterAll(() => vault.remove());

const shown = (): Promise<CustodyShown> => vault.client.call('custody.show', { case: caseId, exhibit });
const signIn = (user: { name: string; passphrase: string }) => vault.client.call('vault.unlock', user);
/** A wrong passphrase on purpose must not slow what follows. */
const calm = () => rmSync(layoutOf(vault.path).attempts, { force: true });

it('is handed over with the receiver’s signature, which OpenSSH checks', async () => {
  const handed = await vault.client.call('custody.handOver', {
    case: caseId,
    exhibits: [exhibit],
    when: at(9),
    place: 'Sala de custodia',
    reason: 'Pericia',
    receiver: { how: 'signs', user: juan, passphrase: other.passphrase },
  });
  expect(handed.state).toBe('signed');
  const { records, state, anomalies } = await shown();
  expect(state).toMatchObject({ holder: 'Juan', phase: 'held' });
  expect(anomalies.filter(({ kind }) => kind !== 'late')).toEqual([]);
  expect(records[1]).toMatchObject({
    event: 'transferred',
    from: 'Amalia',
    to: 'Juan',
    confirmation: 'signed',
  });
  const signature = records[1]?.signature;
  if (signature === undefined) throw new Error('not signed');
  expect(JSON.parse(signature.statement)).toMatchObject({
    from: 'Amalia',
    to: 'Juan',
    when: at(9),
    exhibits: [{ exhibit }],
  });
  if (!has('ssh-keygen', 'the receiver’s signature is checked by OpenSSH')) return;
  const sql = await openBehind(vault.path);
  const key = sql.get<{ key: string }>('SELECT sign_key AS key FROM user WHERE id = ?', [juan])?.key ?? '';
  sql.close();
  const folder = mkdtempSync(join(tmpdir(), 'custodia-sig-'));
  writeFileSync(join(folder, 'sig'), signature.sshsig);
  writeFileSync(
    join(folder, 'signers'),
    `${allowedSignersLine('juan', Buffer.from(key, 'base64'), custodyNamespace)}\n`,
  );
  const check = (text: string) =>
    spawnSync(
      'ssh-keygen',
      [
        '-Y',
        'verify',
        '-f',
        join(folder, 'signers'),
        '-I',
        'juan',
        '-n',
        custodyNamespace,
        '-s',
        join(folder, 'sig'),
      ],
      { input: text },
    ).status;
  expect(check(signature.statement)).toBe(0);
  expect(check(signature.statement.replace('Pericia', 'Nada'))).not.toBe(0);
  rmSync(folder, { recursive: true });
});

it('is not handed over with a wrong passphrase, and guessing is slowed down', async () => {
  const attempt = () =>
    vault.client.core.call('custody.handOver', {
      case: caseId,
      exhibits: [exhibit],
      when: at(10),
      receiver: { how: 'signs', user: juan, passphrase: 'no es esta frase' },
    });
  // The receiver must be somebody else than who holds it, so that only the passphrase is wrong.
  await vault.client.call('custody.record', {
    case: caseId,
    exhibit,
    event: 'transferred',
    when: at(9),
    from: 'Juan',
    to: 'Amalia',
  });
  const before = (await shown()).records.length;
  const codes: string[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const reply = await attempt();
    codes.push(reply.ok ? 'done' : reply.error.code);
  }
  expect(codes).toEqual([...Array(4).fill('unlock.refused'), 'unlock.wait']);
  expect((await shown()).records.length).toBe(before);
  calm();
});

it('waits for a receiver who signs in a session of their own, and nothing moves in between', async () => {
  const { client } = vault;
  const { handover, state } = await client.call('custody.handOver', {
    case: caseId,
    exhibits: [exhibit],
    when: at(11),
    receiver: { how: 'later', user: juan },
  });
  expect(state).toBe('offered');
  expect(await shown()).toMatchObject({
    allowed: [],
    offer: { handover, to: 'Juan' },
    state: { holder: 'Amalia' },
  });
  const moved = { case: caseId, exhibit, event: 'sealed', when: at(12), seal: 'P-1' };
  expect(await client.core.call('custody.record', moved)).toMatchObject({
    error: { code: 'custody.offerOpen' },
  });
  const mine = { case: caseId, handover, passphrase: first.passphrase };
  expect(await client.core.call('custody.confirm', mine)).toMatchObject({
    error: { code: 'custody.notReceiver' },
  });
  await signIn(other);
  expect(await client.call('custody.offers', {})).toMatchObject([{ handover, from: 'Amalia' }]);
  const wrong = { case: caseId, handover, passphrase: 'no es' };
  expect(await client.core.call('custody.confirm', wrong)).toMatchObject({
    error: { code: 'unlock.refused' },
  });
  calm();
  await client.call('custody.confirm', { case: caseId, handover, passphrase: other.passphrase });
  expect(await client.call('custody.offers', {})).toEqual([]);
  const { records, offer, state: now } = await shown();
  expect(records.at(-1)).toMatchObject({ confirmation: 'signed', author: 'Juan', handover });
  expect({ offer, holder: now.holder }).toEqual({ offer: null, holder: 'Juan' });
  await signIn(first);
});

it('is refused or taken back with a reason; then it is where it was', async () => {
  const { client } = vault;
  const offer = (hour: number, user: string) =>
    client.call('custody.handOver', {
      case: caseId,
      exhibits: [exhibit],
      when: at(hour),
      receiver: { how: 'later', user },
    });
  const me = (await client.call('users.list', {})).find(({ name }) => name === 'Amalia')?.id ?? '';
  const { handover } = await offer(13, me);
  await client.call('custody.decline', { case: caseId, handover, reason: 'El precinto está roto' });
  expect(await shown()).toMatchObject({ offer: null, state: { holder: 'Juan' } });
  const again = { case: caseId, handover, reason: 'otra vez' };
  expect(await client.core.call('custody.decline', again)).toMatchObject({
    error: { code: 'custody.noOffer' },
  });
});

it('goes to a laboratory on paper and is overdue when it is not back in time', async () => {
  const { client } = vault;
  await client.call('custody.handOver', {
    case: caseId,
    exhibits: [exhibit],
    when: at(14),
    dueBack: '2026-09-20',
    receiver: { how: 'paper', name: 'Laboratorio IDIF', document: 'CI 4839201 LP', institution: 'IDIF' },
  });
  expect((await shown()).records.at(-1)).toMatchObject({
    confirmation: 'paper',
    receiver: { document: 'CI 4839201 LP', institution: 'IDIF' },
  });
  const due = await client.call('custody.due', {});
  expect(due).toMatchObject([{ exhibit, holder: 'Laboratorio IDIF', backTo: 'Juan', dueBack: '2026-09-20' }]);
  expect(due[0]?.daysLate).toBeGreaterThan(0);
  expect(await client.call('custody.due', { case: caseId })).toEqual(due);
  await client.call('custody.record', {
    case: caseId,
    exhibit,
    event: 'returned',
    when: at(15),
    from: 'Laboratorio IDIF',
    to: 'Juan',
  });
  expect(await client.call('custody.due', {})).toEqual([]);
  expect((await shown()).state).toMatchObject({ phase: 'held', holder: 'Juan' });
});

it('answers who held it on a day, with certainty or with the gap', async () => {
  const { client } = vault;
  const day = { from: '2026-09-15T00:00:00-04:00', until: '2026-09-16T00:00:00-04:00' };
  const answer = await client.call('custody.holder', { case: caseId, exhibit, ...day });
  expect(answer.spans.map(({ holder }) => holder)).toEqual([
    '',
    'Amalia',
    'Amalia',
    'Juan',
    'Laboratorio IDIF',
    'Juan',
  ]);
  const noon = { from: at(12), until: at(12) };
  expect(await client.call('custody.holder', { case: caseId, exhibit, ...noon })).toMatchObject({
    certain: true,
    spans: [{ holder: 'Juan' }],
  });
  const odd = {
    case: caseId,
    exhibit,
    event: 'transferred' as const,
    when: at(16),
    from: 'Portería',
    to: 'Depósito',
  };
  expect(await client.core.call('custody.record', odd)).toMatchObject({
    error: { code: 'custody.whyGiver', params: { holder: 'Juan', from: 'Portería' } },
  });
  await client.call('custody.record', { ...odd, why: 'Lo dejó en portería sin acta' });
  const doubt = { from: at(15), until: at(15) };
  const gap = await client.call('custody.holder', { case: caseId, exhibit, ...doubt });
  expect(gap).toMatchObject({
    certain: false,
    anomalies: [{ kind: 'giver', expected: 'Juan', said: 'Portería', why: 'Lo dejó en portería sin acta' }],
  });
});

it('is verified with the journal', async () => {
  expect(await vault.client.call('timeline.verify', {})).toMatchObject({ valid: true, problems: [] });
});

it('a signature of other words is told as not valid', async () => {
  const sql = await openBehind(vault.path);
  const tampered = sql.transaction(() =>
    sql.run(`UPDATE custody_event SET to_holder = 'Pedro' WHERE more LIKE '%sshsig%'`, []),
  );
  expect(tampered).toBeUndefined();
  sql.close();
  const { records } = await shown();
  expect(records.filter(({ confirmation }) => confirmation === 'invalid').map(({ to }) => to)).toEqual([
    'Pedro',
    'Pedro',
  ]);
});
