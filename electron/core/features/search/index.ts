import type { Feature } from '../feature.ts';
import { searchProcedures } from './api.ts';

/** Finds cases, people and exhibits by what their fields say. */
export const search: Feature = {
  name: 'search',
  kinds: [],
  views: { tables: {}, apply: {} },
  procedures: searchProcedures,
  steps: [],
};
