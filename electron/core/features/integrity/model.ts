export type Damage = 'missing' | 'damaged' | 'hash differs' | 'unreadable';

export interface DamagedExhibit {
  readonly case: string;
  readonly caseNumber: string;
  readonly exhibit: string;
  readonly number: string;
  readonly name: string;
  readonly what: Damage;
  /** When it was found. */
  readonly at: string;
}

/** Where the checking of all exhibits stands. */
export interface IntegrityReport {
  readonly running: boolean;
  readonly total: number;
  /** Checked within the last thirty days. */
  readonly checked: number;
  /** The check that lies longest back, or empty where some exhibit was never checked. */
  readonly oldest: string;
  /** In all cases, and those of the person's teams by name. */
  readonly damagedCount: number;
  readonly damaged: readonly DamagedExhibit[];
}
