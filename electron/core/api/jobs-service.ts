import { randomUUID } from 'node:crypto';
import type { CoreEvent } from './bridge.ts';
import { CustodiaError, errorBody } from './errors.ts';
import type { JobState } from './jobs.ts';

export type JobProgress = (step: string, done: number, total: number) => void;

/** Long work that a person watches and may cancel. */
export interface Jobs {
  start(
    kind: JobState['kind'],
    caseId: string | undefined,
    work: (progress: JobProgress, signal: AbortSignal) => Promise<unknown>,
  ): JobState;
  /** Resolves when the job has ended, with its last state. */
  ended(id: string): Promise<JobState>;
  list(): JobState[];
  cancel(id: string): void;
  readonly running: boolean;
  /** Cancels what runs and forgets all results. */
  clear(): Promise<void>;
}

interface Job {
  state: JobState;
  readonly abort: AbortController;
  readonly end: Promise<void>;
}

export function createJobs(emit: (event: CoreEvent) => void): Jobs {
  const jobs = new Map<string, Job>();

  function update(id: string, change: Partial<JobState>): void {
    const job = jobs.get(id);
    if (job === undefined) return;
    job.state = { ...job.state, ...change };
    emit({ name: 'job', job: job.state });
  }

  async function run(
    id: string,
    signal: AbortSignal,
    work: (progress: JobProgress, signal: AbortSignal) => Promise<unknown>,
  ): Promise<void> {
    try {
      const result = await work((step, done, total) => update(id, { step, done, total }), signal);
      update(id, { state: 'done', result });
    } catch (error) {
      if (signal.aborted) update(id, { state: 'cancelled' });
      else update(id, { state: 'failed', error: errorBody(error) });
    }
  }

  return {
    start: (kind, caseId, work) => {
      const id = randomUUID();
      const abort = new AbortController();
      const state: JobState = {
        id,
        kind,
        ...(caseId === undefined ? {} : { case: caseId }),
        state: 'running',
        step: '',
        done: 0,
        total: 0,
      };
      let begin: () => void = () => undefined;
      const registered = new Promise<void>((resolve) => {
        begin = resolve;
      });
      jobs.set(id, { state, abort, end: registered.then(() => run(id, abort.signal, work)) });
      begin();
      return state;
    },
    ended: async (id) => {
      const job = jobs.get(id);
      if (job === undefined) throw new CustodiaError('call.notFound', { what: 'job' });
      await job.end;
      return job.state;
    },
    list: () => [...jobs.values()].map((job) => job.state),
    cancel: (id) => jobs.get(id)?.abort.abort(),
    get running() {
      return [...jobs.values()].some((job) => job.state.state === 'running');
    },
    clear: async () => {
      const all = [...jobs.values()];
      for (const job of all) job.abort.abort();
      await Promise.all(all.map((job) => job.end));
      jobs.clear();
    },
  };
}
