import { margin } from '../../../paper/sheet.ts';
import { rowHeight, rowsPerPage, rowTop } from './index-size.ts';
import type { Volume } from './layout-model.ts';
import type { Layout } from './model.ts';
import { backLink } from './stamp.ts';
import type { Link } from './tree.ts';

interface Linked {
  readonly links: Link[];
  /** On which leaf the row stands that lists a leaf's exhibit; null for pages that no index lists. */
  rowOf(leaf: number): number | null;
}

/** Every row of an index leads to its exhibit, in another volume to that volume's file; every page leads back to its row. */
export function linksOf(
  volume: Volume,
  layout: Layout,
  at: number,
  paper: { readonly width: number; readonly height: number },
): Linked {
  const links: Link[] = [];
  const rowOf = new Map<number, { leaf: number; y: number }>();
  const most = rowsPerPage(paper);
  const width = paper.width;
  volume.indexes.forEach((rows, index) => {
    const first = volume.leaves.findIndex((leaf) => leaf.kind === 'index' && leaf.index === index);
    rows.forEach((row, position) => {
      if (row.kind !== 'item') return;
      const on = first + Math.floor(position / most);
      const y = paper.height - rowTop(position % most);
      const rect = [margin, y - rowHeight, width - margin, y] as const;
      if (row.volume !== at) {
        const path = layout.files[row.volume]?.path ?? '';
        links.push({ on, rect, to: { file: path.slice(path.lastIndexOf('/') + 1), page: row.first } });
        return;
      }
      links.push({ on, rect, to: { page: row.first } });
      for (let leaf = row.first; leaf <= row.last; leaf += 1) rowOf.set(leaf, { leaf: on, y });
    });
  });
  for (const [on, row] of rowOf)
    links.push({
      on,
      rect: [backLink.left, 0, width / 2, backLink.height],
      to: { page: row.leaf, y: row.y + 40 },
    });
  return { links, rowOf: (leaf) => rowOf.get(leaf)?.leaf ?? null };
}
