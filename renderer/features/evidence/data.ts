import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Output } from '../../../electron/core/api/contract.ts';
import type { ExhibitListInput, ExhibitRow } from '../../../electron/core/features/evidence/model.ts';
import { call, useCore } from '../../app/core.ts';

const pageSize = 200;

export type ExhibitSearch = Pick<
  ExhibitListInput,
  'text' | 'viewer' | 'kind' | 'collection' | 'inside' | 'tree' | 'sort' | 'descending'
>;

export const plainOrder: ExhibitSearch = { sort: 'number', descending: false };

/** By number, and where nothing is looked for, what is inside another stands under it. */
export function asTree(search: ExhibitSearch): ExhibitSearch {
  return isLooking(search) ? search : { ...search, tree: true };
}

/** Whether something of the list is looked for, and not all of it shown. */
export function isLooking({ text, viewer, kind, collection }: ExhibitSearch): boolean {
  return (text ?? '').trim() !== '' || viewer !== undefined || kind !== undefined || collection !== undefined;
}

/** The exhibits of a case as they were at `asOf`, page by page as the list is scrolled. */
export function useExhibits(caseId: string, search: ExhibitSearch, asOf: string | undefined) {
  const input = { case: caseId, ...search, asOf, limit: pageSize };
  const query = useInfiniteQuery({
    queryKey: ['evidence.list', 'pages', input],
    queryFn: ({ pageParam: offset }) => call('evidence.list', { ...input, offset }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const fetched = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length > 0 && fetched < last.total ? fetched : undefined;
    },
    placeholderData: (previous) => previous,
  });
  const pages: readonly Output<'evidence.list'>[] = query.data?.pages ?? [];
  return {
    query,
    rows: pages.flatMap((page) => page.rows),
    total: pages[0]?.total ?? 0,
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) query.fetchNextPage();
    },
  };
}

/** Every exhibit of a case, in its numbers' order: for choosing what goes into a bundle. */
export function useAllExhibits(caseId: string) {
  return useQuery({
    queryKey: ['evidence.list', 'all', caseId],
    queryFn: () => allExhibits(caseId),
  });
}

async function allExhibits(caseId: string): Promise<readonly ExhibitRow[]> {
  const rows: ExhibitRow[] = [];
  for (;;) {
    const page = await call('evidence.list', {
      case: caseId,
      ...plainOrder,
      offset: rows.length,
      limit: pageSize,
    });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

/** One exhibit with its fields and its custody. */
export function useExhibit(caseId: string, exhibit: string, asOf: string | undefined) {
  return useCore('evidence.show', { case: caseId, exhibit, asOf }, { keepPrevious: false });
}
