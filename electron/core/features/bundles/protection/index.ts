import { collectProtection, protectsByDefault } from './collect.ts';
import { previewProtection } from './preview.ts';
import { sealedSteps } from './sealed.ts';
import { readingState } from './survey.ts';

/** Steps of an export that keeps something back. */
export const protectionSteps = [
  collectProtection,
  protectsByDefault,
  previewProtection,
  readingState,
  ...sealedSteps,
];
