import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Message } from '../core/serve.ts';
import { moduleUrl } from '../core/threads.ts';
import { type CoreClient, speakWith } from './core-client.ts';
import { coreFlags } from './core-flags.ts';
import { exportFolder } from './documents-folder.ts';

/** Starts the core as a child process: for the browser shell, which has no utility process. */
export function startChildCore(
  vaultDir: string,
  module = fileURLToPath(moduleUrl('../core/main', import.meta.url)),
): CoreClient {
  const child = fork(module, ['--vault', vaultDir, '--exports', exportFolder()], {
    serialization: 'advanced',
    execArgv: [...coreFlags],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return speakWith({
    send: (request) => {
      if (child.connected) child.send({ ...request });
    },
    onMessage: (listener) => child.on('message', (message) => listener(message as Message)),
    onExit: (listener) => child.on('exit', listener),
    kill: () => child.kill('SIGKILL'),
  });
}
