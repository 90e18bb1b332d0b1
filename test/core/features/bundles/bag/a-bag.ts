import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BagInfo } from '../../../../../electron/core/features/bundles/bag/info.ts';
import { type BagPart, writeBag } from '../../../../../electron/core/features/bundles/bag/write.ts';

/** A small bundle for the tests, and the tools of others that check it. */

export const info: BagInfo = {
  organization: 'Fiscalía Especializada en Trata y Tráfico de Personas, La Paz',
  identifier: '01J9Z3YQ5V8N6R4T2W0X',
  title: 'Legajo de pruebas: caso FETP-2026-0001',
  date: '2026-05-03',
  exhibits: 3,
  agent: 'Custodia 0.1.0',
};

export const signer = {
  principal: 'ana.quispe',
  privateKey: generateKeyPairSync('ed25519').privateKey,
};

const contents: Readonly<Record<string, string>> = {
  'data/expediente.pdf': '%PDF-1.7\nfojas\n%%EOF\n',
  'data/native/E-002 Año ñandú (copia).jpg': '\u0001\u0002\u0003',
  'data/native/E-003 vacío.txt': '',
  'data/custody/E-002.json': '{"events":[]}\n',
  'data/journal/entries.jsonl': '{"seq":1}\n{"seq":2}\n',
};

export function partOf(path: string, ...chunks: readonly (string | Uint8Array)[]): BagPart {
  async function* content() {
    for (const chunk of chunks) yield Buffer.from(chunk);
  }
  return { path, content: content() };
}

export const smallParts = (): BagPart[] =>
  Object.entries(contents).map(([path, text]) => partOf(path, text.slice(0, 5), text.slice(5)));

export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'custodia-bag-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function writeSmallBag(folder: string): Promise<{ path: string; fingerprint: string }> {
  return writeBag(folder, smallParts(), info, signer);
}

/** Every file below a folder, by its path. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

export interface Answer {
  readonly ok: boolean;
  readonly said: string;
}

export function run(command: string, args: readonly string[], folder: string, input?: Uint8Array): Answer {
  const options = { cwd: folder, ...(input !== undefined && { input }) };
  const { status, stdout, stderr, error } = spawnSync(command, args, options);
  return { ok: status === 0, said: `${error ?? ''}${stdout}${stderr}` };
}

/** Says on the test's output why a tool's tests do not run. */
export function isThere(command: string, ...args: readonly string[]): boolean {
  const { error, status } = spawnSync(command, args);
  const there = error === undefined && (command !== 'python3' || status === 0);
  if (!there) process.stderr.write(`No "${[command, ...args].join(' ')}" here: its tests do not run\n`);
  return there;
}

/** What a court does without Custodia: the manifests of both kinds, then the signature. */
export function checkByHand(folder: string): Answer {
  const sums = ['sha256', 'sha512'].flatMap((algorithm) =>
    [`manifest-${algorithm}.txt`, `tagmanifest-${algorithm}.txt`].map((file) =>
      run(`${algorithm}sum`, ['-c', '--quiet', '--strict', file], folder),
    ),
  );
  const principal = ['-Y', 'verify', '-f', 'allowed_signers', '-I', signer.principal];
  const rest = ['-n', 'custodia-bundle', '-s', 'tagmanifest-sha256.txt.sig'];
  const answers = [...sums];
  try {
    const signed = readFileSync(join(folder, 'tagmanifest-sha256.txt'));
    answers.push(run('ssh-keygen', [...principal, ...rest], folder, signed));
  } catch (error) {
    answers.push({ ok: false, said: String(error) });
  }
  return { ok: answers.every(({ ok }) => ok), said: answers.map(({ said }) => said).join('') };
}
