import type { IntakeState } from '../features/evidence/model.ts';
import type { Contract } from './contract.ts';
import type { ErrorBody } from './errors.ts';
import type { JobState } from './jobs.ts';

export type Reply<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorBody };

/** What the core tells without being asked. `changed` names the case whose views changed, if one did. */
export type CoreEvent =
  | { readonly name: 'locked' }
  | { readonly name: 'changed'; readonly case?: string }
  /** An exhibit's text and metadata were read, or more of them. */
  | { readonly name: 'read'; readonly case: string; readonly exhibit: string }
  /** A check-in of an undercover agent did not come. It says nothing of whose: who may know asks `operations.alarms`. */
  | { readonly name: 'checkInLate' }
  /** How far the reading for a bundle's preview has come, in exhibits. */
  | { readonly name: 'preview'; readonly case: string; readonly done: number; readonly total: number }
  | { readonly name: 'intake'; readonly intake: IntakeState }
  | { readonly name: 'job'; readonly job: JobState };

/** A file that the person picked or dropped. The path stays with the core; the handle works once. */
export interface OfferedFile {
  readonly handle: string;
  readonly name: string;
  readonly size: number;
}

/** A folder chosen as a destination. `label` may be shown. */
export interface OfferedFolder {
  readonly handle: string;
  readonly label: string;
}

/** All that a page may do with the world outside it: `window.custodia`. */
export interface Bridge {
  readonly shell: {
    readonly kind: 'electron' | 'browser';
    readonly platform: string;
    readonly version: string;
  };
  call<M extends keyof Contract>(
    method: M,
    input: Contract[M]['input'],
  ): Promise<Reply<Contract[M]['output']>>;
  onEvent(listener: (event: CoreEvent) => void): () => void;
  claim(files: readonly unknown[]): Promise<OfferedFile[]>;
  chooseFolder(): Promise<OfferedFolder | null>;
}
