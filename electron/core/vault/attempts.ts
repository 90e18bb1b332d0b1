import { appendFileSync, rmSync, statSync } from 'node:fs';
import { asDiskError, systemCode } from '../api/errors.ts';

/**
 * Wrong passphrases slow the next attempt. The file holds one byte for each failure since the last success: its
 * length is the count, its time the last one; it says nothing of who tried what.
 */
const longestWait = 300;
const free = 3;

/** Seconds to wait after so many failures in a row: 0, 0, 0, 1, 2, 4, … at most five minutes. */
export function waitAfter(failures: number): number {
  return failures <= free ? 0 : Math.min(longestWait, 2 ** (failures - free - 1));
}

export function noteFailure(path: string): void {
  try {
    appendFileSync(path, '.', { mode: 0o600 });
  } catch (error) {
    throw asDiskError(error);
  }
}

export function clearFailures(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    throw asDiskError(error);
  }
}

/** Whole seconds until the next attempt is heard; 0 when it may be made now. */
export function waitSeconds(path: string, now: number): number {
  try {
    const { size, mtimeMs } = statSync(path);
    // A last failure in the future means that the clock was set back: the wait counts from now.
    const since = Math.max(0, now - mtimeMs);
    return Math.max(0, Math.ceil(waitAfter(size) - since / 1_000));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 0;
    throw error;
  }
}
