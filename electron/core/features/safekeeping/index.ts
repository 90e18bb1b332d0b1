import type { Feature } from '../feature.ts';
import { safekeepingProcedures } from './api.ts';
import { safekeepingKinds } from './entries.ts';
import { safekeepingSteps } from './steps.ts';

export { restoreBackup } from './backup.ts';
export { verifyBackup } from './manifest.ts';

export const safekeeping: Feature = {
  name: 'safekeeping',
  kinds: safekeepingKinds,
  views: { tables: {}, apply: {} },
  procedures: safekeepingProcedures,
  steps: safekeepingSteps,
};
