import { foot, margin } from '../../../paper/sheet.ts';
import type { BundlePlan } from './model.ts';

/** The grid of the certificate's list, in points. */
export const rowHeight = 37;
export const firstRow = margin + 62;

const rowsPerPage = ({ height }: { readonly height: number }): number =>
  Math.floor((height - firstRow - foot - 8) / rowHeight);

/**
 * The exhibits that the certificate lists, by their place in the plan, each once. What was added late stands behind
 * the others where late pages get numbers of their own; elsewhere its divider alone certifies it.
 */
export function certified({ exhibits, profile }: Pick<BundlePlan, 'exhibits' | 'profile'>): number[] {
  const seen = new Set<string>();
  const once = [...exhibits.keys()].filter((at) => {
    const { number = '' } = exhibits[at] ?? {};
    return !seen.has(number) && seen.add(number);
  });
  const late = (at: number): boolean => exhibits[at]?.late !== null;
  return [
    ...once.filter((at) => !late(at)),
    ...(profile.numbering.late === 'suffix' ? once.filter(late) : []),
  ];
}

/** How many pages the certificate's list has without what was added late, and with it. */
export function certifiedPages(
  plan: Pick<BundlePlan, 'exhibits' | 'profile'>,
  paper: { readonly height: number },
): { readonly own: number; readonly all: number } {
  const listed = certified(plan);
  const pages = (rows: number): number => Math.ceil(rows / rowsPerPage(paper));
  return {
    own: pages(listed.filter((at) => plan.exhibits[at]?.late === null).length),
    all: pages(listed.length),
  };
}

/** The rows of one page of the list, from 0 on. */
export function certifiedOn(
  plan: Pick<BundlePlan, 'exhibits' | 'profile'>,
  paper: { readonly height: number },
  page: number,
): number[] {
  const most = rowsPerPage(paper);
  return certified(plan).slice(page * most, (page + 1) * most);
}
