import type { Feature } from '../../feature.ts';
import { itemProcedures } from './api.ts';
import { itemKinds } from './entries.ts';
import { hashListSteps } from './hashes/import.ts';
import { itemViews } from './views.ts';

/** Things that lie in a store, and exhibits inside exhibits: beside `evidence`, in whose view they stand. */
export const items: Feature = {
  name: 'items',
  kinds: itemKinds,
  views: itemViews,
  procedures: itemProcedures,
  steps: hashListSteps,
};
