import { indexStep, searchStep } from '../../api/procedure.ts';
import { catchUp } from './catch-up.ts';
import { find } from './find.ts';
import type { SearchInput, SearchResult } from './model.ts';

/** Takes the next of the journal's entries into the index; true while there are more. */
export const catchUpStep = indexStep('search.catchUp', ({ sql }, _input: null): boolean => catchUp(sql));

export const findStep = searchStep(
  'search.find',
  ({ sql, actor }, { input, today }: { input: SearchInput; today: string }): SearchResult =>
    find(sql, actor.user, input, today),
);

export const searchSteps = [catchUpStep, findStep];
