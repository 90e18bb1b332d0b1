import { readdir } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Output } from '../../core/api/contract.ts';
import { CustodiaError, systemCode } from '../../core/api/errors.ts';
import type { Verification } from '../../core/journal/model.ts';
import { does, group, leaf, option } from '../command.ts';
import {
  type Client,
  type Common,
  passphraseOf,
  UsageError,
  userName,
  vaultDir,
  withCore,
  withJob,
  withVault,
} from '../context.ts';
import { allCases } from '../lists.ts';
import type { Answer } from '../output.ts';
import { table } from '../table.ts';
import { say } from '../texts.ts';
import { verificationAnswer } from '../verification.ts';

interface CreateOptions {
  readonly office?: string;
  readonly jurisdiction?: string;
  readonly language?: string;
  readonly recoveryOut?: string;
}

/** A new vault with its first administrator and prosecutor, and the recovery key, which is shown or written once. */
async function create(options: CreateOptions & Common): Promise<Answer> {
  const { recoveryOut } = options;
  const name = userName(options);
  const language = options.language ?? 'es';
  if (name === undefined) throw new UsageError('user');
  if (options.json === true && recoveryOut === undefined) throw new UsageError('recoveryOut');
  if (language !== 'es' && language !== 'en') throw new UsageError('language', { given: language });
  const input = {
    office: {
      name: options.office ?? say('defaultOffice'),
      jurisdiction: options.jurisdiction ?? 'bolivia',
      language,
    },
    user: { name, passphrase: passphraseOf(options) },
  } as const;
  await requirePlace(vaultDir(options));
  const { intoRecoveryFile } = await import('../recovery-file.ts');
  const { sheet } = await withCore(options, async (client) => {
    const make = () => client.call('vault.create', input);
    const made = await (recoveryOut === undefined ? make() : intoRecoveryFile(resolve(recoveryOut), make));
    await client.call('vault.confirmRecovery', { lastCharacters: made.sheet.key.slice(-6) });
    return made;
  });
  const value = { office: input.office.name, user: name.trim(), recipient: sheet.recipient };
  return { value, lines: createdLines(value, sheet, recoveryOut) };
}

function createdLines(
  value: { readonly office: string; readonly user: string },
  sheet: Output<'vault.create'>['sheet'],
  file: string | undefined,
): string[] {
  const key =
    file === undefined ? [say('create.keyOnce'), '', sheet.key, ''] : [say('create.keyFile', { file })];
  return [say('create.done', value), ...key, say('create.keep')];
}

/** A vault gets a folder of its own: what else lies there is neither mixed with it nor touched. */
async function requirePlace(folder: string): Promise<void> {
  const found = await readdir(folder).catch((error: unknown): string[] => {
    if (systemCode(error) === 'ENOENT') return [];
    if (systemCode(error) === 'ENOTDIR') throw new CustodiaError('file.notAFile', { name: basename(folder) });
    throw error;
  });
  if (found.length > 0 && !found.includes('vault.json')) {
    throw new CustodiaError('file.exists', { name: basename(folder) });
  }
}

/** What the vault holds, as far as the user's roles and teams show it. */
async function info(options: Common): Promise<Answer> {
  const value = await withVault(options, async (client) => {
    const session = await client.call('vault.session', {});
    if (session === null) throw new CustodiaError('vault.locked');
    const users = await client.call('users.list', {});
    const { size } = await client.call('timeline.checkpoint', {});
    return {
      office: session.office.name,
      jurisdiction: session.office.jurisdiction,
      language: session.office.language,
      user: session.user.name,
      roles: session.user.roles,
      users: users.filter((user) => user.active).length,
      ...(session.rights.includes('case.read') ? await caseCounts(client) : {}),
      entries: size,
      recoveryConfirmed: session.recoveryConfirmed,
    };
  });
  const roles = value.roles.map((role) => say(`role.${role}`)).join(', ');
  const lines = Object.entries({ ...value, roles }).map(([key, given]) => [say(`info.${key}`), text(given)]);
  return { value, lines: table(lines) };
}

const text = (value: unknown): string =>
  typeof value === 'boolean' ? say(value ? 'yes' : 'no') : String(value);

async function caseCounts(client: Client): Promise<{ cases: number; exhibits: number }> {
  const cases = await allCases(client, {});
  return { cases: cases.length, exhibits: cases.reduce((sum, row) => sum + row.exhibits, 0) };
}

async function verify(options: Common & { readonly deep?: boolean }): Promise<Answer> {
  const result = await withJob(options, (client) =>
    client.call('vault.verify', { deep: options.deep === true }),
  );
  return verificationAnswer(result as Verification);
}

export function addVault(program: Command): void {
  const vault = group(program, 'vault');
  const created = leaf(vault, 'create');
  option(created, 'office', { value: 'name' });
  option(created, 'jurisdiction', { value: 'id' });
  option(created, 'language', { value: 'language' });
  option(created, 'recovery-out', { value: 'file' });
  does(created, create);
  does(leaf(vault, 'info'), info);
  const verified = leaf(vault, 'verify');
  option(verified, 'deep');
  does(verified, verify);
}
