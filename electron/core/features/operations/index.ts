import type { Feature } from '../feature.ts';
import { operationProcedures } from './api.ts';
import { disclosureSteps } from './disclosure.ts';
import { operationKinds } from './entries.ts';
import { envelopeSteps } from './envelope.ts';
import { envelopeFace } from './print/envelope-plan.ts';
import { operationViews } from './views.ts';
import { watchSteps } from './watch.ts';

export { knownAgents } from './known-agents.ts';
export { createWatch } from './watch.ts';

/** Undercover operations: apart from their case, for their own members only. */
export const operations: Feature = {
  name: 'operations',
  kinds: operationKinds,
  views: operationViews,
  procedures: operationProcedures,
  steps: [...envelopeSteps, envelopeFace, ...disclosureSteps, ...watchSteps],
};
