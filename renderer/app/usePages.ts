import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Input, Output } from '../../electron/core/api/contract.ts';
import { call, queryKey } from './core.ts';

/** Calls that answer page by page. */
type Paged = 'cases.list' | 'evidence.list' | 'seizures.list' | 'operations.log';
type Row<M extends Paged> = Output<M>['rows'][number];

const pageSize = 100;

/** The answers together. One function for good: react-query then answers with the same object until one changes. */
function together<O>(results: readonly UseQueryResult<O, Error>[]) {
  return {
    data: results.map((result) => result.data),
    error: results.find((result) => result.error !== null)?.error ?? null,
    pending: results.some((result) => result.isPending),
  };
}

/**
 * A long list, loaded as it is scrolled: `rows` for `VirtualTable` (undefined where not loaded yet), `onRange` to tell
 * what is in sight. `input` is the call's own without offset and limit.
 */
export function usePages<M extends Paged>(method: M, input: Omit<Input<M>, 'offset' | 'limit'>) {
  const [range, setRange] = useState({ from: 0, to: 0 });
  const pages = useMemo(
    () => Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index),
    [range],
  );
  const answers = useQueries({
    queries: pages.map((page) => {
      const asked = { ...input, offset: page * pageSize, limit: pageSize } as Input<M>;
      return {
        queryKey: queryKey(method, asked),
        queryFn: (): Promise<Output<M>> => call(method, asked),
      };
    }),
    combine: together<Output<M>>,
  });
  const { data } = answers;
  // While the pages in sight are still on their way the list keeps its length: were it empty for a moment, the scroll
  // would jump to its beginning, ask for that, and never come to rest.
  const known = useRef(0);
  known.current = data.find((page) => page !== undefined)?.total ?? known.current;
  const total = known.current;
  const rows = useMemo(() => {
    const all: (Row<M> | undefined)[] = Array.from({ length: total });
    for (const [index, page] of data.entries())
      for (const [offset, row] of (page?.rows ?? []).entries())
        all[(pages[index] ?? 0) * pageSize + offset] = row as Row<M>;
    return all.slice(0, total);
  }, [data, pages, total]);
  // By the page, not by the row: a row's step would draw the whole list anew to no end.
  const onRange = useCallback((first: number, last: number) => {
    const from = Math.floor(first / pageSize);
    const to = Math.floor(last / pageSize);
    setRange((now) => (now.from === from && now.to === to ? now : { from, to }));
  }, []);
  return { rows, total, onRange, error: answers.error, pending: answers.pending };
}
