import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createClient } from '../../electron/core/client.ts';
import { benchAttach } from './attach.ts';
import { type Row, table } from './measure.ts';
import { benchOpen } from './open.ts';
import { benchReading } from './reading.ts';
import { benchSearch } from './search.ts';

/** `npm run bench`: measures side by side, prints a table, and keeps it in `results.md` beside this file. */

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '1000000' },
    texts: { type: 'string', default: '1000000' },
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
    return await benchAttach(client, folder);
  } finally {
    await client.core.stop();
  }
}

try {
  const rows = [
    ...(await attachRows()),
    ...(await benchOpen(folder, Number(values.entries))),
    ...(await benchReading(folder)),
    ...(await benchSearch(folder, Number(values.texts))),
  ];
  const text = [
    '# Measured',
    '',
    `Machine: ${machine()}.`,
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
