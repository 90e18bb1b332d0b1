/** What goes into a call and what comes out of it. */
export interface Method<I, O> {
  readonly input: I;
  readonly output: O;
}
export type Nothing = Readonly<Record<string, never>>;
export interface InCase {
  readonly case: string;
}
export interface InCaseAsOf extends InCase {
  /** ISO moment: the file as it stood then. */
  readonly asOf?: string | undefined;
}
export interface OfExhibit extends InCase {
  readonly exhibit: string;
}
export interface Page<T> {
  readonly total: number;
  readonly rows: readonly T[];
}
