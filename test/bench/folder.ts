import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleElectron } from '../../build/bundle-electron.ts';
import { first } from '../support/vault.ts';
import type { Row } from './measure.ts';
import { writeSmallFiles } from './small.ts';

const program = fileURLToPath(new URL('../../out/electron/cli/main.js', import.meta.url));

interface Ran {
  readonly out: string;
  readonly seconds: number;
  /** The most that the process had in memory. */
  readonly megabytes: number;
}

/** Runs the command line as a person would, and looks at its memory every quarter of a second. */
async function run(vault: string, args: readonly string[]): Promise<Ran> {
  const began = performance.now();
  const child = spawn(process.execPath, [program, ...args, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CUSTODIA_VAULT: vault, CUSTODIA_PASSPHRASE: first.passphrase },
  });
  let most = 0;
  const look = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    } catch {
      // It has ended between the two looks.
    }
  }, 250);
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`custodia ${args.join(' ')}: ${String(code)}`);
  const seconds = (performance.now() - began) / 1_000;
  return { out: Buffer.concat(pieces).toString('utf8'), seconds, megabytes: most / 1_000 };
}

/** A whole drive of files by the command line: looked through, attached, listed; each with opening the vault. */
export async function benchFolder(folder: string, files: number): Promise<Row[]> {
  await bundleElectron();
  const [root, drive] = [join(folder, 'drive-vault'), join(folder, 'drive')];
  mkdirSync(root);
  const vault = join(root, 'vault');
  const office = ['--office', 'Fiscalía', '--jurisdiction', 'bolivia', '--language', 'es'];
  const key = ['--user', first.name, '--recovery-out', join(root, 'recovery.txt')];
  await run(vault, ['vault', 'create', ...office, ...key]);
  const { number } = JSON.parse((await run(vault, ['case', 'open', '--title', 'Disco'])).out) as {
    readonly number: string;
  };
  writeSmallFiles(drive, files);
  const attach = ['evidence', 'attach', drive, '--case', number];
  const preview = await run(vault, [...attach, '--preview']);
  const attached = await run(vault, attach);
  rmSync(drive, { recursive: true });
  const listed = await run(vault, ['evidence', 'list', '--case', number]);
  const { total } = JSON.parse(listed.out) as { readonly total: number };
  if (total !== files) throw new Error(`${total} of ${files} files were attached`);
  const many = `${files.toLocaleString('en')} files of 2–20 KB by the command line`;
  return [
    row(`${many}: looked through before anything is attached`, preview),
    row(`${many}: attached, each on the disk and in the journal`, attached),
    row(`${many}: listed as JSON`, listed),
  ];
}

function row(what: string, { seconds, megabytes }: Ran): Row {
  return { what, value: `${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB` };
}
