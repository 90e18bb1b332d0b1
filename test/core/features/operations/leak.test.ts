import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { type Role, roles } from '../../../../electron/core/api/roles.ts';
import type { Client } from '../../../../electron/core/client.ts';
import { createClient } from '../../../../electron/core/client.ts';
import { allProcedures } from '../../../../electron/core/features/index.ts';
import type { AgentIdentity } from '../../../../electron/core/features/operations/model.ts';
import { program } from '../../../cli/custodia.ts';
import { fileHay, filesBelow, formsOf, type Haystack, hunt, vaultHay } from '../../../support/hunt.ts';
import { lightenKeys } from '../../../support/light-keys.ts';
import { ago, day, handlerPhrase, makeOperation, type TestOperation } from '../../../support/operation.ts';
import { first, keysOf, makeVault, type TestVault } from '../../../support/vault.ts';

/** What lies in the envelope, in words that stand nowhere else. */
const secret = {
  trueName: 'Zoraídaqx Quespimayñu',
  assumedName: 'Bernardínax Yupanqüizo',
  trueDocument: '77491836XQ',
  assumedDocument: '55209174ZW',
} as const;
const words = Object.values(secret).flatMap((name) => name.split(' '));
const identity: AgentIdentity = {
  ...secret,
  rank: 'Sgto.',
  unit: 'División de trata',
  legend: 'Busca trabajo de mesera',
  notes: '',
  papers: [],
};

let vault: TestVault;
let at: TestOperation;
let exhibit: string;
let person: string;
let asset: string;
let draft: string;
/** What was said in answer to anybody who does not hold the envelope, and told without being asked. */
const heard: Haystack[] = [];
const hear = (name: string, said: unknown): void => {
  heard.push({ name, bytes: Buffer.from(JSON.stringify(said) ?? '') });
};
const phrase = (role: string): string => `la frase larga de ${role} 77 montes`;

async function ask(client: Client, who: string, method: string, input: unknown): Promise<void> {
  hear(`${who}: ${method}`, await client.core.call(method, input));
}

beforeAll(async () => {
  vault = await makeVault();
  await lightenKeys(vault.path, [first.passphrase]);
  const { client } = vault;
  at = await makeOperation(vault);
  exhibit = await vault.attach(at.caseId, 'recibo.txt', 'recibo de la compra');
  const testigo = { case: at.caseId, kind: 'person' as const, name: 'Testigo Uno', role: 'witness' };
  person = (await client.call('people.add', testigo)).id;
  const thing = { name: 'Bien', details: { kind: 'other' as const }, identifiedOn: day(-1) };
  asset = (await client.call('seizures.add', { case: at.caseId, ...thing })).id;
  const items = [{ id: 'i', exhibit, title: '', late: null }];
  const sections = [{ id: 's', title: '', items }];
  const composition = { profile: 'bolivia', audience: 'court' as const, recipient: '', sections };
  const bundle = { case: at.caseId, saw: 0, name: 'Legajo', purpose: 'trial' as const, composition };
  draft = (await client.call('bundles.saveDraft', bundle)).id;
  for (const role of roles) {
    const { id } = await client.call('users.add', { name: role, passphrase: phrase(role), roles: [role] });
    await client.call('cases.join', { case: at.caseId, user: id });
    // As near as a person of that role can come: a member too, wherever the role may be one.
    if (['prosecutor', 'investigator', 'handler'].includes(role))
      await client.call('operations.addMember', { operation: at.operation, user: id, as: 'other' });
  }
  await workAndErr(client);
  await exportAll(client);
}, 1_800_000);
afterAll(() => vault.remove());

/** The envelope is sealed to the handler alone: who sealed it cannot open it again. Every wrong call carries the names. */
async function workAndErr(client: Client): Promise<void> {
  const seal = { operation: at.operation, agent: at.agent, identity, holders: [at.handler] };
  const wrong: [string, object][] = [
    ['operations.seal', { ...seal, holders: ['nobody'] }],
    ['operations.seal', { ...seal, agent: 'nobody' }],
    ['operations.seal', { ...seal, operation: 'none' }],
    ['operations.seal', { ...seal, outside: [{ name: 'Juez', recipient: `age1${'q'.repeat(58)}` }] }],
    ['operations.seal', { ...seal, identity: { ...identity, papers: [{ what: secret.trueName }] } }],
    ['operations.seal', { ...seal, identity: { ...identity, [secret.trueName]: 1 } }],
    [
      'operations.seal',
      { ...seal, identity: { ...identity, trueName: `${at.codeName} ${secret.trueName}` } },
    ],
  ];
  for (const [method, input] of wrong) {
    const reply = await client.core.call(method, input);
    expect(reply.ok).toBe(false);
    hear(`refusal of ${method}`, reply);
  }
  hear('sealed', await client.call('operations.seal', seal));
  await client.call('operations.seal', { ...seal, reason: 'Se completó' });
  const open = { operation: at.operation, agent: at.agent, reason: 'Ver', passphrase: first.passphrase };
  await expect(client.call('operations.openSeal', open)).rejects.toMatchObject({ code: 'seal.notHolder' });
  await expect(client.call('operations.openSeal', { ...open, passphrase: 'otra' })).rejects.toMatchObject({
    code: 'unlock.refused',
  });
  const log = {
    ...{
      operation: at.operation,
      agent: at.agent,
      when: ago(50),
      place: 'Terminal de buses',
      scopePlace: at.place,
    },
    ...{ text: 'Compró un documento', assignment: at.assignment, exhibits: [exhibit] },
  };
  await client.call('operations.write', log);
  const money = {
    operation: at.operation,
    agent: at.agent,
    amount: { minor: 5_000, currency: 'BOB' },
    what: 'Gastos',
  };
  await client.call('operations.move', { ...money, kind: 'issued', when: ago(60) });
  await client.call('operations.move', { ...money, kind: 'spent', when: ago(50), receipt: exhibit });
  const thing = { operation: at.operation, agent: at.agent, kind: 'coverDocument' as const, what: 'Carnet' };
  await client.call('operations.issue', { ...thing, issuedOn: day(-1), dueBack: day(9) });
}

async function ended(client: Client, id: string): Promise<void> {
  const job = await client.core.services.jobs.ended(id);
  expect(job.error).toBeUndefined();
  hear('job', job);
}

/** Everything that leaves: into folders that are looked through like the vault's own. */
async function exportAll(client: Client): Promise<void> {
  const inCase = { case: at.caseId };
  const { rows } = await client.call('operations.log', { operation: at.operation, offset: 0, limit: 10 });
  const entries = rows.map(({ id }) => ({ log: id, how: 'whole' as const }));
  const order = { authority: 'Juzgado', number: '7', day: day(0) };
  hear(
    'disclosed',
    await client.call('operations.disclose', {
      operation: at.operation,
      recipient: 'Defensa',
      order,
      entries,
    }),
  );
  hear(
    'copied',
    await client.call('operations.copyEnvelope', {
      operation: at.operation,
      agent: at.agent,
      reason: 'Para la jueza',
    }),
  );
  const bundle = { ...inCase, title: 'Legajo', exhibits: [exhibit], unreadable: 'native' as const };
  await ended(client, (await client.call('bundles.export', bundle)).id);
  hear('case', await client.call('exchange.caseUco', { ...inCase, exhibits: [exhibit] }));
  await client.call('custody.record', {
    ...inCase,
    exhibit,
    event: 'received',
    when: ago(5),
    to: 'Secretaría',
  });
  hear('sheet', await client.call('custody.print', { ...inCase, form: 'sheet', exhibits: [exhibit] }));
  await client.call('reading.settle', { scans: false });
  mkdirSync(join(vault.root, 'backups'));
  const { handle } = await client.core.offerFolder(join(vault.root, 'backups'));
  await ended(client, (await client.call('backup.create', { folder: handle })).id);
}

const given = (): Readonly<Record<string, unknown>> => ({
  ...{ case: at.caseId, exhibit, person, operation: at.operation, agent: at.agent, subject: person },
  ...{
    field: 'name',
    offset: 0,
    limit: 100,
    sort: 'number',
    descending: false,
    given: at.number,
    text: 'Terminal',
  },
  ...{ asset, assets: [asset], template: 'seizureRecord', by: 'stage', details: { kind: 'other' } },
  identifiedOn: day(-1),
  ...{ draft, older: 1, newer: 1, rule: { by: 'all' } },
  ...{ from: ago(90), until: ago(0), index: 0, name: 'x', wholeWord: true, scans: false, conclude: false },
});

/** Every query with what the person may see of it: each field that its form knows, with what is really there. */
function queries(): [string, unknown][] {
  return [...allProcedures].flatMap(([name, procedure]) => {
    const readsOnly = [
      'search.find',
      'timeline.verify',
      'timeline.checkpoint',
      'reading.show',
      'reading.look',
    ];
    if (procedure.right === 'open' || (procedure.type !== 'query' && !readsOnly.includes(name))) return [];
    const form = procedure.input as unknown as z.ZodObject;
    const fields = Object.keys(form.shape).filter((key) => key in given());
    const whole = Object.fromEntries(fields.map((key) => [key, given()[key]]));
    // Days where moments are not taken: yesterday too, since just after midnight the log is of the day before.
    const days = { ...whole, ...('from' in whole ? { from: day(-1), until: day(0) } : {}) };
    const known = Object.fromEntries(Object.entries(days).filter(([key]) => fields.includes(key)));
    const input = [whole, known, {}].find((each) => form.safeParse(each).success);
    expect(input, `an input for ${name}`).toBeDefined();
    return [[name, input] as [string, unknown]];
  });
}

it.each(roles)(
  '%s, without the envelope, is never told',
  async (role: Role) => {
    await vault.client.core.services.end();
    const client = createClient(vault.path, (event) => hear(`${role}: event`, event));
    await client.call('vault.unlock', { name: role, passphrase: phrase(role) });
    try {
      for (const [name, input] of queries()) {
        await ask(client, role, name, input);
        if (typeof input === 'object' && input !== null && 'case' in input)
          await ask(client, role, name, { ...input, asOf: new Date().toISOString() });
      }
      for (const word of words) {
        const reply = await client.core.call('search.find', { text: word, limit: 50 });
        if (reply.ok) expect((reply.value as { hits: unknown[] }).hits, word).toEqual([]);
      }
      const open = { operation: at.operation, agent: at.agent, reason: 'Ver', passphrase: phrase(role) };
      const reply = await client.core.call('operations.openSeal', open);
      expect(reply.ok).toBe(false);
      hear(`${role}: opening`, reply);
      await ask(client, role, 'operations.printEnvelope', open);
      await ask(client, role, 'operations.reseal', { ...open, holders: [at.handler] });
    } finally {
      await client.core.stop();
    }
  },
  300_000,
);

it('the auditor sees that something was done in some operation, and no more', async () => {
  const audit = heard.find(({ name }) => name === 'auditor: timeline.audit');
  const reply = JSON.parse(String(audit?.bytes)) as { value: { entries: { kind: string }[] } };
  const withheld = reply.value.entries.filter(({ kind }) => kind.startsWith('operation.'));
  expect(withheld.length).toBeGreaterThan(10);
  for (const entry of withheld)
    expect(entry).toMatchObject({ feed: '', author: '', subject: '', details: {}, seq: 0 });
  for (const text of [at.codeName, at.number, at.operation]) expect(String(audit?.bytes)).not.toContain(text);
});

it('the holder opens it, prints it into memory and seals it anew, and only the answers to the holder tell', async () => {
  const client = createClient(vault.path);
  await client.call('vault.unlock', { name: 'Hilda', passphrase: handlerPhrase });
  try {
    const open = {
      operation: at.operation,
      agent: at.agent,
      reason: 'Reunión con la jueza',
      passphrase: handlerPhrase,
    };
    expect(await client.call('operations.openSeal', open)).toEqual(identity);
    const { pdf } = await client.call('operations.printEnvelope', open);
    const folder = mkdtempSync(join(tmpdir(), 'custodia-sheet-'));
    writeFileSync(join(folder, 'sheet.pdf'), Buffer.from(pdf, 'base64'));
    // The sheet itself holds them: the hunt finds what is there to be found.
    expect(hunt(words, fileHay(join(folder, 'sheet.pdf'))).length).toBeGreaterThan(0);
    rmSync(folder, { recursive: true });
    await client.call('operations.reseal', { ...open, holders: [at.handler] });
    expect(await client.call('operations.openSeal', open)).toEqual(identity);
    const { agents } = await client.call('operations.show', { operation: at.operation });
    const acts = agents[0]?.envelope?.history.map(({ act }) => act) ?? [];
    expect(acts.slice(0, 5)).toEqual(['opened', 'resealed', 'opened', 'printed', 'opened']);
  } finally {
    await client.core.stop();
  }
}, 1_800_000);

it('the command line tells nobody else', () => {
  const { PATH = '', HOME = '' } = process.env;
  for (const [who, passphrase] of [
    [first.name, first.passphrase],
    ['handler', phrase('handler')],
  ] as const) {
    for (const args of [
      ['operation', 'show', at.number, '--json'],
      ['operation', 'entries', at.number, '--json'],
      ['operation', 'open-seal', at.number, at.codeName, '--reason', 'x', '--json'],
      ['journal', 'show', '--case', at.caseId, '--json'],
      ['search', 'Terminal', '--json'],
      ['deadline', 'list', '--json'],
    ]) {
      const env = {
        PATH,
        HOME,

        CUSTODIA_VAULT: vault.path,
        CUSTODIA_USER: who,
        CUSTODIA_PASSPHRASE: passphrase,
      };
      const { stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env });
      hear(`${who}: custodia ${args.join(' ')}`, [stdout, stderr]);
      expect(stdout + stderr).not.toBe('');
    }
  }
}, 1_800_000);

async function everything(): Promise<Haystack[]> {
  const keys = await keysOf(vault.path);
  const files = filesBelow(vault.root).flatMap(fileHay);
  expect(files.length).toBeGreaterThan(30);
  return [...files, ...(await vaultHay(vault.path, keys)), ...heard];
}

it('no file, row, blob, index, answer, error or export has any of the words, in any encoding', async () => {
  const hay = await everything();
  expect(hay.length).toBeGreaterThan(500);
  expect(hunt(words, hay)).toEqual([]);
  // What is not secret stands in all of them: the hunt looked where things are.
  const known = hunt([at.codeName.split(' ')[0] ?? ''], hay).join('\n');
  for (const place of [
    'operation_agent',
    'case-file.db entry',
    'revelacion',
    'as text',
    'investigator: operations.log',
  ])
    expect(known, place).toContain(place);
}, 1_800_000);

it('a name that is planted is found: in every encoding, row, answer and export', async () => {
  for (const word of words)
    for (const [form, bytes] of formsOf(word)) {
      const around = Buffer.concat([Buffer.from('xx'), bytes, Buffer.from('yy')]);
      expect(hunt([word], [{ name: form, bytes: around }]), form).not.toEqual([]);
    }
  for (const before of ['', 'a', 'ab'])
    expect(
      hunt(
        [secret.trueName.slice(10)],
        [
          {
            name: 'x',
            bytes: Buffer.from(Buffer.from(`${before}${secret.trueName.slice(10)}cd`).toString('base64')),
          },
        ],
      ).length,
    ).toBeGreaterThan(0);
  const planted = mkdtempSync(join(tmpdir(), 'custodia-planted-'));
  cpSync(vault.path, join(planted, 'vault'), { recursive: true });
  const client = createClient(join(planted, 'vault'), undefined, join(planted, 'exports'));
  await client.call('vault.unlock', first);
  await client.call('operations.declare', {
    operation: at.operation,
    kind: 'declared',
    when: ago(1),
    what: `Es ${secret.trueName}`,
    why: 'x',
  });
  await client.call('people.add', {
    case: at.caseId,
    kind: 'person',
    name: secret.assumedName,
    role: 'witness',
  });
  const answer = await client.core.call('operations.irregularities', { operation: at.operation });
  const { hits } = await client.call('search.find', { text: secret.assumedName, limit: 5 });
  expect(hits.length).toBe(1);
  await client.core.stop();
  const rows = await vaultHay(join(planted, 'vault'), await keysOf(join(planted, 'vault')));
  const found = hunt(words, [...rows, { name: 'answer', bytes: Buffer.from(JSON.stringify(answer)) }]).join(
    '\n',
  );
  for (const place of [
    'case-file.db entry',
    'operation_irregularity',
    'index.db words of name_text',
    'in answer',
  ])
    expect(found, place).toContain(place);
  rmSync(planted, { recursive: true, force: true });
}, 1_800_000);
