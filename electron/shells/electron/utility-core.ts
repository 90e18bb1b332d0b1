import { fileURLToPath } from 'node:url';
import { utilityProcess } from 'electron';
import type { Message } from '../../core/serve.ts';
import { moduleUrl } from '../../core/threads.ts';
import { type CoreClient, speakWith } from '../core-client.ts';
import { coreFlags } from '../core-flags.ts';
import { exportFolder } from '../documents-folder.ts';

/** Starts the core as Electron's utility process. */
export function startUtilityCore(vaultDir: string): CoreClient {
  const path = fileURLToPath(moduleUrl('../../core/main', import.meta.url));
  const child = utilityProcess.fork(path, ['--vault', vaultDir, '--exports', exportFolder()], {
    serviceName: 'Custodia core',
    execArgv: [...coreFlags],
    stdio: 'inherit',
  });
  return speakWith({
    send: (request) => child.postMessage({ ...request }),
    onMessage: (listener) => child.on('message', (message: unknown) => listener(message as Message)),
    onExit: (listener) => child.on('exit', listener),
    kill: () => child.kill(),
  });
}
