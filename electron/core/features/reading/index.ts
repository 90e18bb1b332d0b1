import type { Feature } from '../feature.ts';
import { readingProcedures } from './api.ts';
import { readingSteps } from './steps.ts';

export { type BackgroundReading, createBackgroundReading } from './background.ts';
export { boxAt, longHeader, shortHeader } from './process/boxes.ts';
export type { Move } from './process/directory.ts';
export { createReaderProcess, type ReaderProcess } from './reader-process.ts';
export { readingOf, scannedPages, scannedText, textOf, textPagesOf } from './steps.ts';

/** Text and metadata of exhibits, read in a process that can be killed. */
export const reading: Feature = {
  name: 'reading',
  kinds: [],
  views: { tables: {}, apply: {} },
  procedures: readingProcedures,
  steps: readingSteps,
};
