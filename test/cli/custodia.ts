import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lightenKeys } from '../support/light-keys.ts';

/** As it is installed: what `npm run build` makes. `usage.test.ts` also starts it as a checkout does. */
export const program = fileURLToPath(new URL('../../out/electron/cli/main.js', import.meta.url));
export const passphrase = 'cóndor lluvia tranvía papel 94';
export const adminName = 'Ana Quispe Mamani';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for the tests of one file, with a vault in it once `create` was called. */
export interface Place {
  readonly dir: string;
  readonly vault: string;
  readonly recovery: string;
  path(name: string): string;
  file(name: string, content: string | Uint8Array): string;
  /** Runs the program as a person would; the passphrase comes from the environment unless `env` says otherwise. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Run;
  /** The same with `--json`, which must answer with one object and exit 0. */
  json<T>(args: readonly string[], env?: Readonly<Record<string, string>>): T;
  create(): Run;
  /** A vault for tests of something else, which opens at a small cost. */
  createLight(): Promise<void>;
  clear(): void;
}

export function createPlace(): Place {
  const dir = mkdtempSync(join(tmpdir(), 'custodia-cli-'));
  const vault = join(dir, 'vault');
  const recovery = join(dir, 'recovery.txt');
  // Nothing of the machine's own settings: the language above all.
  const { PATH = '', HOME = '' } = process.env;
  const run: Place['run'] = (args, env = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      encoding: 'utf8',
      cwd: dir,
      env: { PATH, HOME, CUSTODIA_VAULT: vault, CUSTODIA_PASSPHRASE: passphrase, ...env },
    });
    return { code: status, out: stdout, err: stderr };
  };
  const create = (): Run =>
    run(['vault', 'create', '--user', adminName, '--recovery-out', recovery, '--json']);
  return {
    dir,
    vault,
    recovery,
    path: (name) => join(dir, name),
    file: (name, content) => {
      writeFileSync(join(dir, name), content);
      return join(dir, name);
    },
    run,
    json: <T>(args: readonly string[], env?: Readonly<Record<string, string>>) => {
      const done = run([...args, '--json'], env);
      if (done.code !== 0) throw new Error(`custodia ${args.join(' ')}: ${String(done.code)}\n${done.err}`);
      return JSON.parse(done.out) as T;
    },
    create,
    createLight: async () => {
      const { code, err } = create();
      if (code !== 0) throw new Error(`custodia vault create: ${String(code)}\n${err}`);
      await lightenKeys(vault, [passphrase]);
    },
    clear: () => rmSync(dir, { recursive: true, force: true }),
  };
}
