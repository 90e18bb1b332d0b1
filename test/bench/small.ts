import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../build/demo/random.ts';
import type { Client } from '../../electron/core/client.ts';
import { median, type Row, seconds } from './measure.ts';

const files = 10_000;
const aFolder = 500;
const provenance = { source: '', place: '', collectedOn: '', collectedBy: '', description: '' };

/** So many files of 2–20 KB without a pattern, five hundred in a folder. */
export function writeSmallFiles(folder: string, count: number): void {
  const next = seededRandom(20261127);
  for (let n = 0; n < count; n += 1) {
    const inside = join(folder, `d${Math.floor(n / aFolder)}`);
    if (n % aFolder === 0) mkdirSync(inside, { recursive: true });
    writeFileSync(join(inside, `${n}.bin`), randomBytes(2_000 + Math.floor(next() * 18_000)));
  }
}

/**
 * Attaching a folder of small files, each enciphered, synced and in the journal when it is acknowledged, beside what
 * copies and hashes them and syncs once at the end: `cp -r`, `sha256sum`, `sync`.
 */
export async function benchSmall(client: Client, folder: string): Promise<Row[]> {
  const from = join(folder, 'small-files');
  const to = join(folder, 'small-copies');
  writeSmallFiles(from, files);
  execFileSync('sync');
  const theirs = await seconds(() => {
    execFileSync('cp', ['-r', from, to]);
    execFileSync('sh', ['-c', 'find "$1" -type f -exec sha256sum {} + > /dev/null', 'sh', to]);
    execFileSync('sync');
  });
  rmSync(to, { recursive: true });
  const { id } = await client.call('cases.open', { title: 'Carpeta' });
  const ours = await seconds(() => attachFolder(client, id, from));
  rmSync(from, { recursive: true });
  const each = (ours * 1_000) / files;
  const pages = await timePages(client, id);
  return [
    {
      what: `attach ${files.toLocaleString('en')} files of 2–20 KB, each on the disk when acknowledged`,
      value: `${ours.toFixed(1)} s (${each.toFixed(2)} ms a file)`,
    },
    {
      what: 'the same ÷ (`cp -r`, `sha256sum`, `sync`)',
      value: `${(ours / theirs).toFixed(1)} (${theirs.toFixed(2)} s)`,
    },
    {
      what: `a page of their list, by any of its orders, anywhere: the slowest of ${pages.length} (median)`,
      value: `${Math.max(...pages).toFixed(0)} ms (${median(pages).toFixed(0)} ms)`,
    },
  ];
}

/** Milliseconds for the first, middle and last page of a case's exhibits, by each order. */
async function timePages(client: Client, caseId: string): Promise<number[]> {
  const times: number[] = [];
  for (const sort of ['number', 'name', 'type', 'size', 'collectedOn', 'attachedAt'] as const) {
    for (const offset of [0, files / 2, files - 100]) {
      const page = { case: caseId, sort, descending: false, offset, limit: 100 };
      times.push((await seconds(() => client.call('evidence.list', page))) * 1_000);
    }
  }
  return times;
}

async function attachFolder(client: Client, caseId: string, folder: string): Promise<void> {
  const { handle } = await client.core.offerFolder(folder);
  const survey = await client.call('evidence.survey', { folders: [handle] });
  const intake = await client.call('evidence.attachSurveyed', {
    case: caseId,
    survey: survey.id,
    leaveOut: { litter: true, endings: [] },
    provenance,
  });
  const ended = await client.core.services.intakes.ended(intake.id);
  if (ended.state !== 'done' || ended.filesFailed > 0) throw new Error('not all were attached');
}
