import { useInfiniteQuery } from '@tanstack/react-query';
import type { TimelineEntry, TimelinePage } from '../../../electron/core/features/timeline/model.ts';
import { call } from '../../app/core.ts';
import { type Group, groups } from './kinds.ts';

const pageSize = 100;

export interface Filter {
  readonly group: Group | null;
  readonly text: string;
}

/** The case's entries, newest first, page by page as they are scrolled. */
export function useCaseEntries(caseId: string, asOf: string | undefined, { group, text }: Filter) {
  const kinds = group === null ? undefined : [...groups[group]];
  const wanted = text.trim() === '' ? undefined : text.trim();
  return usePages(['timeline.list', caseId, asOf, group, wanted], (before) =>
    call('timeline.list', { case: caseId, asOf, kinds, text: wanted, before, limit: pageSize }),
  );
}

/** An operation's own entries, for its members. */
export function useOperationEntries(operation: string) {
  return usePages(['operations.timeline', operation], (before) =>
    call('operations.timeline', { operation, before, limit: pageSize }),
  );
}

/** The office's whole trail. */
export function useAudit(enabled: boolean) {
  return usePages(
    ['timeline.audit'],
    (before) => call('timeline.audit', { before, limit: pageSize }),
    enabled,
  );
}

function usePages(
  key: readonly unknown[],
  ask: (before: string | undefined) => Promise<TimelinePage>,
  enabled = true,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    enabled,
  });
  const entries: readonly TimelineEntry[] = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  return { entries, more, error: query.error, isSuccess: query.isSuccess };
}
