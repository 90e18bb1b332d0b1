import type { Feature } from '../feature.ts';
import { deadlineProcedures } from './api.ts';
import { deadlineSet, deadlineSettled } from './entries.ts';
import { deadlineViews } from './views.ts';

export { dueFrom } from './api.ts';
export { warnDay } from './rules.ts';
export { clearDeadline, setDeadline } from './views.ts';

/** What must be done by when: counted by the law's terms, or set by a person. */
export const deadlines: Feature = {
  name: 'deadlines',
  kinds: [deadlineSet, deadlineSettled],
  views: deadlineViews,
  procedures: deadlineProcedures,
  steps: [],
};
