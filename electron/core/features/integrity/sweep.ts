import { setTimeout as sleep } from 'node:timers/promises';
import { CustodiaError } from '../../api/errors.ts';
import { reportDefect } from '../../api/report.ts';
import type { Services } from '../../api/services.ts';
import type { Damage } from './model.ts';
import { type Checkable, dueForCheck, recordDamage, recordSound, sharersOf } from './steps.ts';

/** By itself every exhibit is read again once in so many days. */
export const everyDays = 30;
/** After the vault was opened people have better to do; later there is time. */
const firstRestMs = 120_000;
/** While an intake or a job runs the sweep stands aside. */
const standAsideMs = 2_000;
/** Sound exhibits are written down by the hundred, and at the latest when the sweep stops. */
const recordedAtOnce = 100;

/** Reads every exhibit again, slowly, and says what is no longer what it was. */
export interface Sweep {
  /** The vault was opened: goes on by itself after a while. */
  wake(): void;
  /** Now and at full speed, everything that was not checked since `before` (ISO). Resolves when it is through. */
  run(before: string, signal: AbortSignal, done: (count: number) => void): Promise<void>;
  /** Checks one exhibit, with all that share its content, and writes down what was found. */
  check(exhibit: Checkable): Promise<Damage | null>;
  readonly running: boolean;
  interrupt(): Promise<void>;
}

type Given = Pick<Services, 'session' | 'step' | 'isOpen' | 'jobs' | 'intakes'>;

export function createSweep(services: Given): Sweep {
  let timer: NodeJS.Timeout | undefined;
  let abort = new AbortController();
  let current: Promise<void> | null = null;

  /** A file that the disk does not give is as bad as a damaged one: it is told, and the rest is looked at. */
  async function problemOf({ blob, sha256 }: Checkable): Promise<Damage | null> {
    try {
      return (await services.session().blobs.problemWith(blob, sha256)) as Damage | null;
    } catch (error) {
      if (error instanceof CustodiaError) throw error;
      reportDefect(error);
      return 'unreadable';
    }
  }

  /** What is wrong with it is told and put aside at once; what is sound is left to the caller to write down. */
  async function look(exhibit: Checkable): Promise<Damage | null> {
    const { blobs } = services.session();
    const what = await problemOf(exhibit);
    if (what === null) return null;
    if (what === 'damaged' || what === 'hash differs') await blobs.isolate(exhibit.blob);
    for (const sharer of await services.step(sharersOf, exhibit.blob))
      await services.step(recordDamage, { case: sharer.case, exhibit: sharer.exhibit, what });
    return what;
  }

  async function through(
    before: string,
    signal: AbortSignal,
    between: (tookMs: number) => Promise<void>,
    done: (count: number) => void = () => undefined,
  ): Promise<void> {
    let count = 0;
    for (;;) {
      const due = await services.step(dueForCheck, before);
      if (due.length === 0) return;
      let sound: Checkable[] = [];
      const keep = async (): Promise<void> => {
        if (sound.length > 0) await services.step(recordSound, sound);
        sound = [];
      };
      try {
        for (const exhibit of due) {
          signal.throwIfAborted();
          const began = performance.now();
          if ((await look(exhibit)) === null) sound.push(exhibit);
          if (sound.length >= recordedAtOnce) await keep();
          count += 1;
          done(count);
          await between(performance.now() - began);
        }
      } finally {
        await keep();
      }
    }
  }

  /** At most half of the time at work, and never beside an intake or a job. */
  async function gently(tookMs: number, signal: AbortSignal): Promise<void> {
    await sleep(Math.min(5_000, tookMs), undefined, { signal });
    while (services.intakes.running || services.jobs.running)
      await sleep(standAsideMs, undefined, { signal });
  }

  function begin(): void {
    if (!services.isOpen || current !== null) return;
    const { signal } = abort;
    const before = new Date(Date.now() - everyDays * 86_400_000).toISOString();
    current = through(before, signal, (took) => gently(took, signal))
      .catch((error: unknown) => {
        const locked = error instanceof CustodiaError && error.code === 'vault.locked';
        if (!signal.aborted && !locked) reportDefect(error);
      })
      .finally(() => {
        current = null;
      });
  }

  return {
    wake: () => {
      clearTimeout(timer);
      timer = setTimeout(begin, firstRestMs);
      timer.unref();
    },
    run: (before, signal, done) => through(before, signal, async () => undefined, done),
    check: async (exhibit) => {
      const what = await look(exhibit);
      if (what === null) await services.step(recordSound, [exhibit]);
      return what;
    },
    get running() {
      return current !== null;
    },
    interrupt: async () => {
      clearTimeout(timer);
      abort.abort();
      await current;
      abort = new AbortController();
    },
  };
}
