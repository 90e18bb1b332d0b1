import { execFileSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../../electron/core/client.ts';
import { median, type Row, seconds } from './measure.ts';

const size = 1024 ** 3;
const rounds = 5;

function makeFile(path: string): void {
  const block = Buffer.alloc(16 * 1024 * 1024);
  const file = openSync(path, 'w');
  for (let at = 0; at < size; at += block.length) {
    randomFillSync(block);
    writeSync(file, block);
  }
  fsyncSync(file);
  closeSync(file);
}

function sync(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

const provenance = { source: '', place: '', collectedOn: '', collectedBy: '', description: '' };

/**
 * Attaching 1 GiB through the API (hash, cipher, sync, journal entry) beside what the command line takes for the
 * same file: `age -r` to a synced file, and `sha256sum` followed by it. Round by round in turn; medians.
 */
export async function benchAttach(client: Client, folder: string): Promise<Row[]> {
  const file = join(folder, 'one-gib.bin');
  const out = join(folder, 'one-gib.age');
  makeFile(file);
  const recipient = client.core.services.session().keys.recipient;
  const age = (): void => {
    execFileSync('age', ['-r', recipient, '-o', out, file]);
    sync(out);
  };
  const times = { attach: [] as number[], age: [] as number[], sum: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    execFileSync('sync');
    times.age.push(await seconds(age));
    rmSync(out);
    execFileSync('sync');
    times.attach.push(await seconds(() => attach(client, file)));
    execFileSync('sync');
    times.sum.push(await seconds(() => execFileSync('sha256sum', [file])));
  }
  rmSync(file);
  const [ours, alone, sum] = [median(times.attach), median(times.age), median(times.sum)];
  const list = (values: readonly number[]): string => values.map((value) => value.toFixed(2)).join(', ');
  const toAge = ours / alone;
  const toBoth = ours / (sum + alone);
  return [
    { what: 'attach 1 GiB', value: `${ours.toFixed(2)} s (${list(times.attach)})` },
    { what: '`age -r` to a synced file', value: `${alone.toFixed(2)} s (${list(times.age)})` },
    { what: '`sha256sum`', value: `${sum.toFixed(2)} s (${list(times.sum)})` },
    { what: 'attach ÷ `age -r`', value: toAge.toFixed(2), bound: '≤ 1.2', holds: toAge <= 1.2 },
    {
      what: 'attach ÷ (`sha256sum` then `age -r`)',
      value: toBoth.toFixed(2),
      bound: '≤ 0.6',
      holds: toBoth <= 0.6,
    },
  ];
}

/** Each round a file of the same content would be a twin, and its copy thrown away: that is not what is measured. */
async function attach(client: Client, file: string): Promise<void> {
  const opened = await client.call('cases.open', { title: 'Ronda' });
  const { handle } = await client.core.offerFile(file);
  const intake = await client.call('evidence.attach', { case: opened.id, files: [handle], provenance });
  const [result] = (await client.core.services.intakes.ended(intake.id)).results;
  if (result?.exhibit === undefined) throw new Error('not attached');
}
