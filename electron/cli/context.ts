import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CoreEvent } from '../core/api/bridge.ts';
import { CustodiaError, type ErrorBody } from '../core/api/errors.ts';
import type { JobState } from '../core/api/jobs.ts';
import type { Client } from '../core/client.ts';
import { onInterrupt } from './interrupt.ts';
import { createMeter } from './progress.ts';
import { say } from './texts.ts';

export type { Client } from '../core/client.ts';

/** What every command is given: where the vault is, who opens it, how to answer. */
export interface Common {
  readonly vault?: string;
  readonly user?: string;
  readonly passphraseFile?: string;
  readonly json?: boolean;
  readonly progress?: boolean;
}

/** Wrong usage: exit code 2. The message is `usage.<key>` of the locale. */
export class UsageError extends Error {
  constructor(key: string, params: Readonly<Record<string, string>> = {}) {
    super(say(`usage.${key}`, params));
  }
}

const given = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

export function vaultDir(common: Common): string {
  const dir = given(common.vault) ?? given(process.env.CUSTODIA_VAULT);
  if (dir === undefined) throw new UsageError('vault');
  return resolve(dir);
}

export function userName(common: Common): string | undefined {
  return given(common.user) ?? given(process.env.CUSTODIA_USER);
}

/**
 * From a file (its last line break does not count) or the environment, never from an argument that other users of the
 * machine could read.
 */
export function passphraseFrom(file: string | undefined, option: string, variable: string): string {
  const passphrase = file === undefined ? process.env[variable] : readPassphrase(file);
  if (passphrase === undefined || passphrase === '') throw new UsageError('passphrase', { option, variable });
  return passphrase;
}

function readPassphrase(file: string): string {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r?\n$/, '');
  } catch {
    throw new UsageError('passphraseFile', { file });
  }
}

export function passphraseOf(common: Common): string {
  return passphraseFrom(common.passphraseFile, '--passphrase-file', 'CUSTODIA_PASSPHRASE');
}

export function asError(body: ErrorBody): CustodiaError {
  return new CustodiaError(body.code, body.params);
}

/** Runs `work` with a core whose vault is still closed, and closes it whatever happens. */
export async function withCore<T>(
  common: Common,
  work: (client: Client) => Promise<T>,
  emit: (event: CoreEvent) => void = () => undefined,
): Promise<T> {
  const dir = vaultDir(common);
  // Only now: help and wrong usage are told without starting the core.
  const { createClient } = await import('../core/client.ts');
  const client = createClient(dir, emit);
  try {
    return await work(client);
  } finally {
    await client.core.stop();
  }
}

/** Runs `work` with the vault open for the user. Without a name it opens for whom the passphrase opens it. */
export function withVault<T>(
  common: Common,
  work: (client: Client) => Promise<T>,
  emit?: (event: CoreEvent) => void,
): Promise<T> {
  const passphrase = passphraseOf(common);
  return withCore(
    common,
    async (client) => {
      await client.call('vault.unlock', { name: userName(common), passphrase });
      return work(client);
    },
    emit,
  );
}

/** The result of a job that was begun; Ctrl-C cancels it. */
export async function resultOf(client: Client, { id }: JobState): Promise<unknown> {
  const { jobs } = client.core.services;
  const ended = await jobs.ended(id).finally(onInterrupt(() => jobs.cancel(id)));
  if (ended.state === 'done') return ended.result;
  throw ended.error === undefined ? new CustodiaError('call.cancelled') : asError(ended.error);
}

/** Runs long work in the open vault, with progress on stderr; Ctrl-C cancels it. Gives the job's result. */
export function withJob(common: Common, begin: (client: Client) => Promise<JobState>): Promise<unknown> {
  const meter = createMeter(common.progress);
  return withVault(
    common,
    async (client) => {
      const job = await begin(client);
      return resultOf(client, job).finally(meter.end);
    },
    (event) => {
      if (event.name === 'job') meter.show(event.job.step, event.job.done, event.job.total);
    },
  );
}

/** The case's id from its id or printed number. */
export async function caseId(client: Client, id: string): Promise<string> {
  return (await client.call('cases.find', { given: id })).id;
}
