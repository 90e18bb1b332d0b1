import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CustodiaError } from '../../api/errors.ts';
import { resourcesFolder } from '../../resources.ts';
import { moduleUrl } from '../../threads.ts';
import type { RandomAccess } from '../../vault/blob-store.ts';
import type { Look, SheetRow, TextPage, UnreadReason } from './model.ts';
import type { Ending, FromProcess, Job, ToProcess } from './process/protocol.ts';

/** Nothing heard for so long: the file hangs its reader. */
const patienceMs = 60_000;
/** OCR of one page says nothing until it is done, and may be slow on an old computer. */
const ocrPatienceMs = 180_000;
/** One file may not take longer than this altogether, however busy it seems. */
const longestMs = 15 * 60_000;
/** A process that has read so many files is replaced: the engines' memory grows and never shrinks. */
const mostJobs = 500;
const heapMiB = 768;

export interface ReaderJob {
  readonly what: Job['what'];
  readonly name: string;
  readonly type: string;
  readonly content: RandomAccess;
}

export type ReaderOutcome =
  | { readonly kind: 'ended'; readonly ending: Ending }
  | { readonly kind: 'look'; readonly look: Look }
  | { readonly kind: 'table'; readonly rows: readonly SheetRow[] }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly reason: UnreadReason };

/** The process that reads hostile files, started when it is needed and anew when it was taken down. */
export interface ReaderProcess {
  /** One job at a time, in the order asked. Throws `call.cancelled` where `signal` calls it off. */
  run(job: ReaderJob, page: (page: TextPage) => void, signal?: AbortSignal): Promise<ReaderOutcome>;
  close(): void;
}

export function createReaderProcess(options: { readonly background: boolean }): ReaderProcess {
  let child: ChildProcess | undefined;
  let jobs = 0;
  let queue: Promise<unknown> = Promise.resolve();

  function ready(): ChildProcess {
    if (child !== undefined && jobs < mostJobs) return child;
    child?.kill('SIGKILL');
    jobs = 0;
    const started = start(options.background);
    started.once('exit', () => {
      if (child === started) child = undefined;
    });
    child = started;
    return started;
  }

  function drop(): void {
    child?.kill('SIGKILL');
    child = undefined;
  }

  async function runOne(
    job: ReaderJob,
    page: (page: TextPage) => void,
    signal: AbortSignal | undefined,
  ): Promise<ReaderOutcome> {
    if (signal?.aborted === true) throw new CustodiaError('call.cancelled');
    const at = ready();
    jobs += 1;
    const outcome = await converse(at, job, page, signal);
    if (outcome.kind !== 'refused' || outcome.reason === 'missing') return outcome;
    // After a refusal nobody knows what state the parser is in.
    drop();
    return outcome;
  }

  return {
    run: (job, page, signal) => {
      const result = queue.then(() => runOne(job, page, signal));
      queue = result.catch(() => drop()); // told to who asked; the next gets a fresh process
      return result;
    },
    close: drop,
  };
}

function start(background: boolean): ChildProcess {
  const child = fork(fileURLToPath(moduleUrl('./process/process', import.meta.url)), [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${heapMiB}`, ...permissions()],
    // Inside Electron its own program is the only one there is; it then behaves as node.
    env: { ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  if (background && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  return child;
}

/** It may read the program's own folder and start threads: no other file, no program. Electron's Node has no such flags. */
function permissions(): string[] {
  if (process.versions.electron !== undefined) return [];
  return ['--permission', '--allow-worker', `--allow-fs-read=${dirname(resourcesFolder())}${sep}*`];
}

/** One job from its beginning to its outcome. Whatever happens, it comes to one. */
async function converse(
  child: ChildProcess,
  job: ReaderJob,
  page: (page: TextPage) => void,
  signal: AbortSignal | undefined,
): Promise<ReaderOutcome> {
  const { promise, resolve, reject } = Promise.withResolvers<ReaderOutcome>();
  const refuse = (reason: UnreadReason): void => resolve({ kind: 'refused', reason });
  const send = (message: ToProcess): void => {
    if (child.connected) child.send(message, (error) => error !== null && refuse('crashed'));
    else refuse('crashed');
  };
  let patience: NodeJS.Timeout | undefined;
  const wait = (): void => {
    clearTimeout(patience);
    patience = setTimeout(() => refuse('tooLong'), job.what.do === 'ocr' ? ocrPatienceMs : patienceMs);
  };
  const give = async ({ start, end }: { start: number; end: number }): Promise<void> => {
    try {
      send({ bytes: await job.content.read(start, end) });
    } catch (error) {
      if (!(error instanceof CustodiaError)) throw error;
      send({ noBytes: true });
    }
  };
  const hear = (message: FromProcess): void => {
    wait();
    if ('need' in message) give(message.need).catch(reject);
    else if ('page' in message) page(message.page);
    else if ('ended' in message) resolve({ kind: 'ended', ending: message.ended });
    else if ('look' in message) resolve({ kind: 'look', look: message.look });
    else if ('table' in message) resolve({ kind: 'table', rows: message.table });
    else if ('made' in message) resolve({ kind: 'bytes', bytes: message.made });
    else refuse(message.refused);
  };
  const gone = (_code: number | null, by: NodeJS.Signals | null): void =>
    refuse(by === 'SIGTERM' || by === 'SIGABRT' ? 'tooMuchMemory' : 'crashed');
  const cancel = (): void => reject(new CustodiaError('call.cancelled'));
  const longest = setTimeout(() => refuse('tooLong'), longestMs);
  child.on('message', hear);
  child.on('error', reject);
  child.on('exit', gone);
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    wait();
    send({ job: { what: job.what, name: job.name, type: job.type, size: job.content.size } });
    return await promise;
  } finally {
    clearTimeout(patience);
    clearTimeout(longest);
    child.off('message', hear);
    child.off('error', reject);
    child.off('exit', gone);
    signal?.removeEventListener('abort', cancel);
  }
}
