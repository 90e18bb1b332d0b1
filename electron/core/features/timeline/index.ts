import type { Feature } from '../feature.ts';
import { timelineProcedures } from './api.ts';
import { verifyStep } from './verify.ts';

export { caseTimeline } from './list.ts';
export { verifyStep } from './verify.ts';

export const timeline: Feature = {
  name: 'timeline',
  kinds: [],
  views: { tables: {}, apply: {} },
  procedures: timelineProcedures,
  steps: [verifyStep],
};
