import type { Method } from '../../api/method.ts';
import type { Hit } from './model.ts';

/** What may be called of this register. */
export interface SearchMethods {
  'search.find': Method<{ readonly text: string; readonly limit: number }, { readonly hits: readonly Hit[] }>;
}
