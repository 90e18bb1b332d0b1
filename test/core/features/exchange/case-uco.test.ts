import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { blobPath } from '../../../../electron/core/vault/blobs.ts';
import { makeVault, type TestVault } from '../../../support/vault.ts';

let vault: TestVault;
let caseId: string;
let exhibits: string[];
let path: string;

beforeAll(async () => {
  vault = await makeVault();
  const { client } = vault;
  caseId = (await client.call('cases.open', { title: 'Hotel «Mirador» \\ "comillas"' })).id;
  const me = (await client.call('vault.session', {}))?.user.id ?? '';
  const person = await client.call('people.add', {
    case: caseId,
    kind: 'person',
    name: 'Víctima A',
    role: 'victim',
  });
  const identity = {
    trueName: 'Nombre Sellado Quispe',
    document: '7654321',
    whereabouts: 'Casa X',
    notes: '',
  };
  await client.call('people.seal', { case: caseId, person: person.id, identity, holders: [me] });
  const file = await vault.attach(caseId, 'nombre raro «ñ» "x".txt', 'contenido');
  const [phone] = await client.call('evidence.recordItems', {
    case: caseId,
    occasion: {
      source: '',
      place: 'El Alto',
      collectedOn: '2026-05-04',
      collectedAt: '',
      collectedBy: 'Sgto. Mamani',
      coordinates: '-16.489700, -68.119300',
      present: [],
    },
    items: [{ name: 'Teléfono', category: 'phone', serials: [{ label: 'imei', value: '490154203237518' }] }],
  });
  if (phone === undefined) throw new Error('nothing recorded');
  await client.call('custody.record', {
    case: caseId,
    exhibit: phone.exhibit,
    event: 'received',
    when: new Date().toISOString(),
    to: 'Depósito',
    place: 'La Paz',
  });
  exhibits = [file, phone.exhibit];
  mkdirSync(join(vault.root, 'salida'));
  const { handle } = await client.core.offerFolder(join(vault.root, 'salida'));
  path = (await client.call('exchange.caseUco', { case: caseId, exhibits, folder: handle })).path;
}, 120_000);
afterAll(() => vault.remove());

/** No document is ever fetched: the context stands in the file. */
const documentLoader = (url: string): never => {
  throw new Error(`asked for ${url}`);
};
const read = (): jsonld.JsonLdDocument => JSON.parse(readFileSync(path, 'utf8')) as jsonld.JsonLdDocument;

async function asStore(): Promise<Store> {
  const quads = await jsonld.toRDF(read(), { format: 'application/n-quads', documentLoader });
  return new Store(new Parser({ format: 'N-Quads' }).parse(quads as unknown as string));
}

async function problems(shapes: string): Promise<string[]> {
  const validator = new SHACLValidator(new Store(new Parser().parse(shapes)));
  const report = await validator.validate(await asStore());
  return report.results.map(
    (result) =>
      `${result.focusNode?.value} ${result.path?.value} ${result.message.map((each) => each.value).join(' ')}`,
  );
}

it('expands without a document from elsewhere, and every term is one of the ontologies', async () => {
  const expanded = await jsonld.expand(read(), { documentLoader });
  const terms = JSON.stringify(expanded).match(/"(https?:[^"]+)"/g) ?? [];
  expect(expanded.length).toBeGreaterThan(10);
  for (const term of new Set(terms))
    expect(term).toMatch(
      /unifiedcyberontology\.org\/uco\/|caseontology\.org\/case\/|www\.w3\.org\/2001\/XMLSchema#/,
    );
});

it('passes what the ontologies ask, in our words', async () => {
  const shapes = readFileSync(
    fileURLToPath(new URL('../../../fixtures/case-uco/shapes.ttl', import.meta.url)),
    'utf8',
  );
  expect(await problems(shapes)).toEqual([]);
});

it('passes the ontologies’ own shapes where they are at hand', async () => {
  const folder = process.env.CASE_UCO_ONTOLOGY;
  if (folder === undefined || !existsSync(folder)) {
    process.stdout.write("NOT RUN: CASE/UCO's own shapes: CASE_UCO_ONTOLOGY names no folder with them\n");
    return;
  }
  const shapes = readdirSync(folder)
    .filter((name) => name.endsWith('.ttl'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(await problems(shapes.join('\n'))).toEqual([]);
});

it('tells of numbers, hashes and hands, and of nothing sealed', () => {
  const text = readFileSync(path, 'utf8');
  for (const word of ['Nombre Sellado', '7654321', 'Casa X']) expect(text).not.toContain(word);
  for (const word of ['/E-001', '/E-002', '490154203237518', 'Depósito', 'Sgto. Mamani', 'nombre raro «ñ»'])
    expect(text).toContain(word);
});

it('vouches for nothing that is damaged', async () => {
  const [exhibit = ''] = exhibits;
  const { blob } = await vault.client.call('evidence.show', { case: caseId, exhibit });
  const file = blobPath(join(vault.path, 'blobs'), blob);
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.subarray(0, bytes.length - 3));
  const { handle } = await vault.client.core.offerFolder(join(vault.root, 'salida'));
  await expect(
    vault.client.call('exchange.caseUco', { case: caseId, exhibits, folder: handle }),
  ).rejects.toThrow('exhibit.unreadable');
  expect(readdirSync(join(vault.root, 'salida'))).toHaveLength(1);
});
