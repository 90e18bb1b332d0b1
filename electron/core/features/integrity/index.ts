import type { Feature } from '../feature.ts';
import { integrityProcedures } from './api.ts';
import { integrityKinds } from './entries.ts';
import { integritySteps } from './steps.ts';
import { integrityViews } from './views.ts';

export { createSweep, type Sweep } from './sweep.ts';

/** Whether every exhibit's content is what it was; what is not is named, put aside and mended. */
export const integrity: Feature = {
  name: 'integrity',
  kinds: integrityKinds,
  views: integrityViews,
  procedures: integrityProcedures,
  steps: integritySteps,
};
