import type { Printing } from './divider.ts';
import type { Leaf, Volume } from './layout-model.ts';
import type { Mark } from './tree.ts';

interface Growing {
  readonly title: string;
  readonly page: number;
  readonly below: Growing[];
}

/** Cover, certificate, index; then each exhibit, below its section where there are sections. Each ends in its page's number. */
export function marksOf(printing: Printing, volume: Volume): Mark[] {
  const marks: Growing[] = [];
  let section: Growing | null = null;
  volume.leaves.forEach((leaf, page) => {
    const title = titleOf(printing, leaf, volume.leaves[page - 1]);
    if (title === null) return;
    const label = volume.labels[page] ?? '';
    const mark: Growing = { title: label === '' ? title : `${title} · ${label}`, page, below: [] };
    if (leaf.kind === 'section') section = mark;
    // What comes after an index at the end belongs to no section.
    if (leaf.kind === 'index') section = null;
    const within = 'item' in leaf && section !== null ? section.below : marks;
    within.push(mark);
  });
  return marks;
}

/** What a page is called among the bookmarks; null for one that none leads to. */
function titleOf({ words, plan }: Printing, leaf: Leaf, before: Leaf | undefined): string | null {
  switch (leaf.kind) {
    case 'cover':
      return words('cover.bookmark');
    case 'certificate':
      return leaf.page > 0 ? null : words('certificate.title');
    case 'index':
      if (leaf.page > 0) return null;
      return words(leaf.index === 0 ? 'index.title' : 'index.late');
    case 'section':
      return plan.sections[leaf.section] ?? '';
    case 'blank':
      return null;
    default: {
      if (before !== undefined && 'item' in before && before.item === leaf.item) return null;
      const exhibit = plan.exhibits[leaf.item];
      return `${exhibit?.number ?? ''} · ${exhibit?.title ?? ''}`;
    }
  }
}
