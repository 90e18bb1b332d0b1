import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { systemCode } from '../../core/api/errors.ts';

const run = promisify(execFile);

const powershell = [
  'Add-Type -AssemblyName System.Windows.Forms;',
  '$dialog = New-Object System.Windows.Forms.FolderBrowserDialog;',
  'if ($dialog.ShowDialog() -eq "OK") { [Console]::Out.Write($dialog.SelectedPath) }',
].join(' ');

/** The desktop's own folder dialogs, in the order in which they are tried. */
const dialogs: Readonly<Partial<Record<NodeJS.Platform, readonly (readonly [string, ...string[]])[]>>> = {
  linux: [
    ['zenity', '--file-selection', '--directory'],
    ['kdialog', '--getexistingdirectory', '.'],
  ],
  darwin: [['osascript', '-e', 'POSIX path of (choose folder)']],
  win32: [['powershell.exe', '-NoProfile', '-STA', '-Command', powershell]],
};

export type Chosen =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'cancelled' | 'noDialog' };

/** Lets the person choose a folder. `noDialog` where the system has none of the known dialogs. */
export async function chooseFolder(platform = process.platform): Promise<Chosen> {
  for (const [program, ...args] of dialogs[platform] ?? []) {
    try {
      const path = (await run(program, args)).stdout.trim();
      return path === '' ? { kind: 'cancelled' } : { kind: 'folder', path };
    } catch (error) {
      if (systemCode(error) === 'ENOENT') continue;
      return { kind: 'cancelled' };
    }
  }
  return { kind: 'noDialog' };
}
