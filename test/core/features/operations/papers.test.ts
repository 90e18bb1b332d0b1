import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../../../electron/core/client.ts';
import type { Disclosed } from '../../../../electron/core/features/operations/model.ts';
import { newIdentity } from '../../../../electron/core/vault/age/seal.ts';
import { layoutOf } from '../../../../electron/core/vault/layout.ts';
import { ago, day, makeOperation, type TestOperation } from '../../../support/operation.ts';
import { first, makeVault, type TestVault } from '../../../support/vault.ts';

let vault: TestVault;
let client: Client;
let at: TestOperation;
let me: string;
beforeAll(async () => {
  vault = await makeVault();
  client = vault.client;
  at = await makeOperation(vault);
  me = (await client.call('users.list', {})).find(({ name }) => name === first.name)?.id ?? '';
});
afterAll(() => vault.remove());

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const identity = {
  ...{ trueName: 'Nicanor Huanca', trueDocument: '1', rank: '', unit: '', assumedName: 'Braulio Paz' },
  ...{ assumedDocument: '', legend: '', notes: '', papers: [] },
};
const keyFiles = () => readdirSync(layoutOf(vault.path).seals);

describe('the envelope', () => {
  it('is opened by the judge outside with the age command alone', async () => {
    const judge = await newIdentity();
    const of = { operation: at.operation, agent: at.agent };
    await client.call('operations.seal', {
      ...{ ...of, identity, holders: [me] },
      outside: [{ name: 'Dra. Salazar', recipient: judge.recipient }],
    });
    const folder = join(vault.root, 'judge');
    mkdirSync(folder);
    const { handle } = await client.core.offerFolder(folder);
    const { files } = await client.call('operations.copyEnvelope', {
      ...of,
      reason: 'Para la jueza',
      folder: handle,
    });
    const [key = '', content = ''] = files;
    writeFileSync(join(folder, 'judge.txt'), judge.identity);
    expect(
      spawnSync('age', ['-d', '-i', join(folder, 'judge.txt'), '-o', join(folder, 'once.txt'), key]).status,
    ).toBe(0);
    const { stdout } = spawnSync('age', ['-d', '-i', join(folder, 'once.txt'), content], {
      encoding: 'utf8',
    });
    expect(JSON.parse(stdout)).toEqual(identity);
  });
  it('made anew closes the one before, and asks why', async () => {
    const [before] = keyFiles();
    const seal = { operation: at.operation, agent: at.agent, identity, holders: [me, at.handler] };
    expect(await refusal(client.call('operations.seal', seal))).toBe('call.invalid');
    await client.call('operations.seal', { ...seal, reason: 'Para la responsable también' });
    expect(keyFiles()).toHaveLength(1);
    expect(keyFiles()).not.toContain(before);
  });
  it('keeps a member who holds it from being let go, until it is closed to others', async () => {
    const gone = { operation: at.operation, user: at.handler, reason: 'Se va' };
    expect(await refusal(client.call('operations.removeMember', gone))).toBe('operation.holdsEnvelope');
    const open = { operation: at.operation, agent: at.agent, reason: 'Cambio', passphrase: first.passphrase };
    await client.call('operations.reseal', { ...open, holders: [me] });
    await client.call('operations.removeMember', gone);
    expect(await refusal(client.call('operations.reseal', { ...open, holders: [at.handler] }))).toBe(
      'call.notFound',
    );
    expect(await client.call('operations.openSeal', open)).toEqual(identity);
    const self = { operation: at.operation, user: me, reason: 'x' };
    expect(await refusal(client.call('operations.removeMember', self))).toBe('operation.lastMember');
  });
  it('refuses a code name that is part of a name, and names nobody is offered', async () => {
    const [word = ''] = at.codeName.split(' ');
    const seal = { operation: at.operation, agent: at.agent, holders: [me], reason: 'x' };
    const tells = { ...identity, trueName: `Juan ${word.toLowerCase()}` };
    expect(await refusal(client.call('operations.seal', { ...seal, identity: tells }))).toBe(
      'operation.codeNameTells',
    );
    for (const codeName of ['Nicanor', at.codeName, 'Nogal', 'nogal 10'])
      expect(await refusal(client.call('operations.addAgent', { operation: at.operation, codeName }))).toBe(
        'operation.codeName',
      );
    await client.call('people.add', { case: at.caseId, kind: 'person', name: 'Luis Nogal', role: 'witness' });
    expect(
      await refusal(client.call('operations.addAgent', { operation: at.operation, codeName: 'Nogal 10' })),
    ).toBe('operation.codeName');
  });
});

describe('a disclosure', () => {
  let log: string[];
  beforeAll(async () => {
    const said = {
      operation: at.operation,
      agent: at.agent,
      place: 'Terminal de buses',
      scopePlace: at.place,
      assignment: at.assignment,
    };
    log = [];
    for (const [minutes, text] of [
      [50, 'Habló con Froilán Méndez.'],
      [40, 'Froilán volvió con Eusebia.'],
      [30, 'Nadie vino.'],
    ] as const)
      log.push((await client.call('operations.write', { ...said, when: ago(minutes), text })).id);
    await client.call('operations.write', {
      ...said,
      assignment: undefined,
      when: ago(20),
      text: 'Siguió a Eusebia.',
      irregular: 'Era urgente',
    });
  });
  const order = { authority: 'Juzgado 3º', number: '12', day: day(0) };
  const decide = async (by: Readonly<Record<string, Partial<Disclosed>>>): Promise<Disclosed[]> => {
    const { rows } = await client.call('operations.log', { operation: at.operation, offset: 0, limit: 50 });
    return rows.map(({ id }) => ({ log: id, how: 'whole', ...by[id] }));
  };
  const disclose = (entries: readonly Disclosed[]) =>
    client.call('operations.disclose', { operation: at.operation, recipient: 'Defensa', order, entries });

  it('is refused while an entry is undecided, kept back without order, or black by a word that stands nowhere', async () => {
    const all = await decide({});
    expect(await refusal(disclose(all.slice(1)))).toBe('operation.undecided');
    expect(await refusal(disclose([...all, ...all.slice(0, 1)]))).toBe('call.invalid');
    const id = log[0] ?? '';
    expect(await refusal(disclose(await decide({ [id]: { how: 'withheld', reason: 'r' } })))).toBe(
      'call.invalid',
    );
    expect(await refusal(disclose(await decide({ [id]: { how: 'redacted', reason: 'r', order } })))).toBe(
      'call.invalid',
    );
    expect(
      await refusal(
        disclose(await decide({ [id]: { how: 'redacted', words: ['Froylan'], reason: 'r', order } })),
      ),
    ).toBe('call.invalid');
  });
  it('blacks a word out wherever it stands, lists what was kept back and on whose order, and every irregularity', async () => {
    const [one = '', , three = ''] = log;
    const entries = await decide({
      [one]: { how: 'redacted', words: ['froilan'], reason: 'Protección', order },
      [three]: { how: 'withheld', reason: 'Otra investigación', order: { ...order, number: '13' } },
    });
    const { path, json } = await disclose(entries);
    const text = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).stdout;
    for (const file of [text, readFileSync(json, 'utf8')]) {
      expect(file).not.toMatch(/Froil|Nadie vino/);
      expect(file).toMatch(/Eusebia/);
      expect(file).toContain('Era urgente');
      expect(file).toContain(at.codeName);
    }
    expect(text).toContain('Irregularidades');
    const told = JSON.parse(readFileSync(json, 'utf8')) as {
      keptBack: { how: string; order: string; reason: string }[];
      irregularities: { kind: string }[];
    };
    expect(told.irregularities.map(({ kind }) => kind)).toEqual(['notAssigned']);
    expect(told.keptBack.map(({ how }) => how).sort()).toEqual(['redacted', 'redacted', 'withheld']);
    expect(told.keptBack.find(({ how }) => how === 'withheld')).toMatchObject({
      order: `Juzgado 3º · 13 · ${day(0)}`,
      reason: 'Otra investigación',
    });
    expect(await client.call('operations.disclosures', { operation: at.operation })).toMatchObject([
      { recipient: 'Defensa', shown: 1, redacted: 2, withheld: 1 },
    ]);
  });
});

it('a check-in that does not come is told to the window, also when the vault has locked, without a word of whose', async () => {
  await client.core.services.end();
  const told = Promise.withResolvers<object>();
  const watching = createClient(vault.path, (event) => {
    if (event.name === 'checkInLate') told.resolve(event);
  });
  await watching.call('vault.unlock', first);
  const next = new Date(Date.now() + 15_000).toISOString();
  await watching.call('operations.planCheckIns', {
    operation: at.operation,
    agent: at.agent,
    next,
    grace: 0,
  });
  // The watch has asked for the next moment once the list that every change leads to is read.
  await watching.call('operations.alarms', {});
  await watching.call('operations.safety', { operation: at.operation });
  await watching.core.services.end();
  expect(await told.promise).toEqual({ name: 'checkInLate' });
  await watching.call('vault.unlock', first);
  expect(await watching.call('operations.alarms', {})).toMatchObject([
    { codeName: at.codeName, number: at.number },
  ]);
  await watching.core.stop();
});
