import { Worker } from 'node:worker_threads';
import { moduleUrl } from '../threads.ts';
import { CustodiaError, type ErrorBody } from './errors.ts';
import type { StepType } from './procedure.ts';

/** What a database thread is given to open its connection. */
export interface ThreadData {
  readonly mode: 'writer' | 'reader' | 'searcher' | 'indexer';
  readonly path: string;
  /** Where the search index lies. */
  readonly index: string;
  readonly key: string;
  /** The key before a change of key that was cut short. Only those that write are given it. */
  readonly previousKey: string | null;
  readonly user: string;
  /** PKCS#8, base64; only the writer signs. */
  readonly signKey: string;
  readonly workstation: string;
}

export interface ThreadRequest {
  readonly id: number;
  readonly target: 'procedure' | 'step';
  readonly name: string;
  readonly input: unknown;
}

export type ThreadReply =
  | {
      readonly id: number;
      readonly ok: true;
      readonly value: unknown;
      readonly changed: readonly (string | null)[];
    }
  | { readonly id: number; readonly ok: false; readonly error: ErrorBody };

/**
 * The database's threads: one writer, one for the index, a few readers, each with a connection of its own. Searches
 * all go to one of the readers, which keeps the index in memory.
 */
export interface Threads {
  run(type: StepType, target: ThreadRequest['target'], name: string, input: unknown): Promise<unknown>;
  /** A step on a reader of its own, for work of minutes that must not stand in anybody's way. */
  runApart(name: string, input: unknown): Promise<unknown>;
  close(): Promise<void>;
}

const readerCount = 2;
/** What a thread works with is in SQLite's memory, not in its own: a small nursery is enough, and there are five. */
const maxYoungGenerationSizeMb = 6;

interface Thread {
  readonly pending: number;
  send(request: Omit<ThreadRequest, 'id'>): Promise<unknown>;
  close(): Promise<void>;
}

/** Threads that load their modules and wait to be told what to open: started while a passphrase is being checked. */
export interface WarmThreads {
  take(): Worker;
  /** Ends those that nobody took. */
  discard(): Promise<void>;
}

export function warmThreads(): WarmThreads {
  const workers = Array.from({ length: 2 + readerCount }, newWorker);
  return {
    take: () => workers.pop() ?? newWorker(),
    discard: async () => {
      await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
    },
  };
}

function newWorker(): Worker {
  return new Worker(moduleUrl('./thread', import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb } });
}

/** Lets the writer open the database (it may have to mend it), then who makes the index, then the readers of both. */
export async function startThreads(
  data: Omit<ThreadData, 'mode'>,
  changed: (caseId: string | null) => void,
  warm: WarmThreads = warmThreads(),
): Promise<Threads> {
  const writer = await startThread(warm.take(), { ...data, mode: 'writer' }, changed);
  const readerData: ThreadData = { ...data, mode: 'reader', previousKey: null, signKey: '' };
  const readers: Thread[] = [];
  let indexer: Thread | undefined;
  try {
    indexer = await startThread(warm.take(), { ...data, mode: 'indexer', signKey: '' }, changed);
    for (let n = 0; n < readerCount; n += 1)
      readers.push(
        await startThread(warm.take(), { ...readerData, mode: n === 0 ? 'searcher' : 'reader' }, changed),
      );
  } catch (error) {
    await Promise.all(
      [...readers, ...(indexer === undefined ? [] : [indexer])].map((thread) => thread.close()),
    );
    await writer.close();
    throw error;
  }
  const index = indexer;
  const threadFor = (type: StepType): Thread =>
    ({ command: writer, index, search: readers[0] ?? writer, query: leastBusy(), file: leastBusy() })[type];
  const leastBusy = (): Thread =>
    readers.reduce((a, b) => (b.pending < a.pending ? b : a), readers[0] ?? writer);
  return {
    run: (type, target, name, input) => threadFor(type).send({ target, name, input }),
    runApart: async (name, input) => {
      const apart = await startThread(newWorker(), readerData, changed);
      try {
        return await apart.send({ target: 'step', name, input });
      } finally {
        await apart.close();
      }
    },
    close: async () => {
      await Promise.all([...readers, index].map((thread) => thread.close()));
      await writer.close();
    },
  };
}

async function startThread(
  worker: Worker,
  data: ThreadData,
  changed: (caseId: string | null) => void,
): Promise<Thread> {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  let nextId = 1;
  let failure: CustodiaError | null = null;

  const ready = Promise.withResolvers<unknown>();
  waiting.set(0, ready);
  worker.on('message', (reply: ThreadReply) => {
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.ok) {
      for (const caseId of reply.changed) changed(caseId);
      call?.resolve(reply.value);
    } else {
      call?.reject(new CustodiaError(reply.error.code, reply.error.params));
    }
  });
  const fail = (error: CustodiaError): void => {
    failure ??= error;
    for (const call of waiting.values()) call.reject(failure);
    waiting.clear();
  };
  worker.on('error', (cause) => fail(new CustodiaError('internal', {}, { cause })));
  worker.on('exit', () => fail(new CustodiaError('vault.locked')));
  worker.postMessage(data);
  await ready.promise;

  return {
    get pending() {
      return waiting.size;
    },
    send: (request) => {
      if (failure !== null) return Promise.reject(failure);
      const id = nextId;
      nextId += 1;
      const call = Promise.withResolvers<unknown>();
      waiting.set(id, call);
      worker.postMessage({ ...request, id } satisfies ThreadRequest);
      return call.promise;
    },
    close: async () => {
      const exit = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      if (failure !== null) return;
      worker.postMessage({ id: -1, target: 'step', name: 'close', input: null } satisfies ThreadRequest);
      await exit;
    },
  };
}
