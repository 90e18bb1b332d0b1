import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Input, Output } from '../../../../electron/core/api/contract.ts';
import { call } from '../../../app/core.ts';

type Secret = 'operations.openSeal' | 'operations.reseal' | 'operations.printEnvelope' | 'operations.seal';

/**
 * A call that carries a passphrase or an identity: neither what is sent nor what comes back lies in any cache, and
 * the answer goes nowhere but to whoever asked.
 */
export function useSecret<M extends Secret>(method: M) {
  const client = useQueryClient();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const send = async (input: Input<M>): Promise<Output<M> | null> => {
    setPending(true);
    setError(null);
    try {
      const answer = await call(method, input);
      void client.invalidateQueries();
      return answer;
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error());
      return null;
    } finally {
      setPending(false);
    }
  };
  return { send, isPending, error };
}
