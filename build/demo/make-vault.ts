import { rm } from 'node:fs/promises';
import type { Client } from '../../electron/core/client.ts';
import { type DemoCase, loadDemoCase } from './demo-case.ts';
import { type DemoIds, makeAssets } from './make-assets.ts';
import { type DemoExhibit, makeExhibits } from './make-exhibits.ts';
import { makeOperation } from './make-operation.ts';

/** Who works in the demonstration's office. The passphrases are public: nothing real belongs in this vault. */
export const demoUsers = [
  {
    name: 'Amalia Rocabado',
    passphrase: 'kantuta papel lluvia veintidós',
    roles: ['administrator', 'prosecutor'],
  },
  { name: 'Freddy Ayaviri', passphrase: 'minibús franja verde noviembre', roles: ['investigator'] },
  { name: 'Elena Quisbert', passphrase: 'secretaría foja sello tinta', roles: ['clerk'] },
  { name: 'Teresa Condarco', passphrase: 'abrigo cuaderno puente alba', roles: ['caseworker'] },
  { name: 'Mirtha Calle', passphrase: 'cerro vapor silbato domingo', roles: ['handler'] },
] as const;

export interface DemoVault {
  readonly case: string;
  readonly number: string;
  readonly exhibits: readonly string[];
  readonly people: number;
  readonly recoveryKey: string;
}

type Tell = (line: string) => void;

/** Fills an empty vault with the demonstration's office and case; `scratch` holds the exhibits while they go in. */
export async function makeDemoVault(client: Client, scratch: string, tell: Tell): Promise<DemoVault> {
  const [first, ...others] = demoUsers;
  const { session, sheet } = await client.call('vault.create', {
    office: {
      name: 'Fiscalía Especializada de El Alto (demostración)',
      jurisdiction: 'bolivia',
      language: 'es',
    },
    user: { name: first.name, passphrase: first.passphrase },
  });
  await client.call('vault.confirmRecovery', { lastCharacters: sheet.key.slice(-6) });
  const team: string[] = [];
  for (const user of others)
    team.push((await client.call('users.add', { ...user, roles: [...user.roles] })).id);
  tell(`Office: ${demoUsers.length} users, recovery key issued and confirmed`);

  const demo = loadDemoCase();
  const opened = await client.call('cases.open', demo.case);
  for (const user of team) await client.call('cases.join', { case: opened.id, user });
  // The prosecutor and the caseworker hold the victims' seals.
  const person = await addPeople(client, opened.id, demo, [session.user.id, ...team.slice(2, 3)]);
  tell(`Case ${opened.number}: ${demo.case.title}`);
  tell(
    `People: ${demo.people.length}, relations: ${demo.relations.length}, identities sealed: ${sealed(demo)}`,
  );

  try {
    const plans = await makeExhibits(scratch);
    const exhibits = new Map<string, string>();
    for (const plan of plans) exhibits.set(plan.name, await attach(client, opened.id, plan));
    const events = plans.reduce((sum, plan) => sum + plan.custody.length, 0);
    tell(`Exhibits: ${exhibits.size}, custody events: ${events}`);
    const ids: DemoIds = { case: opened.id, person, exhibit: (name) => known(exhibits, name) };
    tell(`Assets: ${await makeAssets(client, ids)}`);
    tell(`Undercover operation ${await makeOperation(client, ids, first, demoUsers[4])}`);
    return {
      case: opened.id,
      number: opened.number,
      exhibits: [...exhibits.values()],
      people: demo.people.length,
      recoveryKey: sheet.key,
    };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function sealed(demo: DemoCase): number {
  return demo.people.filter((person) => person.seal !== undefined).length;
}

async function addPeople(
  client: Client,
  caseId: string,
  demo: DemoCase,
  holders: readonly string[],
): Promise<(key: string) => string> {
  const ids = new Map<string, string>();
  const idOf = (key: string): string => known(ids, key);
  for (const { key, seal, ...person } of demo.people) {
    const { id } = await client.call('people.add', { case: caseId, ...person });
    ids.set(key, id);
    if (seal !== undefined) {
      await client.call('people.seal', { case: caseId, person: id, identity: seal, holders });
    }
  }
  for (const { from, to, type, note } of demo.relations) {
    await client.call('people.relate', { case: caseId, from: idOf(from), to: idOf(to), type, note });
  }
  for (const { of, field, value, reason } of demo.amendments) {
    await amend(client, caseId, idOf(of), field, { value, reason });
  }
  return idOf;
}

function known(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the demonstration has no “${name}”`);
  return id;
}

async function amend(
  client: Client,
  caseId: string,
  person: string,
  field: DemoCase['amendments'][number]['field'],
  change: { readonly value: string; readonly reason: string },
): Promise<void> {
  const row = (await client.call('people.list', { case: caseId })).find((each) => each.id === person);
  const fields: Readonly<Record<string, { readonly saw: readonly string[] }>> = row?.fields ?? {};
  const saw = fields[field]?.saw ?? [];
  type Field = Parameters<typeof client.call<'people.amend'>>[1]['amendments'][number]['field'];
  await client.call('people.amend', {
    case: caseId,
    person,
    amendments: [{ field: field as Field, saw, ...change }],
  });
}

async function attach(client: Client, caseId: string, plan: DemoExhibit): Promise<string> {
  const { file, custody, name: _name, ...provenance } = plan;
  const { handle } = await client.core.offerFile(file);
  const intake = await client.call('evidence.attach', { case: caseId, files: [handle], provenance });
  const [result] = (await client.core.services.intakes.ended(intake.id)).results;
  if (result?.exhibit === undefined)
    throw new Error(`${plan.name}: ${result?.error?.code ?? 'not attached'}`);
  for (const event of custody) {
    await client.call('custody.record', { case: caseId, exhibit: result.exhibit, ...event });
  }
  return result.exhibit;
}
