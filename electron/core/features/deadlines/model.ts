/** A day by which something must be done, as lists show it. Days are `yyyy-MM-dd`. */
export interface DeadlineRow {
  readonly id: string;
  readonly case: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  /** The undercover operation that it belongs to, and only its members see; then the title is the operation's name. */
  readonly operation: string | null;
  /** What must be done: a key of the texts under `deadlines:what`; `own` where a person wrote it. */
  readonly what: string;
  /** The asset's number, the person's own words. Never a true name that lies in an envelope. */
  readonly label: string;
  readonly due: string;
  /** From this day on it is warned of. */
  readonly warnFrom: string;
  /** The term of the jurisdiction pack that it was counted by, or null. */
  readonly term: string | null;
  /** Negative where the day has passed. */
  readonly daysLeft: number;
  readonly state: 'overdue' | 'soon' | 'later';
}

/** A due day counted by a term of the law, as it goes into the entry of what set it. */
export interface Due {
  readonly due: string;
  readonly warnFrom: string;
  readonly term: string;
}

export const settlements = ['met', 'dropped'] as const;
export type Settlement = (typeof settlements)[number];
