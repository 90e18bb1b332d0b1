import type { OutFile } from '../files.ts';

/** How much may be written before it is sent to the disk. */
const defaultInterval = 64 * 1024 * 1024;

/** Sends what is written to the disk while more is coming, so that the sync at the end finds little left to do. */
export interface Writeback {
  /** So many more bytes were written. */
  wrote(bytes: number): void;
  /** Returns when all is on the disk, or throws where any sync failed. */
  finish(): Promise<void>;
  /** Returns when no sync is under way: the file may be closed. Never throws. */
  idle(): Promise<void>;
}

/** A failed sync is kept until `finish`: the system reports it once, and a later sync would seem to succeed. */
export function createWriteback(file: OutFile, interval = defaultInterval): Writeback {
  let waiting = 0;
  let running: Promise<void> | undefined;
  let failure: { readonly error: unknown } | undefined;

  async function send(): Promise<void> {
    try {
      await file.sync();
    } catch (error) {
      failure ??= { error };
    }
    running = undefined;
  }

  return {
    wrote(bytes) {
      waiting += bytes;
      if (waiting < interval || running !== undefined) return;
      waiting = 0;
      running = send();
    },
    async finish() {
      await running;
      if (failure !== undefined) throw failure.error;
      await file.sync();
    },
    async idle() {
      await running;
    },
  };
}
