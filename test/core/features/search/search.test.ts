import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, createClient } from '../../../../electron/core/client.ts';

const passphrase = 'molino abierto siete corderos';
let root: string;
let client: Client;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'custodia-search-'));
  client = createClient(join(root, 'vault'));
  const { session } = await client.call('vault.create', {
    office: { name: 'F', jurisdiction: 'bolivia', language: 'es' },
    user: { name: 'Fiscal', passphrase },
  });
  const { id } = await client.call('cases.open', { title: 'Captación en Potosí' });
  const person = await client.call('people.add', {
    case: id,
    kind: 'person',
    name: 'Víctima «Kantuta»',
    role: 'victim',
  });
  await client.call('people.seal', {
    case: id,
    person: person.id,
    identity: { trueName: 'Nayra Sellada', document: '', whereabouts: '', notes: '' },
    holders: [session.user.id],
  });
  await client.call('users.add', {
    name: 'Ajena',
    passphrase: 'otra frase larga del norte 8',
    roles: ['clerk'],
  });
});
afterAll(async () => {
  await client.core.stop();
  rmSync(root, { recursive: true, force: true });
});

it('finds without accents and case, and what a field said before an amendment no more', async () => {
  const kinds = async (text: string) =>
    (await client.call('search.find', { text, limit: 10 })).hits.map((hit) => hit.kind);
  expect(await kinds('POTOSI')).toEqual(['case']);
  expect(await kinds('kantuta')).toEqual(['person']);
  expect(await kinds('100%')).toEqual([]);
});

it('finds nothing that is sealed, and nothing for who is not on the team', async () => {
  expect((await client.call('search.find', { text: 'Nayra', limit: 10 })).hits).toEqual([]);
  await client.call('vault.unlock', { name: 'Ajena', passphrase: 'otra frase larga del norte 8' });
  expect((await client.call('search.find', { text: 'potosi', limit: 10 })).hits).toEqual([]);
});
