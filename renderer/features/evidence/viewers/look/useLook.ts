import { useCallback, useEffect, useState } from 'react';
import type { Look } from '../../../../../electron/core/features/reading/model.ts';
import { call } from '../../../../app/core.ts';

/**
 * An exhibit as its parts. Asked for exactly once, outside the query cache: each opening is recorded as an access, so
 * nothing may ask again behind the person's back.
 */
export function useLook(caseId: string, exhibit: string, message: number) {
  const [attempt, setAttempt] = useState(0);
  const [look, setLook] = useState<Look | null>(null);
  const [error, setError] = useState<Error | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again
  useEffect(() => {
    let closed = false;
    setError(null);
    call('reading.look', { case: caseId, exhibit, message }).then(
      (answer) => !closed && setLook(answer),
      (cause: unknown) => !closed && setError(cause instanceof Error ? cause : new Error(String(cause))),
    );
    return () => {
      closed = true;
    };
  }, [caseId, exhibit, message, attempt]);

  return { look, error, renew: useCallback(() => setAttempt((n) => n + 1), []) };
}
