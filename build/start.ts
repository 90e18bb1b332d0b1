import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { usualVault } from '../electron/shells/usual-vault.ts';
import { buildPages } from './build-all.ts';
import { hasDisplay, withoutDisplay } from './display.ts';
import { installByHand, obtainShell } from './obtain.ts';
import { openWindow } from './open-window.ts';

/** `npm start`: builds the pages and opens the window. `npm start -- --vault DIR` opens another vault. */

const { values } = parseArgs({ options: { vault: { type: 'string' } } });
const tell = (line: string): void => console.log(line);

async function start(): Promise<number> {
  const vault = resolve(values.vault ?? usualVault());
  await buildPages();
  if (!hasDisplay()) {
    tell(withoutDisplay('npm start'));
    return 1;
  }
  const program = obtainShell(tell);
  if (program === null) {
    tell(installByHand);
    return 1;
  }
  tell(`${program.kind === 'electron' ? 'Electron' : 'Browser'} window: ${program.path}`);
  tell(`Vault: ${vault}`);
  return openWindow(program, vault);
}

process.exitCode = await start();
