import { useState } from 'react';

/** What was being chosen in each case, while the window is open: looking something up must not cost the choice. */
const drafts = new Map<string, readonly string[]>();

/** The ids of the chosen exhibits in the bundle's order; kept when the person leaves the page and comes back. */
export function useChosen(caseId: string): [readonly string[], (chosen: readonly string[]) => void] {
  const [chosen, setChosen] = useState(drafts.get(caseId) ?? []);
  return [
    chosen,
    (next) => {
      drafts.set(caseId, next);
      setChosen(next);
    },
  ];
}
