import type { Json } from '../../journal/canonical.ts';

/** One journal entry as a person reads it. `details` is the body with ciphertexts left out. */
export interface TimelineEntry {
  readonly id: string;
  readonly seq: number;
  readonly feed: string;
  /** ISO, from the hybrid clock. */
  readonly at: string;
  /** The computer's own clock at that moment. */
  readonly wall: string;
  readonly author: string;
  readonly kind: string;
  /** What it is about, as shown: an exhibit's number, a person's name, a field. */
  readonly subject: string;
  readonly details: Readonly<Record<string, Json>>;
}

export interface TimelinePage {
  readonly entries: readonly TimelineEntry[];
  /** Pass as `before` for the next page; null at the end. */
  readonly next: string | null;
}

export interface CheckpointInfo {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly text: string;
}
