/** A condition of the law as it stands: met, not met, or not yet to be told. */
export interface Condition {
  /** Id in the pack's `operation-conditions.json`. */
  readonly id: string;
  readonly met: boolean;
  /** What it is about where it is one of several: a code name, a ruling's number. */
  readonly label: string;
  /** Whose warning it is: `missing` nothing is there; `against` what is there speaks against it. */
  readonly how: 'there' | 'missing' | 'against';
}

export const irregularityKinds = [
  'outsideTime',
  'notAssigned',
  'assignmentOver',
  'placeOutside',
  'personOutside',
  'techniqueOutside',
  'overspent',
  'countDiffers',
  'afterEnd',
  'excess',
  'declared',
] as const;
export type IrregularityKind = (typeof irregularityKinds)[number];

/** What was outside scope, time or account and happened anyway. It can be explained beside, never taken away. */
export interface IrregularityRow {
  readonly id: string;
  readonly kind: IrregularityKind;
  /** What it came with. */
  readonly of: 'log' | 'money' | 'count' | 'declared';
  /** The log entry, movement or count. */
  readonly subject: string;
  readonly codeName: string;
  readonly when: string;
  /** What exactly: a place, a technique, an amount. */
  readonly what: string;
  /** Why it was written down anyway, in the words of who did. */
  readonly why: string;
  readonly writtenAt: string;
  readonly author: string;
}

export interface IrregularityInput {
  readonly operation: string;
  readonly kind: 'excess' | 'declared';
  readonly agent?: string | undefined;
  readonly when: string;
  readonly what: string;
  readonly why: string;
}
