import { dirname } from 'node:path';
import { createPreviews } from '../features/bundles/drafts/index.ts';
import { createIntakes, createTickets, isKnownBlob } from '../features/evidence/index.ts';
import { createSweep } from '../features/integrity/index.ts';
import { logHead } from '../features/office/index.ts';
import { createWatch } from '../features/operations/index.ts';
import { createBackgroundReading, createReaderProcess } from '../features/reading/index.ts';
import { createIndexer } from '../features/search/index.ts';
import { writeCheckpointFile } from '../vault/checkpoint-file.ts';
import { removeTemporary } from '../vault/files.ts';
import { CustodiaError } from './errors.ts';
import type { Step } from './procedure.ts';
import { reportDefect } from './report.ts';
import type { Services } from './services.ts';
import type { Session } from './session.ts';

/** How long after a change the checkpoint outside the database is brought up to date. */
const checkpointDelayMs = 1_000;

type Given = Pick<Services, 'layout' | 'views' | 'handles' | 'jobs' | 'exportsFolder' | 'emit'>;

/** The one place where the open session lives, with what follows from opening and closing it. */
export function createServices(given: Given): Services {
  let current: Session | null = null;
  let lockMinutes = 10;
  let idle: NodeJS.Timeout | undefined;
  let checkpointDue: NodeJS.Timeout | undefined;
  let ending: Promise<void> | null = null;

  function session(): Session {
    if (current === null) throw new CustodiaError('vault.locked');
    return current;
  }

  function run<I, O>(step: Step<I, O>, input: I): Promise<O> {
    return session().threads.run(step.type, 'step', step.name, input) as Promise<O>;
  }

  function touch(): void {
    clearTimeout(idle);
    if (current === null) return;
    idle = setTimeout(() => void lockWhenIdle(), lockMinutes * 60_000);
    idle.unref();
  }

  /** Work that somebody waits for is not cut off by the timer: it looks again a minute later. */
  async function lockWhenIdle(): Promise<void> {
    if (services.jobs.running || services.intakes.running) {
      idle = setTimeout(() => void lockWhenIdle(), 60_000);
      idle.unref();
      return;
    }
    await services.end();
  }

  async function keepCheckpoint(): Promise<void> {
    clearTimeout(checkpointDue);
    checkpointDue = undefined;
    if (current === null) return;
    await writeCheckpointFile(given.layout.checkpoint, await run(logHead, null), current.keys);
  }

  /** After a change: soon, once for many. A failure is not silent: the next closing tries again and tells. */
  function scheduleCheckpoint(): void {
    checkpointDue ??= setTimeout(() => void keepCheckpoint().catch(reportDefect), checkpointDelayMs);
    checkpointDue.unref();
  }

  async function close(): Promise<void> {
    if (current === null) return;
    clearTimeout(idle);
    services.previews.clear();
    await services.jobs.clear();
    await services.intakes.interrupt();
    await services.reading.interrupt();
    await services.sweep.interrupt();
    await services.tickets.clear();
    services.reader.close();
    const closing = current;
    try {
      await keepCheckpoint();
    } finally {
      current = null;
      services.sheetInHand = null;
      given.handles.clear();
      await closing.threads.close();
      await closing.blobs.close();
      closing.lock.release();
      given.emit({ name: 'locked' });
    }
  }

  const services: Services = {
    ...given,
    emit: (event) => {
      if (event.name === 'changed') {
        scheduleCheckpoint();
        reading.wake();
        watch.wake();
      }
      given.emit(event);
    },
    sheetInHand: null,
    get intakes() {
      return intakes;
    },
    get reading() {
      return reading;
    },
    get sweep() {
      return sweep;
    },
    get previews() {
      return previews;
    },
    get indexer() {
      return indexer;
    },
    tickets: createTickets(),
    reader: createReaderProcess({ background: false }),
    session,
    get isOpen() {
      return current !== null;
    },
    begin: async (opened) => {
      current = opened;
      await opened.blobs.cleanUp((blob) => run(isKnownBlob, blob));
      // What a power cut left of files that were being written as a whole.
      const { root, users, seals, vaultKey } = given.layout;
      for (const folder of [root, dirname(vaultKey), users, seals]) await removeTemporary(folder);
      touch();
      await keepCheckpoint();
      reading.wake();
      sweep.wake();
      watch.wake();
    },
    end: () => {
      ending ??= close().finally(() => {
        ending = null;
      });
      return ending;
    },
    replace: (next) => {
      current = next;
    },
    step: run,
    stepApart: (step, input) => session().threads.runApart(step.name, input) as Promise<never>,
    touch,
    setLockMinutes: (minutes) => {
      lockMinutes = minutes;
      touch();
    },
  };
  const intakes = createIntakes(services);
  const previews = createPreviews(services);
  const indexer = createIndexer(services);
  const reading = createBackgroundReading(services);
  const sweep = createSweep(services);
  const watch = createWatch(services);
  return services;
}
