import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createClient } from '../../electron/core/client.ts';
import { benchAttach } from './attach.ts';
import { benchBundle } from './bundle.ts';
import { benchFolder } from './folder.ts';
import { type Row, table } from './measure.ts';
import { benchOpen, prepareOpen } from './open.ts';
import { benchReading } from './reading.ts';
import { benchSearch, prepareSearch } from './search.ts';
import { benchSmall } from './small.ts';

/** `npm run bench`: measures side by side, prints a table, and keeps it in `results.md` beside this file. */

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '1000000' },
    texts: { type: 'string', default: '1000000' },
    scans: { type: 'string', default: '20000' },
    files: { type: 'string', default: '100000' },
    /** Measures once this file is there. */
    after: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'custodia-bench-'));

function machine(): string {
  const [cpu] = cpus();
  const disk = execFileSync('sh', ['-c', `df -T ${folder} 2>/dev/null | tail -1 | awk '{print $2}'`], {
    encoding: 'utf8',
  });
  const age = execFileSync('age', ['--version'], { encoding: 'utf8' }).trim();
  return [
    `${cpus().length} × ${cpu?.model.trim() ?? 'processor unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${process.platform} ${release()}, file system ${disk.trim() || 'unknown'}`,
    `Node ${process.versions.node}, age ${age}`,
  ].join('; ');
}

async function attachRows(): Promise<Row[]> {
  const client = createClient(join(folder, 'vault'));
  await client.call('vault.create', {
    office: { name: 'Fiscalía', jurisdiction: 'bolivia', language: 'es' },
    user: { name: 'Fiscal', passphrase: 'molino abierto siete corderos' },
  });
  try {
    return [...(await benchSmall(client, folder)), ...(await benchAttach(client, folder))];
  } finally {
    await client.core.stop();
  }
}

/** Shown as soon as it is known: the whole takes half an hour. */
function told(rows: readonly Row[]): readonly Row[] {
  for (const { what, value } of rows) process.stdout.write(`${what}: ${value}\n`);
  return rows;
}

/** Filling keeps both processors busy for many minutes: who wants to can let the machine come to rest before the measuring. */
async function untilTold(): Promise<void> {
  const { after } = values;
  if (after === undefined) return;
  process.stdout.write(`Waiting for ${after} …\n`);
  while (!existsSync(after)) await sleep(1_000);
}

try {
  const texts = Number(values.texts);
  process.stdout.write('Filling a journal and an index …\n');
  // Both take minutes of one processor: side by side, while nothing is measured but how many entries go in a second.
  const [opened, prepared] = await Promise.all([
    prepareOpen(folder, Number(values.entries)),
    prepareSearch(folder, texts),
  ]);
  await untilTold();
  /** Processes that want a processor: above the number of these, the figures are those of a shared machine. */
  const began = (loadavg()[0] ?? 0).toFixed(1);
  const rows = [
    ...told(await attachRows()),
    ...told(await benchFolder(folder, Number(values.files))),
    ...told(await benchReading(folder)),
    ...told(await benchBundle(folder, Number(values.scans))),
    ...told(await benchOpen(opened)),
    ...told(await benchSearch(prepared, texts)),
  ];
  const text = [
    '# Measured',
    '',
    `Machine: ${machine()}. Load when the measuring began: ${began}, of ${cpus().length} processors.`,
    `On ${new Date().toISOString().slice(0, 10)}, by \`npm run bench\`; medians of five rounds taken in turn.`,
    '',
    table(rows),
    '',
  ].join('\n');
  console.log(text);
  writeFileSync(fileURLToPath(new URL('results.md', import.meta.url)), text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
