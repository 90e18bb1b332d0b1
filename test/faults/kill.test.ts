import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleModule } from '../../build/bundle-electron.ts';
import { createClient } from '../../electron/core/client.ts';
import type { Order, Told } from './kill-worker.ts';
import { type HeldKeys, holdKeys } from './open-session.ts';

const kills = 300;
/** Vaults that are worked on side by side, one for each processor of the smallest machine. */
const side = 2;
const source = fileURLToPath(new URL('./kill-worker.ts', import.meta.url));
const built = fileURLToPath(new URL('../../out/faults', import.meta.url));
const passphrase = 'molino abierto siete corderos';
const name = 'Fiscal';

interface Place {
  readonly vault: string;
  readonly keys: HeldKeys;
  readonly case: string;
  readonly files: readonly string[];
  readonly folder: string;
  readonly acknowledged: {
    cases: string[];
    people: string[];
    exhibits: { id: string; sha256: string }[];
  };
}

let root: string;
let worker: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'custodia-kill-'));
  // Built once, so that a life of a second is not spent on reading sources.
  worker = await bundleModule(source, built);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function makePlace(folder: string): Promise<Place> {
  mkdirSync(folder);
  const sizes = [0, 1, 65_535, 65_536, 65_537, 300_000, 1_048_576, 1_100_000, 3_000_000];
  const files = sizes.map((size, index) => {
    const path = join(folder, `${index}.bin`);
    writeFileSync(path, randomBytes(size));
    return path;
  });
  const vault = join(folder, 'vault');
  const client = createClient(vault);
  await client.call('vault.create', {
    office: { name: 'Fiscalía', jurisdiction: 'bolivia', language: 'es' },
    user: { name, passphrase },
  });
  const { id } = await client.call('cases.open', { title: 'Caso' });
  await client.core.stop();
  const keys = await holdKeys(vault, name, passphrase);
  return { vault, keys, case: id, files, folder, acknowledged: { cases: [id], people: [], exhibits: [] } };
}

/** Runs the worker until it is killed, or, the last time, to its end; gives what it found wrong. */
function run(place: Place, options: { deep: boolean; last: boolean }): Promise<string[]> {
  const child = fork(worker, { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const problems: string[] = [];
  let said = '';
  let killed = false;
  const began = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const kill = (): void => {
    killed = true;
    child.kill('SIGKILL');
  };
  child.stderr?.on('data', (part) => {
    said += String(part);
  });
  child.on('message', (told: Told) => {
    if ('checked' in told) {
      problems.push(...told.checked);
      // Most die while they work, after a life that is longer where the machine is slow; one in five is killed while it
      // opens, below.
      const life = Math.max(900, (performance.now() - began) / 2);
      if (!options.last) timer ??= setTimeout(kill, Math.random() * life);
    } else if (told.ack === 'exhibit') place.acknowledged.exhibits.push({ id: told.id, sha256: told.sha256 });
    else if (told.ack === 'case') place.acknowledged.cases.push(told.id);
    else place.acknowledged.people.push(told.id);
  });
  if (!options.last && Math.random() < 0.2) timer = setTimeout(kill, 250 + Math.random() * 500);
  child.send({ ...place, ...options } satisfies Order);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer);
      if (!killed && (code !== 0 || !options.last)) problems.push(`ended by itself with ${code}: ${said}`);
      resolve(problems);
    });
  });
}

async function torment(place: Place, times: number): Promise<string[]> {
  const problems: string[] = [];
  for (let time = 1; time <= times; time += 1) {
    problems.push(...(await run(place, { deep: time % 25 === 0, last: false })));
    if (problems.length > 0) return problems;
  }
  return [...problems, ...(await run(place, { deep: true, last: true }))];
}

/** Files below the folder of blobs that are no exhibit's. */
async function leftovers(place: Place): Promise<string[]> {
  const found = await readdir(join(place.vault, 'blobs', 'incoming'));
  return found;
}

describe('kill -9 at any moment', () => {
  it(`loses nothing acknowledged in ${kills} kills while appending and attaching`, {
    timeout: 1_500_000,
  }, async () => {
    const places = await Promise.all(
      Array.from({ length: side }, (_, index) => makePlace(join(root, String(index)))),
    );
    const found = await Promise.all(places.map((place) => torment(place, Math.ceil(kills / side))));
    expect(found.flat()).toEqual([]);
    for (const place of places) {
      expect(place.acknowledged.exhibits.length).toBeGreaterThan(10);
      expect(place.acknowledged.people.length).toBeGreaterThan(10);
      expect(await leftovers(place)).toEqual([]);
    }
    const count = (of: keyof Place['acknowledged']): number =>
      places.reduce((sum, place) => sum + place.acknowledged[of].length, 0);
    process.stdout.write(
      `${kills} kills: ${count('exhibits')} exhibits, ${count('people')} people, ${count('cases')} cases acknowledged, none lost\n`,
    );
  });
});
