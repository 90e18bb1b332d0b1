import type { Feature } from '../feature.ts';
import { bundleProcedures, bundleSteps } from './api.ts';
import { bundleKinds } from './entries.ts';
import { bundleViews } from './views.ts';

export { verifyBundle } from './bag/verify.ts';

export const bundles: Feature = {
  name: 'bundles',
  kinds: bundleKinds,
  views: bundleViews,
  procedures: bundleProcedures,
  steps: bundleSteps,
};
