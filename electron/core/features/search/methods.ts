import type { Method } from '../../api/method.ts';
import type { SearchInput, SearchResult } from './model.ts';

/** What may be called of this register. */
export interface SearchMethods {
  'search.find': Method<SearchInput, SearchResult>;
}
