import { CustodiaError } from '../../api/errors.ts';

/** Where long work stops while it is paused. */
export interface Gate {
  pause(): void;
  resume(): void;
  readonly paused: boolean;
  /** Returns at once, or when work may go on; `call.cancelled` where it was called off, also while it waits. */
  pass(signal: AbortSignal | undefined): Promise<void>;
}

export function createGate(): Gate {
  let paused = false;
  let waiting: (() => void)[] = [];

  function release(): void {
    for (const go of waiting) go();
    waiting = [];
  }
  return {
    pause() {
      paused = true;
    },
    resume() {
      paused = false;
      release();
    },
    get paused() {
      return paused;
    },
    async pass(signal) {
      while (paused && signal?.aborted !== true) {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          signal?.addEventListener('abort', () => resolve(), { once: true });
        });
      }
      refuseCancelled(signal);
    },
  };
}

/** Throws `call.cancelled` where the work was called off. */
export function refuseCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new CustodiaError('call.cancelled');
}
