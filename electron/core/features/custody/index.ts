import type { Feature } from '../feature.ts';
import { custodyProcedures } from './api.ts';
import { custodyKinds } from './entries.ts';
import { handOverSteps } from './handover.ts';
import { custodyListSteps } from './lists/steps.ts';
import { readPlan } from './print/plan.ts';
import { printSteps } from './print/print.ts';
import { printPdf } from './print/printer.ts';
import { custodyViews } from './views.ts';

export { custodyOf, custodyStateOf } from './list.ts';
export type { CustodyEvent } from './model.ts';
export { allowedEvents } from './rules.ts';
export { signatureProblems } from './verify.ts';
/** What a custody sheet says, and its drawing: for papers that carry it. */
export { printPdf as printCustody, readPlan as custodyPlan };

export const custody: Feature = {
  name: 'custody',
  kinds: custodyKinds,
  views: custodyViews,
  procedures: custodyProcedures,
  steps: [...handOverSteps, ...custodyListSteps, ...printSteps],
};
