import type { ReactNode } from 'react';

export interface Column<T> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  /** A track of a CSS grid: `9rem`, `minmax(12rem, 2fr)`. */
  readonly width: string;
  readonly align?: 'start' | 'end' | 'center';
  /** What to sort by; `true` where the core sorts (`onSort` is given). Without it the column does not sort. */
  readonly sort?: true | ((row: T) => string | number);
}

export interface Sort {
  readonly id: string;
  readonly descending: boolean;
}

export interface VirtualTableProps<T> {
  /** What the table lists, for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<T>[];
  /** `undefined` where a row is not loaded yet: it is drawn as a placeholder. */
  readonly rows: readonly (T | undefined)[];
  readonly rowKey: (row: T) => string;
  readonly sort?: Sort;
  /** With it the core sorts: rows are shown in the order given. */
  readonly onSort?: (sort: Sort) => void;
  /** Click or Enter. */
  readonly onOpen?: (row: T) => void;
  /** Key of the row that is open beside the table. */
  readonly selected?: string | undefined;
  /** With both, every row has a box to mark it; Space marks, Ctrl+A marks all that are loaded. */
  readonly marked?: ReadonlySet<string>;
  readonly onMark?: (marked: ReadonlySet<string>) => void;
  /** The rows in sight, for loading them. */
  readonly onRange?: (first: number, last: number) => void;
  /** What the list answers to; when it changes the list is another one and is shown from its beginning. */
  readonly of?: string;
  readonly empty?: ReactNode;
  /** Pixels at 100 %. */
  readonly rowHeight?: number;
}
