import type { ListFormat } from '../model.ts';

/** A list that is written, already in words. */
export interface ListPlan {
  readonly format: ListFormat;
  /** What the sheet is called. */
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Places of the columns that hold exact decimals, with the currency's decimals known from their text. */
  readonly amounts: readonly number[];
  /** What parts the cells of a CSV file. */
  readonly delimiter: ',' | ';';
}

export interface WrittenList {
  readonly bytes: Uint8Array;
}
