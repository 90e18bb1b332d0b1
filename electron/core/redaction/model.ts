/** A rectangle of a page as it is displayed, in fractions of its width and height from the top left: 0 to 1. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Area {
  /** From 0 on. */
  readonly page: number;
  readonly rects: readonly Rect[];
}

/** A word or words, wherever they stand. Case and accents do not matter. */
export interface Term {
  readonly text: string;
  readonly wholeWord: boolean;
  /** A number: only its digits count, however they are set apart, and no other digit stands beside them. */
  readonly digits?: boolean | undefined;
  /** What a text says in its place; without it each letter is a block. */
  readonly instead?: string | undefined;
}

/** What is taken out of one file's copy. */
export interface RedactionOrder {
  readonly areas: readonly Area[];
  readonly terms: readonly Term[];
}

/** Where a term stands in a file. Pages from 0 on; a text has the one page. */
export interface TermPlaces {
  readonly total: number;
  readonly pages: readonly { readonly page: number; readonly count: number }[];
  /** Pages on which no text can be read: a scan has none, and a term is not found there. */
  readonly unread: readonly number[];
}
