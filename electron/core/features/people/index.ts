import type { Feature } from '../feature.ts';
import { personProcedures } from './api.ts';
import { personKinds } from './entries.ts';
import { sealingSteps } from './sealing.ts';
import { personViews } from './views.ts';

export { type IdentifyingFacts, identifyingFacts } from './identifying.ts';
export { requirePerson } from './list.ts';
export { openIdentity } from './sealing.ts';

export const people: Feature = {
  name: 'people',
  kinds: personKinds,
  views: personViews,
  procedures: personProcedures,
  steps: sealingSteps,
};
