export const hashOutcomes = ['matches', 'differs', 'unknown', 'unreadable'] as const;
export type HashOutcome = (typeof hashOutcomes)[number];

/** Why a row cannot be read, or what else is to be said of it. */
export type HashRowNote =
  | 'broken'
  | 'noHash'
  | 'badHash'
  | 'badSize'
  | 'sizeDiffers'
  | 'ambiguous'
  | 'notRead';

/** What comes of one row of a hash list. */
export interface HashRow {
  readonly row: number;
  readonly name: string;
  readonly outcome: HashOutcome;
  /** The exhibit that it matches, or that has its name. */
  readonly exhibit?: string;
  readonly number?: string;
  readonly note?: HashRowNote;
}

/** What comes of a whole list: shown before anything is written. */
export interface HashListOutcome {
  readonly name: string;
  /** SHA-256 of the list itself. */
  readonly sha256: string;
  readonly counts: Readonly<Record<HashOutcome, number>>;
  readonly rows: readonly HashRow[];
  /** Whether the outcome was written into the journal. */
  readonly written: boolean;
}

export interface HashListInput {
  readonly case: string;
  /** Handle of the chosen file. */
  readonly file: string;
  /** Writes the outcome that was shown: only where the list is still the one with this SHA-256. */
  readonly write?: { readonly sha256: string } | undefined;
}
