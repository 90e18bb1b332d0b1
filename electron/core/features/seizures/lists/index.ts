import type { Feature } from '../../feature.ts';
import { seizureListProcedures } from './api.ts';
import { listExported, listImported } from './entries.ts';
import { exportSteps } from './export.ts';
import { importSteps } from './import.ts';
import { refusedSteps } from './refused.ts';

/** Lists of assets as CSV and XLSX: out as they are filtered, in after every row was looked at. */
export const seizureLists: Feature = {
  name: 'seizureLists',
  kinds: [listExported, listImported],
  views: { tables: {}, apply: {} },
  procedures: seizureListProcedures,
  steps: [...exportSteps, ...importSteps, ...refusedSteps],
};
