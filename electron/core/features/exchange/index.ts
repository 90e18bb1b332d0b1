import type { Feature } from '../feature.ts';
import { exchangeProcedures } from './api.ts';
import { exchanged } from './entries.ts';
import { exchangeSteps } from './steps.ts';

export { caseUco } from './case-uco.ts';

/** Facts for other programs, in published standards. */
export const exchange: Feature = {
  name: 'exchange',
  kinds: [exchanged],
  views: { tables: {}, apply: {} },
  procedures: exchangeProcedures,
  steps: exchangeSteps,
};
