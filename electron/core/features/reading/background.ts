import { setTimeout } from 'node:timers/promises';
import { CustodiaError } from '../../api/errors.ts';
import { reportDefect } from '../../api/report.ts';
import type { Services } from '../../api/services.ts';
import type { TextPage } from './model.ts';
import { createReaderProcess, type ReaderOutcome, type ReaderProcess } from './reader-process.ts';
import { keepFailure, keepScans, keepText, leftUnread, nextUnread, type Unread } from './steps.ts';

/** So much text of one exhibit is kept; of more, the beginning, and that it is more is said. */
const mostText = 64 * 1024 * 1024;
/** A moment of rest after a change: an intake attaches many at once, and a short visit need not start a process. */
const restMs = 400;
/** While files are being attached, which a person waits for, it rests so many times as long as it read. */
const restWhileAttaching = 4;
const longestRestMs = 5_000;
/** So often it looks whether an export, which it makes room for, has ended. */
const lookAgainMs = 500;

/** Reads in the background what was attached: text first, then scans by OCR. Stops where it is, and goes on later. */
export interface BackgroundReading {
  /** Something was attached, or the vault was opened. */
  wake(): void;
  /** Resolves when nothing is waiting to be read; `scans`: nor to be read by OCR. */
  settled(scans: boolean): Promise<void>;
  interrupt(): Promise<void>;
}

type Given = Pick<Services, 'session' | 'step' | 'indexer' | 'emit' | 'isOpen' | 'intakes' | 'jobs'>;

export function createBackgroundReading(services: Given): BackgroundReading {
  let process: ReaderProcess | undefined;
  let abort = new AbortController();
  let current: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let again = false;
  let step = Promise.withResolvers<void>();

  /** Wakes who waits for the end of it, to look whether this was the end. */
  function tell(): void {
    step.resolve();
    step = Promise.withResolvers<void>();
  }

  async function work(signal: AbortSignal): Promise<void> {
    do {
      again = false;
      await services.indexer.upToDate();
      while (!signal.aborted) {
        await standStill(signal);
        const unread =
          (await services.step(nextUnread, 'waiting')) ?? (await services.step(nextUnread, 'scanned'));
        if (unread === null) break;
        const began = performance.now();
        await readOne(unread, signal);
        if (services.intakes.running) await rest((performance.now() - began) * restWhileAttaching, signal);
        services.emit({ name: 'read', case: unread.case, exhibit: unread.exhibit });
        tell();
      }
    } while (again && !signal.aborted);
  }

  /** A bundle that is exported wants the processors and the memory: reading stands still, and its process gives back what it has. */
  async function standStill(signal: AbortSignal): Promise<void> {
    if (!services.jobs.running) return;
    process?.close();
    while (services.jobs.running && !signal.aborted) await rest(lookAgainMs, signal);
  }

  async function rest(ms: number, signal: AbortSignal): Promise<void> {
    // Called off is no failure: whoever called asks the signal.
    await setTimeout(Math.min(ms, longestRestMs), undefined, { signal, ref: false }).catch(() => {});
  }

  async function readOne(unread: Unread, signal: AbortSignal): Promise<void> {
    const pages: TextPage[] = [];
    let length = 0;
    const take = (page: TextPage): void => {
      length += page.text.length;
      if (length <= mostText) pages.push(page);
    };
    const outcome = await run(unread, take, signal);
    if (signal.aborted) return;
    await keep(unread, pages, outcome, length > mostText);
  }

  async function run(
    unread: Unread,
    take: (page: TextPage) => void,
    signal: AbortSignal,
  ): Promise<ReaderOutcome> {
    const { name, type, blob, scans } = unread;
    process ??= createReaderProcess({ background: true });
    try {
      const content = await services.session().blobs.open(blob);
      try {
        const what = scans.length > 0 ? ({ do: 'ocr', pages: scans } as const) : ({ do: 'read' } as const);
        return await process.run({ what, name, type, content }, take, signal);
      } finally {
        await content.close();
      }
    } catch (error) {
      const lost = error instanceof CustodiaError && ['blob.missing', 'blob.damaged'].includes(error.code);
      if (lost) return { kind: 'refused', reason: error.code === 'blob.missing' ? 'missing' : 'damaged' };
      throw error;
    }
  }

  async function keep(
    { exhibit, case: caseId, scans }: Unread,
    pages: readonly TextPage[],
    outcome: ReaderOutcome,
    cut: boolean,
  ): Promise<void> {
    const at = new Date().toISOString();
    if (outcome.kind === 'ended' && scans.length > 0) {
      await services.step(keepScans, { exhibit, case: caseId, pages, looked: scans.length, at });
    } else if (outcome.kind === 'ended') {
      const reason = cut ? 'tooLarge' : outcome.ending.reason;
      await services.step(keepText, { exhibit, case: caseId, pages, ...outcome.ending, reason, at });
    } else if (outcome.kind === 'refused' && pages.length > 0 && scans.length === 0) {
      // What was read before it failed is worth having.
      const nothing = { metadata: { items: [], summary: {} }, scans: [], hasText: true };
      await services.step(keepText, { exhibit, case: caseId, pages, ...nothing, reason: outcome.reason, at });
    } else {
      const reason = outcome.kind === 'refused' ? outcome.reason : 'damaged';
      await services.step(keepFailure, { exhibit, reason, at });
    }
  }

  function start(): void {
    again = true;
    if (current !== null || !services.isOpen) return;
    const { signal } = abort;
    current = work(signal)
      .catch((error: unknown) => {
        // The vault was locked meanwhile: the rest is read another time.
        const locked =
          error instanceof CustodiaError && ['vault.locked', 'call.cancelled'].includes(error.code);
        if (!signal.aborted && !locked) reportDefect(error);
      })
      .finally(() => {
        current = null;
        tell();
      });
  }

  return {
    wake: () => {
      timer ??= globalThis.setTimeout(() => {
        timer = undefined;
        start();
      }, restMs);
      timer.unref();
    },
    settled: async (scans) => {
      start();
      while (services.isOpen) {
        const ended = step.promise;
        await services.indexer.upToDate();
        if ((await services.step(leftUnread, scans)) === 0 || current === null) return;
        await ended;
      }
    },
    interrupt: async () => {
      clearTimeout(timer);
      timer = undefined;
      abort.abort();
      process?.close();
      process = undefined;
      await current;
      abort = new AbortController();
    },
  };
}
