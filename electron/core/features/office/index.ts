import type { Feature } from '../feature.ts';
import { officeProcedures, officeSteps } from './api.ts';
import { officeKinds } from './entries.ts';
import { officeViews } from './views.ts';

export { createAuthority } from './authority.ts';
export { openForHolder, recipientsOf } from './holders.ts';
export { loadJurisdiction } from './jurisdiction-file.ts';
export { readSettings } from './settings.ts';
export { confirmPassphrase, keysByPassphrase, logHead } from './unlock.ts';
export { userById } from './users.ts';

export const office: Feature = {
  name: 'office',
  kinds: officeKinds,
  views: officeViews,
  procedures: officeProcedures,
  steps: officeSteps,
};
