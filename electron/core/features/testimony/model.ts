import type { FieldVersion } from '../../journal/model.ts';

/** How a testimony was taken: as anticipated evidence, in a Gesell chamber, or as a statement. */
export type TestimonyForm = 'anticipated' | 'gesell' | 'statement';

/** What was said from one moment to another, in seconds. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly speaker: string;
  readonly text: string;
}

export interface TestimonyFacts {
  /** A person of the case, under the name of the file: the true one stays in its envelope. */
  readonly person: string;
  readonly form: TestimonyForm;
  /** ISO with offset. */
  readonly when: string;
  readonly place: string;
  readonly interviewer: string;
  readonly present: string;
  readonly language: string;
  readonly conditions: string;
}

export interface Testimony {
  /** Null for a recording that was not declared a testimony. */
  readonly facts: (TestimonyFacts & { readonly personName: string }) | null;
  readonly segments: readonly Segment[];
  /** The entries that a new transcript must say it saw; more than one is a conflict, and all are in `versions`. */
  readonly saw: readonly string[];
  readonly versions: readonly FieldVersion[];
}
