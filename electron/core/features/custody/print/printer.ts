import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CustodiaError } from '../../../api/errors.ts';
import { moduleUrl } from '../../../threads.ts';
import type { FromPrinter, PrintedPdf, PrintPlan } from './model.ts';

/** Drawing that takes so long hangs: the process is killed. */
const patienceMs = 60_000;

/**
 * Draws the paper in a process of its own.
 * @throws `custody.notPrinted` where that process fails, hangs or dies
 */
export async function printPdf(plan: PrintPlan): Promise<PrintedPdf> {
  const child = fork(fileURLToPath(moduleUrl('./process', import.meta.url)), [], {
    serialization: 'advanced',
    execArgv: [],
    // Inside Electron its own program is the only one there is; it then behaves as node.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<PrintedPdf>();
  const fail = (cause: unknown): void => reject(new CustodiaError('custody.notPrinted', {}, { cause }));
  const patience = setTimeout(() => fail('timeout'), patienceMs);
  child.on('message', (message: FromPrinter) =>
    'failed' in message ? fail(message.failed) : resolve(message),
  );
  child.on('error', fail);
  child.on('exit', fail);
  try {
    child.send(plan);
    return await promise;
  } finally {
    clearTimeout(patience);
    child.kill('SIGKILL');
  }
}
