import type { Feature } from '../feature.ts';
import { custodyProcedures } from './api.ts';
import { custodyKinds } from './entries.ts';
import { handOverSteps } from './handover.ts';
import { custodyListSteps } from './lists/steps.ts';
import { printSteps } from './print/print.ts';
import { custodyViews } from './views.ts';

export { custodyOf, custodyStateOf } from './list.ts';
export type { CustodyEvent } from './model.ts';
export { allowedEvents } from './rules.ts';

export { signatureProblems } from './verify.ts';

export const custody: Feature = {
  name: 'custody',
  kinds: custodyKinds,
  views: custodyViews,
  procedures: custodyProcedures,
  steps: [...handOverSteps, ...custodyListSteps, ...printSteps],
};
