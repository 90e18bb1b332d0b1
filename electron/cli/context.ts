import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CoreEvent } from '../core/api/bridge.ts';
import type { Input, MethodName, Output } from '../core/api/contract.ts';
import { CustodiaError, type ErrorCode, errorCodes } from '../core/api/errors.ts';
import type { Core } from '../core/core.ts';

/** What every command is given: where the vault is, who opens it, how to answer. */
export interface Common {
  readonly vault?: string;
  readonly user?: string;
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

/** Wrong usage: exit code 2. */
export class UsageError extends Error {}

export function vaultDir(common: Common): string {
  const dir = common.vault ?? process.env.CUSTODIA_VAULT;
  if (dir === undefined || dir === '') throw new UsageError('--vault DIR');
  return resolve(dir);
}

/** From a file or the environment, never from an argument that other users of the machine could read. */
export function passphraseFrom(file: string | undefined, variable: string): string {
  if (file !== undefined) return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  const given = process.env[variable];
  if (given === undefined || given === '') throw new UsageError(`--passphrase-file FILE | ${variable}`);
  return given;
}

/** A core with typed calls that throw what the API refuses. */
export interface Client {
  readonly core: Core;
  call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>;
}

function isErrorCode(code: string): code is ErrorCode {
  return (errorCodes as readonly string[]).includes(code);
}

async function start(common: Common, emit: (event: CoreEvent) => void): Promise<Client> {
  const { createCore } = await import('../core/core.ts');
  const core = createCore(vaultDir(common), emit);
  return {
    core,
    call: async (method, input) => {
      const reply = await core.call(method, input);
      if (reply.ok) return reply.value as Output<typeof method>;
      throw new CustodiaError(
        isErrorCode(reply.error.code) ? reply.error.code : 'internal',
        reply.error.params,
      );
    },
  };
}

/** Runs `work` with a core whose vault is still closed. */
export async function withCore<T>(common: Common, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await start(common, () => undefined);
  try {
    return await work(client);
  } finally {
    await client.core.stop();
  }
}

/** Runs `work` with the vault open for the user, and closes it whatever happens. Without a name every user is tried. */
export async function withVault<T>(
  common: Common,
  work: (client: Client) => Promise<T>,
  emit: (event: CoreEvent) => void = () => undefined,
): Promise<T> {
  const client = await start(common, emit);
  try {
    await client.call('vault.unlock', {
      name: common.user ?? process.env.CUSTODIA_USER ?? '',
      passphrase: passphraseFrom(common.passphraseFile, 'CUSTODIA_PASSPHRASE'),
    });
    return await work(client);
  } finally {
    await client.core.stop();
  }
}

/** The case's id from its id or printed number. */
export async function caseId(client: Client, given: string): Promise<string> {
  return (await client.call('cases.find', { given })).id;
}
