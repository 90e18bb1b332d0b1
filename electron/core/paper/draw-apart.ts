import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ErrorCode } from '../api/errors.ts';
import { CustodiaError } from '../api/errors.ts';

export interface DrawnPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

export type FromDrawing = DrawnPdf | { readonly failed: string };

/** Drawing that takes so long hangs: the process is killed. */
const patienceMs = 60_000;

/**
 * Draws a paper in a process of its own, which is killed when it is done, fails or hangs: the plan goes through memory
 * only, and nothing of it stays.
 *
 * @param drawer the module that the process runs
 * @throws `failure` where that process fails, hangs or dies
 */
export async function drawApart(drawer: URL, plan: object, failure: ErrorCode): Promise<DrawnPdf> {
  const child = fork(fileURLToPath(drawer), [], {
    serialization: 'advanced',
    execArgv: [],
    // Inside Electron its own program is the only one there is; it then behaves as node.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<DrawnPdf>();
  const fail = (cause: unknown): void => reject(new CustodiaError(failure, {}, { cause }));
  const patience = setTimeout(() => fail('timeout'), patienceMs);
  child.on('message', (message: FromDrawing) =>
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

/** The other side: what the process of its own does with the plan that it is sent. */
export function serveDrawing<P>(compose: (plan: P) => DrawnPdf): void {
  process.on('message', (plan: P) => {
    try {
      process.send?.(compose(plan));
    } catch (error) {
      process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.on('disconnect', () => process.exit(0));
}
