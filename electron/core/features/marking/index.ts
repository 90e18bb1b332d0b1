import type { Feature } from '../feature.ts';
import { markingProcedures } from './api.ts';
import { markingKinds } from './entries.ts';
import { markingSteps } from './redactions.ts';
import { markingViews } from './views.ts';

export {
  exhibitsIn,
  protectedMarksOfCase,
  redactionsOfContent,
  requireCollection,
  shownPeople,
} from './list.ts';
export type { Redaction } from './model.ts';

export const marking: Feature = {
  name: 'marking',
  kinds: markingKinds,
  views: markingViews,
  procedures: markingProcedures,
  steps: markingSteps,
};
