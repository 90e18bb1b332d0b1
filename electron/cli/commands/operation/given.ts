import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CustodiaError } from '../../../core/api/errors.ts';
import { parseAmount } from '../../../core/money/index.ts';
import { type Client, type Common, UsageError, withVault } from '../../context.ts';
import { makeFolder } from '../../folders.ts';
import type { Answer } from '../../output.ts';
import { say } from '../../texts.ts';
import { momentOf } from '../../times.ts';

/** An operation as commands work on it: opened by number or id, its agents by code name or id. */
export interface Opened {
  readonly client: Client;
  readonly operation: string;
  agent(given: string): Promise<string>;
  user(given: string): Promise<string>;
  exhibits(given: readonly string[] | undefined): Promise<string[]>;
  /** A folder that the person named, made where it is missing, as a handle. */
  folder(out: string): Promise<string>;
}

const spelled = (text: string): string => text.normalize('NFC').trim().toLocaleLowerCase('es');

export function withOperation<T>(
  common: Common,
  given: string,
  work: (at: Opened) => Promise<T>,
): Promise<T> {
  return withVault(common, async (client) => {
    const { id: operation } = await client.call('operations.find', { given });
    return work({
      client,
      operation,
      agent: async (name) => {
        const { agents } = await client.call('operations.show', { operation });
        const found = agents.find(({ id, codeName }) => id === name || spelled(codeName) === spelled(name));
        if (found === undefined) throw new CustodiaError('call.notFound', { what: 'agent' });
        return found.id;
      },
      user: async (name) => {
        const users = await client.call('users.list', {});
        const found = users.find(
          (each) => each.active && (each.id === name || spelled(each.name) === spelled(name)),
        );
        if (found === undefined) throw new CustodiaError('call.notFound', { what: 'user' });
        return found.id;
      },
      exhibits: async (numbers = []) => {
        const found = await Promise.all(numbers.map((each) => client.call('evidence.find', { given: each })));
        return found.map(({ exhibit }) => exhibit);
      },
      folder: async (out) => {
        const path = resolve(out);
        await makeFolder(path);
        return (await client.core.offerFolder(path)).handle;
      },
    });
  });
}

export const whenOf = ({ when }: { readonly when?: string }): string =>
  momentOf(when ?? new Date().toISOString());

/** One of the words that the program knows; anything else is wrong usage. */
export function choiceOf<T extends string>(known: readonly T[], given: string): T {
  const found = known.find((each) => each === given);
  if (found === undefined) throw new UsageError('choice', { given, known: known.join(', ') });
  return found;
}

/** `250,50 BOB`: the amount and its currency. */
export function moneyOf(amount: string, currency: string) {
  try {
    return parseAmount({ amount, currency: currency.toUpperCase() });
  } catch (error) {
    if (!(error instanceof CustodiaError)) throw error;
    throw new UsageError('amount', { given: `${amount} ${currency}` });
  }
}

/** What a file says in JSON: for what is too long, or too secret, for an argument. */
export function jsonIn<T>(file: string): T {
  try {
    return JSON.parse(readFileSync(resolve(file), 'utf8')) as T;
  } catch {
    // Neither its content nor the parser's words about it: it may be an envelope's.
    throw new UsageError('jsonFile', { file });
  }
}

export const done = (value: object): Answer => ({ value, lines: [say('operation.done')] });
