import { foot, margin } from '../../../paper/sheet.ts';

/** The grid of an index page, in points. */
export const rowHeight = 19;
export const firstRow = margin + 74;

/** How many rows one page of the index has. */
export function rowsPerPage(paper: { readonly height: number }): number {
  return Math.floor((paper.height - firstRow - foot - 8) / rowHeight);
}

/** Where a row of an index page stands, in points from the top. */
export function rowTop(at: number): number {
  return firstRow + at * rowHeight;
}
