import type { Types } from '../../../../paper/fonts.ts';
import { inner, type Pages } from '../../../../paper/pages.ts';
import { foot, margin } from '../../../../paper/sheet.ts';
import { wrap } from '../../../../paper/text.ts';

interface Table {
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
  /** The first column names the second: facts, not rows. */
  readonly firstMuted: boolean;
}

const size = 9;
const line = 11.6;
const gap = 8;

/** A table whose head is repeated on every page; a row is broken only where it is longer than a page. */
export function drawTable(pages: Pages, types: Types, table: Table): void {
  const { flow } = pages;
  const all = table.widths.reduce((sum, width) => sum + width, 0);
  const columns = table.widths.map((width) => (width / all) * inner);
  const broken = (cells: readonly string[], face: 'sans' | 'bold'): string[][] =>
    cells.map((cell, at) => wrap(cell, types[face], size, (columns[at] ?? inner) - gap));

  const write = (cells: readonly (readonly string[])[], face: 'sans' | 'bold'): void => {
    let x = margin;
    cells.forEach((texts, column) => {
      const muted = table.firstMuted && column === 0;
      texts.forEach((text, index) => {
        const colour = muted || face === 'bold' ? 'muted' : 'text';
        flow.sheet.text(x, flow.y + 11 + index * line, text, { face, size, colour });
      });
      x += columns[column] ?? 0;
    });
    flow.y += tallest(cells) * line + 5;
    flow.sheet.rule(margin, flow.y, inner, face === 'bold' ? 'ink' : 'line', 0.6);
  };
  const head = (): void => {
    if (table.heads.length > 0) write(broken(table.heads, 'bold'), 'bold');
  };

  pages.room(52);
  head();
  for (const row of table.rows) {
    let rest: readonly (readonly string[])[] = broken(row, 'sans');
    do {
      const before = pages.sheets.length;
      const most = Math.floor((flow.sheet.height - foot - margin - 80) / line);
      const part = rest.map((texts) => texts.slice(0, most));
      rest = rest.map((texts) => texts.slice(most));
      pages.room(tallest(part) * line + 8);
      if (pages.sheets.length > before) head();
      write(part, 'sans');
    } while (tallest(rest) > 0);
  }
  flow.y += 6;
}

function tallest(cells: readonly (readonly string[])[]): number {
  return Math.max(0, ...cells.map((texts) => texts.length));
}
