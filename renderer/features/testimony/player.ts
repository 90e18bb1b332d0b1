/** The recording beside which a transcript stands. Seconds. */
export interface Player {
  /** Where it is, told a few times a second. */
  readonly time: number;
  /** Where it is at this very moment. */
  readonly now: () => number;
  readonly seek: (to: number) => void;
  /** Plays or halts. */
  readonly toggle: () => void;
}
