import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findBrowser } from '../electron/shells/browser/find-browser.ts';

/** What opens the window, and where it lies. */
export interface ShellProgram {
  readonly kind: 'electron' | 'browser';
  readonly path: string;
}

type Tell = (line: string) => void;

const require = createRequire(import.meta.url);

/** Electron's program, where its package has one that is whole; null otherwise. Nothing is fetched. */
export function findElectron(): string | null {
  const folder = electronFolder();
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const program = join(folder, 'dist', readFileSync(named, 'utf8'));
  return existsSync(program) ? program : null;
}

function electronFolder(): string {
  return dirname(require.resolve('electron/package.json'));
}

/** Lets Electron's own installer fetch its program, checked against the hashes in the package. */
function installElectron(tell: Tell): string | null {
  tell('Electron: its program is not here yet; its own installer is asked to fetch it.');
  const run = spawnSync(process.execPath, [join(electronFolder(), 'install.js')], {
    encoding: 'utf8',
    timeout: 300_000,
  });
  if (run.status === 0) return findElectron();
  const reason = (run.stderr || String(run.error ?? '')).trim().split('\n')[0] ?? '';
  tell(`Electron: not obtained here (${reason}). The Electron shell is not run on this machine.`);
  return null;
}

/** Where this is root on Debian, its packages may be installed; elsewhere nobody is surprised by an installation. */
export function mayInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** Installs Debian packages; false where that failed, with the reason told. */
export function installPackages(packages: readonly string[], tell: Tell): boolean {
  tell(`Debian: apt-get install ${packages.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: ['ignore', 'ignore', 'pipe'] as ['ignore', 'ignore', 'pipe'] };
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
    return true;
  } catch (error) {
    tell(`Debian: that failed: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/**
 * What opens the window, in this order: Electron, Electron by its own installer, an installed Chromium, Chrome or
 * Edge, Debian's Chromium where this is root. Each step that the machine does not allow is told. Null where none is.
 */
export function obtainShell(tell: Tell): ShellProgram | null {
  const electron = findElectron() ?? installElectron(tell);
  if (electron !== null) return { kind: 'electron', path: electron };
  const browser = obtainBrowser(tell);
  return browser === null ? null : { kind: 'browser', path: browser };
}

/** An installed Chromium, Chrome or Edge, or Debian's where it may be installed. */
export function obtainBrowser(tell: Tell): string | null {
  const found = findBrowser();
  if (found !== null) return found;
  tell('Browser: no Chromium, Chrome or Edge is installed.');
  if (!mayInstallPackages() || !installPackages(['chromium'], tell)) return null;
  return findBrowser();
}

/** What to install by hand, for a machine where nothing could be obtained. */
export const installByHand = [
  'Custodia found nothing to open its window with. Install one of these and start again:',
  '  Debian, Ubuntu   sudo apt-get install chromium',
  '  Fedora           sudo dnf install chromium',
  '  Windows, macOS   Google Chrome, Microsoft Edge or Chromium',
  '  any, online      node node_modules/electron/install.js',
  'CUSTODIA_BROWSER=/path/to/program names a browser that lies elsewhere.',
].join('\n');
