import type { Procedures, Step } from '../api/procedure.ts';
import type { Kind } from '../journal/kind.ts';
import type { Views } from '../journal/views.ts';

/** A register: the entries it writes, the views it derives from them, and what may be called. */
export interface Feature {
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly views: Views;
  readonly procedures: Procedures;
  /** Steps of tasks that run on the database threads. */
  readonly steps: readonly Step<never, unknown>[];
}
