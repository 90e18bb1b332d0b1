/** Who has it: in custody, out to be brought back, given back for good, or destroyed. */
export type HoldingKind = 'held' | 'out' | 'released' | 'destroyed';

/** One span of the chain. The spans of an exhibit follow each other without a hole from its first event on. */
export interface Holding {
  readonly kind: HoldingKind;
  readonly holder: string;
  readonly place: string;
  /** ISO with offset; `until` is null for the last. */
  readonly from: string;
  readonly until: string | null;
  /** The entry that says so. */
  readonly entry: string;
  /** False where another entry contradicts it. */
  readonly certain: boolean;
}

export const anomalyKinds = [
  /** Nobody on record between its collection and its first reception. */
  'unrecorded',
  /** Given by somebody who did not have it by the chain. */
  'giver',
  /** Two accounts of who had it at the same time. */
  'overlap',
  /** Something happened to it after the end of custody. */
  'afterEnd',
  /** Written down after a later event, without contradicting it. */
  'order',
  /** Another seal than the one on record. */
  'seal',
  /** Written down more than a day after it happened. */
  'late',
] as const;
export type AnomalyKind = (typeof anomalyKinds)[number];

export interface Anomaly {
  readonly kind: AnomalyKind;
  /** The entry that shows it. */
  readonly entry: string;
  readonly from: string;
  readonly until: string;
  /** What the chain says, and what the entry says. */
  readonly expected?: string | undefined;
  readonly said?: string | undefined;
  /** What the person gave as the reason. */
  readonly why?: string | undefined;
}

export interface Chain {
  readonly holdings: readonly Holding[];
  readonly anomalies: readonly Anomaly[];
}

/** Who held an exhibit at a moment or through a span of time. */
export interface HolderAnswer {
  readonly from: string;
  readonly until: string;
  /** Whether the record answers the whole of it without contradiction. */
  readonly certain: boolean;
  /** In order; a span without `entry` is one for which nobody is on record. */
  readonly spans: readonly (Omit<Holding, 'kind' | 'entry' | 'until'> & {
    readonly kind: HoldingKind | 'nobody';
    readonly entry: string | null;
    readonly until: string;
  })[];
  /** What in the record speaks against it. */
  readonly anomalies: readonly Anomaly[];
}
