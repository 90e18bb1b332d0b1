import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listedFiles } from '../../../../../electron/core/features/evidence/items/hashes/columns.ts';
import type { HashListOutcome } from '../../../../../electron/core/features/evidence/items/hashes/model.ts';
import { parseTable } from '../../../../../electron/core/tables/csv.ts';
import { makeVault, type TestVault } from '../../../../support/vault.ts';

const hash = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest('hex');
const a = 'primera foto';
const b = 'segunda foto, algo más larga';
const sha = hash('sha256', a);

describe('columns', () => {
  const read = (text: string) =>
    listedFiles(parseTable(text)).map(({ name, hashes, size }) => [name, size, ...hashes]);

  it.each([
    ['Nombre de archivo;Tamaño (bytes);SHA-256', 'a.jpg', '12'],
    ['File Name;Size;Hash', 'a.jpg', '12'],
    ['Ruta;Bytes;Huella SHA256', 'a.jpg', '12'],
  ])('by their heads: %s', (head, name, size) => {
    expect(read(`${head}\n${name};${size};${sha}`)).toEqual([[name, size, sha]]);
  });

  it('by what stands in them where there are no heads, and as sha256sum writes them', () => {
    expect(read(`a.jpg,12,${sha}\nb.jpg,13,${sha}`)).toEqual([
      ['a.jpg', '12', sha],
      ['b.jpg', '13', sha],
    ]);
    expect(read(`${sha}  DCIM/a, b.jpg\n${sha} *c.jpg`)).toEqual([
      ['DCIM/a,b.jpg', '', sha],
      ['c.jpg', '', sha],
    ]);
    expect(() => read('nombre,edad\nRosa,30')).toThrow('list.noColumns');
  });
});

describe('comparing', () => {
  let vault: TestVault;
  let caseId: string;
  let first: string;
  let second: string;
  beforeAll(async () => {
    vault = await makeVault();
    caseId = (await vault.client.call('cases.open', { title: 'Listas' })).id;
    first = await vault.attach(caseId, 'IMG_1.JPG', a);
    second = await vault.attach(caseId, 'IMG_2.JPG', b);
  });
  afterAll(() => vault.remove());

  const compare = async (content: string, write?: string): Promise<HashListOutcome> => {
    const path = join(vault.root, 'lista.csv');
    writeFileSync(path, content);
    const { handle } = await vault.client.core.offerFile(path);
    const { id } = await vault.client.call('evidence.hashList', {
      case: caseId,
      file: handle,
      ...(write === undefined ? {} : { write: { sha256: write } }),
    });
    const ended = await vault.client.core.services.jobs.ended(id);
    if (ended.state !== 'done') throw new Error(`${ended.state} ${ended.error?.code ?? ''}`);
    return ended.result as HashListOutcome;
  };
  const entries = async () => {
    const page = await vault.client.call('timeline.list', { case: caseId, limit: 100 });
    return page.entries.filter(({ kind }) => kind === 'evidence.hashListImported');
  };

  const mixed = [
    'Nombre;Tamaño;SHA-256;SHA-1;MD5',
    `DCIM\\img_1.jpg;${Buffer.byteLength(a)};${sha.toUpperCase()};;`,
    `renombrada.jpg;;;${hash('sha1', b)};`,
    `IMG_2.JPG;${Buffer.byteLength(b)};;;${hash('md5', b)}`,
    `IMG_2.JPG;;${hash('sha256', 'otra cosa')};;`,
    `ajena.jpg;;${hash('sha256', 'ajena')};;`,
    `IMG_1.JPG;9.999;${sha};;`,
    'IMG_1.JPG;;;;',
    'IMG_1.JPG;;abc;;',
    `IMG_1.JPG;mucho;${sha};;`,
    `=HYPERLINK("x");;${hash('sha256', 'x')};;`,
    `"sin cerrar;;${sha};;`,
  ].join('\n');

  it('tells what comes of every row, and writes nothing', async () => {
    const { rows, counts, sha256, written } = await compare(mixed);
    expect(rows.map(({ row, outcome, exhibit, note }) => [row, outcome, exhibit, note])).toEqual([
      [2, 'matches', first, undefined],
      [3, 'matches', second, undefined],
      [4, 'matches', second, undefined],
      [5, 'differs', second, undefined],
      [6, 'unknown', undefined, undefined],
      [7, 'matches', first, 'sizeDiffers'],
      [8, 'unreadable', undefined, 'noHash'],
      [9, 'unreadable', undefined, 'badHash'],
      [10, 'unreadable', undefined, 'badSize'],
      [11, 'unknown', undefined, undefined],
      [12, 'unreadable', undefined, 'broken'],
    ]);
    expect(counts).toEqual({ matches: 4, differs: 1, unknown: 2, unreadable: 4 });
    expect(sha256).toBe(hash('sha256', mixed));
    expect(written).toBe(false);
    expect(await entries()).toEqual([]);
  });

  it('writes the outcome that was shown, and refuses a list that changed since', async () => {
    await expect(compare(`${mixed}\n`, hash('sha256', mixed))).rejects.toThrow('list.changed');
    expect(await entries()).toEqual([]);
    expect((await compare(mixed, hash('sha256', mixed))).written).toBe(true);
    const [entry] = await entries();
    expect(entry?.details).toMatchObject({
      name: 'lista.csv',
      sha256: hash('sha256', mixed),
      counts: { matches: 4, differs: 1, unknown: 2, unreadable: 4 },
      differs: [{ row: 5, exhibit: second }],
    });
  });

  it('refuses what is no list', async () => {
    await expect(compare('hola')).rejects.toThrow('list.noColumns');
    await expect(compare('')).rejects.toThrow('list.noColumns');
    await expect(compare('a\0b\0\0')).rejects.toThrow('list.');
  });
});
