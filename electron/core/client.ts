import type { CoreEvent } from './api/bridge.ts';
import type { Input, MethodName, Output } from './api/contract.ts';
import { CustodiaError, type ErrorCode, errorCodes } from './api/errors.ts';
import { type Core, createCore } from './core.ts';

/** A core in this process with typed calls, which throw what the API refuses: for the command line and scripts. */
export interface Client {
  readonly core: Core;
  call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>;
}

function isErrorCode(code: string): code is ErrorCode {
  return (errorCodes as readonly string[]).includes(code);
}

/**
 * @param vaultDir where the vault lies, or is to lie; nothing is opened yet
 * @param exports the usual folder for exports, for those that name none
 */
export function createClient(
  vaultDir: string,
  emit: (event: CoreEvent) => void = () => undefined,
  exports?: string,
): Client {
  const core = createCore(vaultDir, emit, exports);
  return {
    core,
    call: async (method, input) => {
      const reply = await core.call(method, input);
      if (reply.ok) return reply.value as Output<typeof method>;
      const { code, params } = reply.error;
      throw new CustodiaError(isErrorCode(code) ? code : 'internal', params);
    },
  };
}
