import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { bundleElectron } from './bundle-electron.ts';

/** `npm run build`: the pages and the other sources as JavaScript, both with vite. */

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The program `bin` of an installed package. */
export function program(name: string, bin: string): string {
  return join(root, 'node_modules', name, bin);
}

/** Bundles the pages into out/renderer. */
export async function buildPages(): Promise<void> {
  await build({ configFile: join(root, 'build/vite.config.ts'), logLevel: 'warn' });
}

/** Runs the TypeScript compiler with the project file `config`; false where it found errors. */
export function compile(config: string): boolean {
  return (
    spawnSync(process.execPath, [program('typescript', 'bin/tsc'), '-p', join(root, config)], {
      stdio: 'inherit',
    }).status === 0
  );
}

if (import.meta.main) {
  await buildPages();
  await bundleElectron();
}
