import { execFileSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The person's folder for documents, as the desktop says. */
function documents(): string {
  if (process.platform !== 'linux') return join(homedir(), 'Documents');
  try {
    const told = execFileSync('xdg-user-dir', ['DOCUMENTS'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const path = told.trim();
    if (path !== '' && path !== homedir()) return path;
  } catch {
    // Without xdg-user-dirs the usual name holds.
  }
  return join(homedir(), 'Documents');
}

/** Where exports go when no other folder was chosen: `Custodia` in the folder for documents. Made when something is exported. */
export function exportFolder(): string {
  return process.env.CUSTODIA_EXPORTS ?? join(documents(), 'Custodia');
}
