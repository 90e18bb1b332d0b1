import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildElectron, buildPages } from '../../build/build-all.ts';
import { findElectron, installPackages, mayInstallPackages, obtainBrowser } from '../../build/obtain.ts';

/** The foreign programs that the tests run, and the Debian package of each. */
const tools: Readonly<Record<string, string>> = {
  age: 'age',
  pdftotext: 'poppler-utils',
  python3: 'python3',
  qpdf: 'qpdf',
  sqlcipher: 'sqlcipher',
  'ssh-keygen': 'openssh-client',
  zbarimg: 'zbar-tools',
};

function isInstalled(tool: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${tool}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const tell = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/**
 * Every vault that a test opens starts five threads, and every command a process: each reads the same sources. What Node
 * made of them is kept for this run, in a folder of its own that goes with it; a command fills it, because a process
 * that is killed keeps nothing.
 */
function keepCompiled(): () => void {
  const root = mkdtempSync(join(tmpdir(), 'custodia-compiled-'));
  process.env.NODE_COMPILE_CACHE = join(root, 'cache');
  const program = fileURLToPath(new URL('../../build/custodia.mjs', import.meta.url));
  const args = ['vault', 'create', '--vault', join(root, 'vault'), '--user', 'Amalia'];
  const passphrase = { CUSTODIA_PASSPHRASE: 'molino abierto siete corderos' };
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, ...args, '--recovery-out', join(root, 'recovery.txt')],
    { encoding: 'utf8', env: { ...process.env, ...passphrase } },
  );
  if (status !== 0) throw new Error(`the command line does not run: ${stderr}`);
  return () => rmSync(root, { recursive: true, force: true });
}

/** Before all tests: brings the foreign tools where that is allowed, says what is not run, builds the pages. */
export async function setup(): Promise<() => void> {
  const missing = Object.keys(tools).filter((tool) => !isInstalled(tool));
  if (missing.length > 0 && mayInstallPackages())
    installPackages([...new Set(missing.map((tool) => tools[tool] ?? tool))], tell);
  for (const tool of missing.filter((each) => !isInstalled(each)))
    tell(`NOT RUN: tests with ${tool}: it is not installed (Debian: apt-get install ${tools[tool] ?? tool})`);
  if (obtainBrowser(tell) === null) tell('NOT RUN: tests in the window: no Chromium, Chrome or Edge');
  if (findElectron() === null)
    tell(
      "NOT RUN: the Electron shell: Electron's program is not on this machine (npm start tries to fetch it)",
    );
  await buildPages();
  if (findElectron() !== null) buildElectron();
  return keepCompiled();
}
