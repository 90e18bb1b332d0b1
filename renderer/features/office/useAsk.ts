import { useCallback, useState } from 'react';
import type { Input, MethodName, Output } from '../../../electron/core/api/contract.ts';
import { call } from '../../app/core.ts';

export interface Ask<M extends MethodName> {
  /** The answer, or null where the core refused: `error` then says why. */
  readonly ask: (input: Input<M>) => Promise<Output<M> | null>;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly clear: () => void;
}

/**
 * A call that carries a passphrase or brings a key. It does not go through the cache of answers, which would keep
 * both in memory for minutes after the screen is gone.
 */
export function useAsk<M extends MethodName>(method: M): Ask<M> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const ask = useCallback(
    async (input: Input<M>) => {
      setBusy(true);
      setError(null);
      try {
        return await call(method, input);
      } catch (thrown) {
        setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
        return null;
      } finally {
        setBusy(false);
      }
    },
    [method],
  );
  const clear = useCallback(() => setError(null), []);
  return { ask, busy, error, clear };
}
