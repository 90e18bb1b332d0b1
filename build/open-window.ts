import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openBrowserShell } from '../electron/shells/browser/open.ts';
import { root } from './build-all.ts';
import { bundleElectron } from './bundle-electron.ts';
import type { ShellProgram } from './obtain.ts';

/** Opens the application's window on a vault and resolves with an exit code when it was closed. */
export async function openWindow(program: ShellProgram, vaultDir: string): Promise<number> {
  await bundleElectron();
  if (program.kind === 'electron') return openElectron(program.path, vaultDir);
  const coreModule = join(root, 'out', 'electron', 'core', 'main.js');
  const shell = await openBrowserShell({ vaultDir, executablePath: program.path, coreModule });
  await shell.closed;
  return 0;
}

function openElectron(path: string, vaultDir: string): Promise<number> {
  // Chromium's sandbox refuses root; everybody else has it.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(path, [...sandbox, root, '--vault', vaultDir], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
