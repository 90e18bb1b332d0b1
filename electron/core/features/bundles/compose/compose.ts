import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CustodiaError } from '../../../api/errors.ts';
import { moduleUrl } from '../../../threads.ts';
import type { BundlePlan, Composed, FromProcess, NativeReason, ToProcess } from './model.ts';
import { formOf } from './printable.ts';

/** What the engine's memory takes: more is refused before anything is read. */
const mostContent = 300 * 1024 * 1024;
/** An exhibit at which nothing moves for so long hangs the engine: the process is killed. */
const patienceMs = 60_000;

export interface Hooks {
  progress(step: string, done: number, total: number): void;
  readonly signal: AbortSignal;
}

type Outcome =
  | { readonly kind: 'composed'; readonly composed: Composed }
  | { readonly kind: 'unreadable'; readonly index: number; readonly reason: NativeReason };

/**
 * Makes the bundle's PDF in a process of its own, which is given content only in memory and is killed when it hangs,
 * when the work is called off, and when it is done. A file that takes the process down is treated as one that cannot
 * be read: by the plan the export stops and names it (`bundle.sourceUnreadable`), or it travels as a native file.
 *
 * @throws `bundle.tooLarge`, `bundle.sourceUnreadable` (params `number`, `name`), `call.cancelled`
 */
export async function composeBundle(
  plan: BundlePlan,
  content: (index: number) => Promise<Uint8Array>,
  hooks: Hooks,
): Promise<Composed> {
  const total = plan.exhibits.reduce((sum, each) => sum + (formOf(each) === null ? 0 : each.size), 0);
  if (total > mostContent) throw new CustodiaError('bundle.tooLarge', { size: total });
  const skip: Record<number, NativeReason> = {};
  for (;;) {
    const outcome = await runOnce(plan, skip, content, hooks);
    if (outcome.kind === 'composed') return outcome.composed;
    const { number = '', name = '' } = plan.exhibits[outcome.index] ?? {};
    if (plan.unreadable === 'stop') throw new CustodiaError('bundle.sourceUnreadable', { number, name });
    skip[outcome.index] = outcome.reason;
  }
}

function start(): ChildProcess {
  return fork(fileURLToPath(moduleUrl('./process', import.meta.url)), [], {
    serialization: 'advanced',
    execArgv: [],
    // Inside Electron its own program is the only one there is; it then behaves as node.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

async function runOnce(
  plan: BundlePlan,
  skip: Readonly<Record<number, NativeReason>>,
  content: (index: number) => Promise<Uint8Array>,
  { progress, signal }: Hooks,
): Promise<Outcome> {
  if (signal.aborted) throw new CustodiaError('call.cancelled');
  const child = start();
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
  let current = 0;
  let patience: NodeJS.Timeout | undefined;
  const send = (message: ToProcess): void => {
    child.send(message);
  };
  const wait = (): void => {
    clearTimeout(patience);
    patience = setTimeout(
      () => resolve({ kind: 'unreadable', index: current, reason: 'tooLong' }),
      patienceMs,
    );
  };
  const hear = async (message: FromProcess): Promise<void> => {
    wait();
    if ('want' in message) {
      current = message.want;
      send({ content: await content(message.want) });
    } else if ('done' in message) progress(message.step, message.done, plan.exhibits.length);
    else if ('composed' in message) resolve({ kind: 'composed', composed: message.composed });
    else if ('unreadable' in message)
      resolve({ kind: 'unreadable', index: message.unreadable, reason: message.reason });
    else reject(new Error(message.failed));
  };
  child.on('message', (message: FromProcess) => void hear(message).catch(reject));
  child.on('error', reject);
  child.on('exit', () => resolve({ kind: 'unreadable', index: current, reason: 'failed' }));
  const cancel = (): void => reject(new CustodiaError('call.cancelled'));
  signal.addEventListener('abort', cancel, { once: true });
  try {
    wait();
    send({ plan, skip });
    return await promise;
  } finally {
    clearTimeout(patience);
    signal.removeEventListener('abort', cancel);
    child.kill('SIGKILL');
  }
}
