import type { Feature } from '../feature.ts';
import { caseProcedures } from './api.ts';
import { caseKinds } from './entries.ts';
import { caseViews } from './views.ts';

export { showCase } from './list.ts';
export type { CaseDetail } from './model.ts';
export { folded, requireDay } from './rules.ts';

export const cases: Feature = {
  name: 'cases',
  kinds: caseKinds,
  views: caseViews,
  procedures: caseProcedures,
  steps: [],
};
