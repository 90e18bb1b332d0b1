import type { ErrorBody } from './errors.ts';

/** Long work that a person watches: an export, a verification, a backup. */
export interface JobState {
  readonly id: string;
  readonly kind: 'bundle' | 'verification' | 'backup' | 'list';
  readonly case?: string;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly result?: unknown;
  readonly error?: ErrorBody;
}
