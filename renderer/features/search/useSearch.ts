import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { HitKind, SearchInput } from '../../../electron/core/features/search/model.ts';
import { useCore } from '../../app/core.ts';

/** What a person asks for. */
export interface Search {
  readonly text: string;
  readonly kind: HitKind | null;
  readonly case: string | null;
  readonly person: string | null;
  /** yyyy-MM-dd or empty. */
  readonly from: string;
  readonly to: string;
}

const nothing: Search = { text: '', kind: null, case: null, person: null, from: '', to: '' };
const remembered = ['search', 'asked'];
const firstPage = 100;
/** As many as one answer may hold. */
const mostHits = 500;

/** What is asked for and what was found. Coming back from a hit, the search stands as it was; the lock forgets it. */
export function useSearch() {
  const client = useQueryClient();
  const [search, setSearch] = useState<Search>(() => client.getQueryData<Search>(remembered) ?? nothing);
  const [limit, setLimit] = useState(firstPage);
  const [asked] = useDebouncedValue(search, 120);
  const enabled = asked.text.trim().length > 1;
  const query = useCore('search.find', inputOf(asked, limit), { enabled, keepPrevious: true });
  return {
    search,
    change: (change: Partial<Search>) => {
      const next = { ...search, ...change };
      client.setQueryData(remembered, next);
      setSearch(next);
      setLimit(firstPage);
    },
    result: enabled ? query.data : undefined,
    error: query.error,
    searching: enabled,
    all: limit < mostHits ? () => setLimit(mostHits) : undefined,
  };
}

function inputOf({ text, kind, case: caseId, person, from, to }: Search, limit: number): SearchInput {
  return {
    text: text.trim() === '' ? '-' : text,
    limit,
    ...(kind === null ? {} : { kinds: [kind] }),
    ...(caseId === null ? {} : { case: caseId }),
    ...(person === null ? {} : { person }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
  };
}
