import type { Feature } from '../feature.ts';
import { readingProcedures } from './api.ts';

export { createReaderProcess, type ReaderProcess } from './reader-process.ts';

/** Text and metadata of exhibits, read in a process that can be killed. */
export const reading: Feature = {
  name: 'reading',
  kinds: [],
  views: { tables: {}, apply: {} },
  procedures: readingProcedures,
  steps: [],
};
