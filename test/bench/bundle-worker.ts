import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { createClient as CreateClient } from '../../electron/core/client.ts';
import type { BundleJobResult } from '../../electron/core/features/bundles/records.ts';
import type { BundleMeasured, BundleOrder } from './bundle.ts';
import { seconds } from './measure.ts';

/** Exports a bundle with what was compiled, in turn with qpdf where that is asked for, and prints seconds and memory. */
const order = JSON.parse(process.argv[2] ?? '{}') as BundleOrder;
const compiled = new URL('../../out/electron/core/client.js', import.meta.url);
const { createClient } = (await import(compiled.href)) as { createClient: typeof CreateClient };

/** Memory of a process and of those it started, in bytes: what lies in RAM now. */
function memoryOf(root: number): number {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map<number, { parent: number; bytes: number }>();
  for (const name of all) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      parents.set(Number(name), { parent: Number(fields[1]), bytes: Number(fields[21]) * 4_096 });
    } catch {
      // It has ended between the two looks.
    }
  }
  const belongs = (id: number): boolean => id === root || (id > 1 && belongs(parents.get(id)?.parent ?? 0));
  return [...parents.keys()].filter(belongs).reduce((sum, id) => sum + (parents.get(id)?.bytes ?? 0), 0);
}

/** The most memory that was in use while a piece of work ran, in bytes. */
async function peakOf(root: () => number, work: Promise<unknown>): Promise<number> {
  let most = 0;
  const look = setInterval(() => {
    most = Math.max(most, memoryOf(root()));
  }, 50);
  try {
    await work;
    return most;
  } finally {
    clearInterval(look);
  }
}

const measured: BundleMeasured = {
  ours: [],
  qpdf: [],
  again: [],
  ourMemory: 0,
  qpdfMemory: 0,
  pages: 0,
  taken: 0,
  volumes: [],
};

async function merge(paths: readonly string[], out: string): Promise<void> {
  const child = spawn('qpdf', ['--empty', '--pages', ...paths, '--', out], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`qpdf: ${code}`))));
  });
  measured.qpdfMemory = Math.max(measured.qpdfMemory, await peakOf(() => child.pid ?? 0, ended));
}

const client = createClient(order.vault, undefined, order.exports);
await client.call('vault.unlock', order.user);

async function exportOnce(exhibits: readonly string[]): Promise<BundleJobResult> {
  const job = await client.call('bundles.export', {
    case: order.case,
    title: 'Juicio',
    exhibits,
    unreadable: 'stop',
  });
  const ended = client.core.services.jobs.ended(job.id);
  measured.ourMemory = Math.max(measured.ourMemory, await peakOf(() => process.pid, ended));
  const { state, error, result } = await ended;
  if (state !== 'done') throw new Error(`the export ended as ${error?.code ?? state}`);
  return result as BundleJobResult;
}

for (let round = 0; round < order.rounds; round += 1) {
  if (order.merge.length > 0)
    measured.qpdf.push(await seconds(() => merge(order.merge, join(order.exports, 'merged.pdf'))));
  measured.ours.push(
    await seconds(async () => {
      const { path, pages, volumes } = await exportOnce(order.exhibits);
      Object.assign(measured, { pages, volumes: volumes.map(({ bytes }) => bytes) });
      // The last package stays: what did not change is taken from there.
      if (round + 1 < order.rounds || order.more.length === 0) rmSync(path, { recursive: true });
    }),
  );
}
if (order.more.length > 0) {
  // As the next morning: what measuring found is forgotten, what was handed out is in the journal.
  await client.call('vault.lock', {});
  await client.call('vault.unlock', order.user);
  measured.again.push(
    await seconds(async () => {
      const { taken, volumes } = await exportOnce([...order.exhibits, ...order.more]);
      Object.assign(measured, { taken, volumes: volumes.map(({ bytes }) => bytes) });
    }),
  );
}
await client.core.stop();
process.stdout.write(JSON.stringify(measured));
