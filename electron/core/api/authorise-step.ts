import { authorise } from './authorise.ts';
import { readStep } from './procedure.ts';
import type { Right } from './roles.ts';

/** The check of a task's caller, on a database thread. */
export const authoriseStep = readStep(
  'api.authorise',
  ({ sql, actor }, call: { readonly right: Right; readonly input: unknown }): null => {
    authorise(sql, actor.user, call.right, call.input);
    return null;
  },
);
