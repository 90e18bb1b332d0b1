import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { IntakeState } from '../../../../electron/core/features/evidence/model.ts';
import { queryKey, useCore } from '../../../app/core.ts';

/** Reports that the person has read and put away; kept while the window is open. */
const putAway = new Set<string>();

/** The intakes of a case as they go: first asked for, then kept up by the core's `intake` events. */
export function useIntakes(caseId: string) {
  const client = useQueryClient();
  const [, refresh] = useState(0);
  const input = { case: caseId };
  const { data = [] } = useCore('evidence.intakes', input);

  useEffect(
    () =>
      window.custodia.onEvent((event) => {
        if (event.name !== 'intake' || event.intake.case !== caseId) return;
        client.setQueryData<readonly IntakeState[]>(
          queryKey('evidence.intakes', { case: caseId }),
          (before) => merged(before ?? [], event.intake),
        );
      }),
    [client, caseId],
  );

  return {
    intakes: data.filter((intake) => !putAway.has(intake.id)),
    putAway: (intake: string) => {
      putAway.add(intake);
      refresh((n) => n + 1);
    },
  };
}

function merged(intakes: readonly IntakeState[], news: IntakeState): readonly IntakeState[] {
  return intakes.some((intake) => intake.id === news.id)
    ? intakes.map((intake) => (intake.id === news.id ? news : intake))
    : [...intakes, news];
}
