import type { Feature } from '../feature.ts';
import { bundleProcedures } from './api.ts';
import { bundleKinds } from './entries.ts';
import { exportSteps } from './export.ts';
import { bundleViews } from './views.ts';

export { verifyBundle } from './bag/verify.ts';

export const bundles: Feature = {
  name: 'bundles',
  kinds: bundleKinds,
  views: bundleViews,
  procedures: bundleProcedures,
  steps: exportSteps,
};
