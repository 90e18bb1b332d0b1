import {
  type QueryKey,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Bridge } from '../../electron/core/api/bridge.ts';
import type { Input, MethodName, Output } from '../../electron/core/api/contract.ts';
import type { ErrorBody } from '../../electron/core/api/errors.ts';

declare global {
  interface Window {
    readonly custodia: Bridge;
  }
}

/** What the core refused or could not do, with the code that is translated for the person. */
export class CoreError extends Error {
  readonly body: ErrorBody;

  constructor(body: ErrorBody) {
    super(body.code);
    this.name = 'CoreError';
    this.body = body;
  }
}

/** Calls the core; throws a `CoreError` where it refuses. */
export async function call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
  const reply = await window.custodia.call(method, input);
  if (reply.ok) return reply.value;
  throw new CoreError(reply.error);
}

/** The key under which an answer is kept: `[method, input]`; a change in the core makes all of them stale. */
export function queryKey<M extends MethodName>(method: M, input: Input<M>): QueryKey {
  return [method, input];
}

/** An answer of the core, kept fresh: fetched again when the core says that something changed. */
export function useCore<M extends MethodName>(
  method: M,
  input: Input<M>,
  options: { readonly enabled?: boolean; readonly keepPrevious?: boolean } = {},
): UseQueryResult<Output<M>, Error> {
  return useQuery<Output<M>, Error, Output<M>>({
    queryKey: queryKey(method, input),
    queryFn: () => call(method, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true
      ? { placeholderData: (previous: Output<M> | undefined) => previous as never }
      : {}),
  });
}

/** A call that changes something; every shown answer is asked for again when it is done. */
export function useCommand<M extends MethodName>(method: M) {
  const client = useQueryClient();
  return useMutation<Output<M>, Error, Input<M>>({
    mutationFn: (input) => call(method, input),
    onSuccess: () => client.invalidateQueries(),
  });
}
