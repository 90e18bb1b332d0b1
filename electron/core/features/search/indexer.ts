import type { Services } from '../../api/services.ts';
import { catchUpStep } from './steps.ts';

/** Keeps the index at the journal's head. */
export interface Indexer {
  /** Resolves when everything written until now can be found. */
  upToDate(): Promise<void>;
}

export function createIndexer(services: Pick<Services, 'step'>): Indexer {
  let current: Promise<void> | null = null;
  let again = false;

  async function work(): Promise<void> {
    do {
      again = false;
      while (await services.step(catchUpStep, null));
    } while (again);
  }

  return {
    upToDate: () => {
      again = current !== null;
      current ??= work().finally(() => {
        current = null;
      });
      return current;
    },
  };
}
