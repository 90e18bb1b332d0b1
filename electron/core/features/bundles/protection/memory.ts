import type { Redaction } from '../../marking/index.ts';
import type { ReadingState } from '../../reading/model.ts';
import { hashedKey, keepNewest } from '../remembered.ts';
import type { Looked, ProtectedTerm } from './model.ts';

/**
 * What was found in exhibits' contents, by all that it depends on: the content, the terms, what is marked. It lives as long as
 * the vault is open, in memory only, and holds no term.
 */
export type SurveyMemory = Map<string, Looked>;

/** By what a finding is known again. */
export interface LookedBy {
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
  readonly name: string;
  readonly state: ReadingState;
  readonly terms: readonly ProtectedTerm[];
  readonly marked: readonly Redaction[];
}

/** While a file is still being read more may be found in it, and what is said in a recording is written down apart from it. */
export function keyOf({ sha256, size, type, name, state, terms, marked }: LookedBy): string | null {
  const isSettled = state === 'read' || state === 'none';
  if (!isSettled || sha256 === '' || /^(audio|video)\//.test(type)) return null;
  return hashedKey([sha256, size, type, name, state, terms, marked]);
}

/** Keeps what was found. What could not be looked at may be looked at the next time. */
export function remember(memory: SurveyMemory, key: string | null, looked: Looked): void {
  if (key !== null && looked.unchecked === null) keepNewest(memory, key, looked);
}
