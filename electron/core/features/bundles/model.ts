export const audiences = ['court', 'defence', 'victim', 'public', 'internal'] as const;
export type Audience = (typeof audiences)[number];

/** What a bundle consists of, in its order. */
export interface Composition {
  /** Court profile, by id. */
  readonly profile: string;
  /** For whom: decides what is kept back. */
  readonly audience: Audience;
  /** The recipient's name for a watermark; empty for none. */
  readonly recipient: string;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly items: readonly Item[];
}

export interface Item {
  readonly id: string;
  readonly exhibit: string;
  /** Title in the index; empty: the exhibit's own name. */
  readonly title: string;
  /**
   * Added after pages were numbered and given out: gets inserted numbers (12A) or goes to a supplement, as the profile
   * allows. Number of the version it came with.
   */
  readonly late: number | null;
}
