import type { Feature } from '../../feature.ts';
import { draftProcedures } from './api.ts';
import { bundleDrafted } from './entries.ts';
import { draftSteps } from './steps.ts';
import { draftViews } from './views.ts';

export { createPreviews, type Previews } from './preview/previews.ts';

/** Bundles that are kept: named, of a purpose, version after version, looked at before they are exported. */
export const bundleDrafts: Feature = {
  name: 'bundles/drafts',
  kinds: [bundleDrafted],
  views: draftViews,
  procedures: draftProcedures,
  steps: draftSteps,
};
