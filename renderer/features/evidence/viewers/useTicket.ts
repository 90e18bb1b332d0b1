import { useCallback, useEffect, useState } from 'react';
import type { ViewTicket } from '../../../../electron/core/features/evidence/model.ts';
import { call } from '../../../app/core.ts';

export interface TicketState {
  readonly view: ViewTicket | null;
  readonly error: Error | null;
  /** Asks for a new ticket: after a failure, or when the old one has run out. */
  readonly renew: () => void;
}

/**
 * One ticket for one exhibit, dropped when the exhibit closes. It is asked for exactly once, outside the query
 * cache: each ticket is recorded in the journal as an access, so nothing may refetch it behind the person's back.
 */
export function useTicket(caseId: string, exhibit: string): TicketState {
  const [attempt, setAttempt] = useState(0);
  const [view, setView] = useState<ViewTicket | null>(null);
  const [error, setError] = useState<Error | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again
  useEffect(() => {
    let closed = false;
    setView(null);
    setError(null);
    call('evidence.view', { case: caseId, exhibit }).then(
      (ticket) => !closed && setView(ticket),
      (cause: unknown) => !closed && setError(cause instanceof Error ? cause : new Error(String(cause))),
    );
    return () => {
      closed = true;
    };
  }, [caseId, exhibit, attempt]);

  return { view, error, renew: useCallback(() => setAttempt((n) => n + 1), []) };
}
