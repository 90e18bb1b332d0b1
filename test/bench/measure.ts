import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Runs a module beside this one in a process of its own, and gives what it printed. */
export async function runWorker(name: string, order: object, flags: readonly string[] = []): Promise<string> {
  const module = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, module, JSON.stringify(order)]);
  return stdout;
}

/** Seconds that a piece of work took. */
export async function seconds(work: () => Promise<unknown> | unknown): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One line of the table: what was measured, against what, and the bound that the issue sets, where it sets one. */
export interface Row {
  readonly what: string;
  readonly value: string;
  readonly bound?: string;
  readonly holds?: boolean;
}

export function table(rows: readonly Row[]): string {
  const line = ({ what, value, bound = '', holds }: Row): string =>
    `| ${what} | ${value} | ${bound} | ${holds === undefined ? '' : holds ? 'yes' : '**no**'} |`;
  return ['| measured | result | bound | holds |', '| --- | --- | --- | --- |', ...rows.map(line)].join('\n');
}
