import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ErrorCode } from '../api/errors.ts';
import { CustodiaError } from '../api/errors.ts';

export interface DrawnPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

type FromDrawing<T> = T | { readonly failed: string };

/** Drawing that takes so long hangs: the process is killed. */
const patienceMs = 60_000;

/**
 * Draws a paper, as PDF or another form, in a process of its own, which is killed when it is done, fails or hangs: the plan goes through memory
 * only, and nothing of it stays.
 *
 * @param drawer the module that the process runs
 * @throws `failure` where that process fails, hangs or dies
 */
export async function drawApart<T extends object = DrawnPdf>(
  drawer: URL,
  plan: object,
  failure: ErrorCode,
): Promise<T> {
  const child = fork(fileURLToPath(drawer), [], {
    serialization: 'advanced',
    execArgv: [],
    // Inside Electron its own program is the only one there is; it then behaves as node.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const fail = (cause: unknown): void => reject(new CustodiaError(failure, {}, { cause }));
  const patience = setTimeout(() => fail('timeout'), patienceMs);
  child.on('message', (message: FromDrawing<T>) =>
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

/** The other side: what the process of its own does with the plan that it is sent. It has no vault and no keys. */
export function serveDrawing<P, T extends object>(compose: (plan: P) => T | Promise<T>): void {
  const tell = (message: FromDrawing<T>): void => {
    process.send?.(message);
  };
  process.on('message', (plan: P) => {
    Promise.resolve()
      .then(() => compose(plan))
      .then(tell, (error: unknown) =>
        tell({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      );
  });
  process.on('disconnect', () => process.exit(0));
}
