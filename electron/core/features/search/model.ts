/** `page`: text inside an exhibit. `speech`: what is said in a recorded testimony. `entry`: a line of the log. */
export const hitKinds = ['case', 'person', 'exhibit', 'page', 'speech', 'entry', 'asset'] as const;
export type HitKind = (typeof hitKinds)[number];

/** Kinds and days as the index keeps them. */
export function kindNumber(kind: HitKind): number {
  return hitKinds.indexOf(kind);
}

/** yyyy-MM-dd as a number, 0 for none. */
export function dayNumber(day: string): number {
  return Number(day.slice(0, 10).replaceAll('-', '')) || 0;
}

/** What has a name of its own; the rest are texts in which the words stand. */
export const namedKinds = ['case', 'person', 'exhibit', 'asset'] as const satisfies readonly HitKind[];

export function isNamed(kind: HitKind): boolean {
  return (namedKinds as readonly HitKind[]).includes(kind);
}

/** A piece of text around what was found. */
export interface ContextPiece {
  readonly text: string;
  readonly found: boolean;
}

/** Something that a text was found in. */
export interface Hit {
  readonly kind: HitKind;
  readonly case: string;
  /** The case's printed number. */
  readonly caseNumber: string;
  /** The case, person, exhibit or asset; of a line of the log what it is about. */
  readonly id: string;
  /** The exhibit's, asset's or case's number; a person's role. */
  readonly number: string;
  readonly label: string;
  /** Inside an exhibit: which page, from 0; in a recording the second. Null elsewhere. */
  readonly page: number | null;
  /** What that part is called where it has a name: a sheet, a message. */
  readonly part: string;
  /** yyyy-MM-dd of what was found, or empty. */
  readonly day: string;
  readonly context: readonly ContextPiece[];
}

export interface SearchInput {
  readonly text: string;
  readonly limit: number;
  readonly kinds?: readonly HitKind[] | undefined;
  readonly case?: string | undefined;
  /** Only what is linked to this person. */
  readonly person?: string | undefined;
  /** yyyy-MM-dd, both inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface SearchResult {
  readonly hits: readonly Hit[];
  /** How many of each kind, counted up to `countedTo` together. */
  readonly counts: Readonly<Record<HitKind, number>>;
  /** True where there are more than were counted. */
  readonly more: boolean;
}
