import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CustodiaError } from '../../../api/errors.ts';

/** A file at which nothing moves for so long hangs the reader: the process is killed. */
const patienceMs = 90_000;

export type FromWorker<A> = { readonly alive: true } | { readonly answer: A } | { readonly failed: string };

/** The reader died, hung or failed at what it was asked; another may go on. The reason names no content. */
export class ReaderFailed extends Error {}

/** Processes that read what nobody vouches for, one question at a time. They have no vault, and are killed when they hang. */
export interface Worker<Q, A> {
  ask(question: Q): Promise<A>;
  close(): void;
}

/** Starts a reader; a killed one is started again at the next question. */
export function startWorker<Q extends object, A>(module: URL, signal: AbortSignal): Worker<Q, A> {
  let child: ChildProcess | undefined;
  const close = (): void => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  return {
    close,
    ask: async (question) => {
      if (signal.aborted) throw new CustodiaError('call.cancelled');
      child ??= start(module);
      try {
        return await converse<Q, A>(child, question, signal);
      } catch (error) {
        close();
        throw error;
      }
    },
  };
}

async function converse<Q extends object, A>(
  child: ChildProcess,
  question: Q,
  signal: AbortSignal,
): Promise<A> {
  const { promise, resolve, reject } = Promise.withResolvers<A>();
  let patience: NodeJS.Timeout | undefined;
  const wait = (): void => {
    clearTimeout(patience);
    patience = setTimeout(() => reject(new ReaderFailed('tooLong')), patienceMs);
  };
  const hear = (heard: FromWorker<A>): void => {
    wait();
    if ('answer' in heard) resolve(heard.answer);
    else if ('failed' in heard) reject(new ReaderFailed(heard.failed));
  };
  const gone = (): void => reject(new ReaderFailed('ended'));
  const cancel = (): void => reject(new CustodiaError('call.cancelled'));
  child.on('message', hear).once('error', reject).once('exit', gone);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    wait();
    child.send(question);
    return await promise;
  } finally {
    clearTimeout(patience);
    child.off('message', hear).off('error', reject).off('exit', gone);
    signal.removeEventListener('abort', cancel);
  }
}

function start(module: URL): ChildProcess {
  return fork(fileURLToPath(module), [], {
    serialization: 'advanced',
    execArgv: [],
    // Inside Electron its own program is the only one there is; it then behaves as node.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/**
 * The other side: answers questions. An error's own words may hold a piece of what was read: only its name is told.
 */
export function serve<Q, A>(answer: (question: Q, alive: () => void) => A | Promise<A>): void {
  const tell = (message: FromWorker<A>): void => {
    process.send?.(message);
  };
  process.on('message', (question: Q) => {
    Promise.resolve()
      .then(() => answer(question, () => tell({ alive: true })))
      .then(
        (given) => tell({ answer: given }),
        (error: unknown) => tell({ failed: error instanceof Error ? error.name : 'failed' }),
      );
  });
  process.on('disconnect', () => process.exit(0));
}
