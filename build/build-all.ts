import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** `npm run build`: the pages (vite) and, for Electron and packages, the other sources as JavaScript (tsc). */

export const root = fileURLToPath(new URL('..', import.meta.url));

const require = createRequire(import.meta.url);

/** Bundles the pages into out/renderer. */
export async function buildPages(): Promise<void> {
  await build({ configFile: join(root, 'build/vite.config.ts'), logLevel: 'warn' });
}

/** Runs the TypeScript compiler with the project file `config`; false where it found errors. */
export function compile(config: string): boolean {
  const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
  return spawnSync(process.execPath, [tsc, '-p', join(root, config)], { stdio: 'inherit' }).status === 0;
}

/** Translates electron/ to JavaScript in out/electron. */
export function buildElectron(): void {
  if (!compile('build/tsconfig.electron.json')) throw new Error('the sources of electron/ do not compile');
}

if (import.meta.main) {
  await buildPages();
  buildElectron();
}
