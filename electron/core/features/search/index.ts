import type { Feature } from '../feature.ts';
import { searchProcedures } from './api.ts';
import { searchSteps } from './steps.ts';

export { addDoc, removeDocs } from './documents.ts';
export { createIndexer, type Indexer } from './indexer.ts';
export { kindNumber } from './model.ts';
export { indexSchema } from './schema.ts';

/** One field for everything: cases, people, exhibits, the text inside them, the log. */
export const search: Feature = {
  name: 'search',
  kinds: [],
  views: { tables: {}, apply: {} },
  procedures: searchProcedures,
  steps: searchSteps,
};
