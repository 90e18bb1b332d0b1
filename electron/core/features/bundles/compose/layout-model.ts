import type { CourtProfile } from './profile.ts';

/** What is known of an item before anything is drawn. */
export interface MeasuredItem {
  readonly section: number;
  /** The version it was added with, after numbers had been given out. */
  readonly late: number | null;
  /** Pages that its divider takes, and pages of its own. */
  readonly divider: number;
  readonly pages: number;
  /** About how many bytes its pages take. */
  readonly bytes: number;
}

/** One printed side and what is on it. */
export type Leaf =
  | { readonly kind: 'cover' | 'blank' }
  | { readonly kind: 'certificate'; readonly page: number }
  | { readonly kind: 'index'; readonly index: number; readonly page: number }
  | { readonly kind: 'section'; readonly section: number }
  | { readonly kind: 'divider' | 'content'; readonly item: number; readonly page: number };

/** A row of an index: a section's title, or an item and where it stands. */
export type Row =
  | { readonly kind: 'section'; readonly section: number }
  | {
      readonly kind: 'item';
      readonly item: number;
      readonly volume: number;
      /** Leaves of that volume. */
      readonly first: number;
      readonly last: number;
      /** Not its beginning: an item larger than a volume goes on in the next. */
      readonly continued: boolean;
    };

export interface Volume {
  readonly leaves: readonly Leaf[];
  /** As printed on each leaf. */
  readonly labels: readonly string[];
  /** The front's index, and that of late additions where these come at the end. */
  readonly indexes: readonly (readonly Row[])[];
  /** The version of a supplement; null for the bundle itself. */
  readonly supplement: number | null;
  /** Over a limit of the court because one page or what was added later takes more. */
  readonly over: boolean;
}

export interface LayoutRules {
  readonly numbering: CourtProfile['numbering'];
  readonly limits: { readonly pages: number | null; readonly sheets: number | null; readonly bytes: number };
  readonly rowsPerPage: number;
  /** Pages of the certificate's list, behind the index, without what was added late and with it. */
  readonly certified?: { readonly own: number; readonly all: number };
  /** Whether each section has a page of its own and a row in the index. */
  readonly sections: boolean;
  readonly verso: string;
}
