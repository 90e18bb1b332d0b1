export interface DisclosureOrder {
  readonly authority: string;
  readonly number: string;
  readonly day: string;
}

/** What is done with one entry of the log. */
export interface Disclosed {
  readonly log: string;
  readonly how: 'whole' | 'redacted' | 'withheld';
  /** Words blacked out, here and wherever else they stand: a name that is black on one page and plain on the next is not hidden. */
  readonly words?: readonly string[] | undefined;
  /** Fields blacked out whole. */
  readonly fields?: readonly ('place' | 'contact' | 'text' | 'persons' | 'riskNote')[] | undefined;
  readonly reason?: string | undefined;
  /** By whose order it is kept back. */
  readonly order?: DisclosureOrder | undefined;
}

export interface DisclosureInput {
  readonly operation: string;
  /** For whom: the court, the defence. */
  readonly recipient: string;
  readonly order: DisclosureOrder;
  /** Every entry of the log, decided one by one; one that is not named is refused. */
  readonly entries: readonly Disclosed[];
  readonly language?: 'es' | 'en' | undefined;
  readonly folder?: string | undefined;
}

export interface DisclosureRow {
  readonly id: string;
  readonly recipient: string;
  readonly order: DisclosureOrder;
  readonly shown: number;
  readonly redacted: number;
  readonly withheld: number;
  readonly sha256: string;
  readonly at: string;
  readonly author: string;
}

export interface WrittenFile {
  readonly path: string;
  readonly name: string;
  readonly pages: number;
}
