import { createHash } from 'node:crypto';
import type { Redaction } from '../../marking/index.ts';
import type { ReadingState } from '../../reading/model.ts';
import type { Looked, ProtectedTerm } from './model.ts';

/**
 * What was found in exhibits' contents, by all that it depends on: the content, the terms, what is marked. It lives as long as
 * the vault is open, in memory only, and holds no term.
 */
export type SurveyMemory = Map<string, Looked>;

/** So many are remembered; when there are more, the oldest are forgotten. */
const mostRemembered = 20_000;

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
  const text = JSON.stringify([sha256, size, type, name, state, terms, marked]);
  return createHash('sha256').update(text).digest('base64');
}

/** Keeps what was found. What could not be looked at may be looked at the next time. */
export function remember(memory: SurveyMemory, key: string | null, looked: Looked): void {
  if (key === null || looked.unchecked !== null) return;
  memory.delete(key);
  memory.set(key, looked);
  for (const oldest of memory.keys()) {
    if (memory.size <= mostRemembered) return;
    memory.delete(oldest);
  }
}
