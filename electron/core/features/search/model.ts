/** Something that a text was found in. */
export interface Hit {
  readonly kind: 'case' | 'person' | 'exhibit';
  readonly case: string;
  /** The case's printed number. */
  readonly caseNumber: string;
  readonly id: string;
  /** The exhibit's or case's number; a person's role. */
  readonly number: string;
  readonly label: string;
}
