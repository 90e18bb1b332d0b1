import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { compile, program, root } from './build-all.ts';
import { checkTranslations } from './translations.ts';

/** `npm run check`: format and lint, types, boundaries, dead code, translations. All are run; any failure fails. */

function run(file: string, args: readonly string[], cwd = root): boolean {
  return spawnSync(process.execPath, [file, ...args], { cwd, stdio: 'inherit' }).status === 0;
}

const checks: readonly (readonly [string, () => boolean])[] = [
  ['format and lint', () => run(program('@biomejs/biome', 'bin/biome'), ['check', '--error-on-warnings'])],
  ['types', () => [compile('.'), compile('renderer')].every(Boolean)],
  [
    'boundaries',
    () =>
      compile('build/tsconfig.boundaries.json') &&
      run(
        program('dependency-cruiser', 'bin/dependency-cruiser.mjs'),
        ['--config', join(root, 'build/boundaries.config.cjs'), 'electron', 'renderer'],
        join(root, 'out/boundaries'),
      ),
  ],
  ['dead code', () => run(program('knip', 'bin/knip.js'), ['--config', 'build/knip.json'])],
  [
    'translations',
    () => {
      const problems = checkTranslations();
      for (const problem of problems) console.log(problem);
      return problems.length === 0;
    },
  ],
];

const failed: string[] = [];
for (const [name, check] of checks) {
  const began = performance.now();
  const good = check();
  console.log(`${good ? 'ok    ' : 'FAILED'}  ${name}  ${((performance.now() - began) / 1000).toFixed(1)} s`);
  if (!good) failed.push(name);
}
if (failed.length > 0) {
  console.log(`Not green: ${failed.join(', ')}`);
  process.exitCode = 1;
}
