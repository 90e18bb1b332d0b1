import type { Command } from 'commander';
import {
  type AgentIdentity,
  agentChecks,
  type EnvelopePaper,
  type OutsideHolder,
  paperPlaces,
} from '../../../core/features/operations/model.ts';
import { does, group, leaf, option } from '../../command.ts';
import { type Common, passphraseOf, UsageError } from '../../context.ts';
import type { Answer } from '../../output.ts';
import { say } from '../../texts.ts';
import { dayOf } from '../../times.ts';
import { choiceOf, done, jsonIn, type Opened, whenOf, withOperation } from './given.ts';

async function names(options: Common, given: string): Promise<Answer> {
  const codeNames = await withOperation(options, given, ({ client, operation }) =>
    client.call('operations.codeNames', { operation }),
  );
  return { value: { codeNames }, lines: codeNames };
}

/** Under the code name given, or the first that is offered. */
async function add(options: Common & { readonly codeName?: string }, given: string): Promise<Answer> {
  return withOperation(options, given, async ({ client, operation }) => {
    const codeName = options.codeName ?? (await client.call('operations.codeNames', { operation }))[0] ?? '-';
    const { id } = await client.call('operations.addAgent', { operation, codeName });
    return { value: { id, codeName }, lines: [say('operation.agentAdded', { codeName })] };
  });
}

interface CheckOptions extends Common {
  readonly day: string;
  readonly where: string;
  readonly against?: boolean;
  readonly exhibit?: string;
  readonly note?: string;
}

async function check(options: CheckOptions, given: string, codeName: string, name: string): Promise<Answer> {
  return withOperation(options, given, async ({ client, operation, agent, exhibits }) => {
    const [exhibit] = await exhibits(options.exhibit === undefined ? [] : [options.exhibit]);
    const said = {
      check: choiceOf(agentChecks, name),
      holds: options.against !== true,
      day: dayOf(options.day),
      where: choiceOf(paperPlaces, options.where),
    };
    await client.call('operations.check', {
      ...{ operation, exhibit, note: options.note },
      agent: await agent(codeName),
      ...said,
    });
    return done({ operation, ...said });
  });
}

interface HolderOptions extends Common {
  readonly holder: readonly string[];
  readonly outside?: readonly string[];
}

/** `Judge Salazar=age1…` */
function outsideOf(given: string): OutsideHolder {
  const [name = '', recipient = ''] = given.split('=').map((part) => part.trim());
  if (name === '' || !recipient.startsWith('age1')) throw new UsageError('outside', { given: name });
  return { name, recipient };
}

async function holdersOf(options: HolderOptions, { user }: Opened) {
  const holders = await Promise.all(options.holder.map(user));
  return { holders, outside: (options.outside ?? []).map(outsideOf) };
}

type SaidIdentity = Partial<AgentIdentity> & Pick<AgentIdentity, 'trueName' | 'assumedName'>;

/** The content comes from a file, never from an argument that others on the machine could read. */
function identityIn(file: string): AgentIdentity {
  const said = jsonIn<SaidIdentity>(file);
  const papers: readonly EnvelopePaper[] = said.papers ?? [];
  const empty = { trueDocument: '', rank: '', unit: '', assumedDocument: '', legend: '', notes: '' };
  return { ...empty, ...said, papers };
}

async function seal(
  options: HolderOptions & { readonly identityFile: string; readonly reason?: string },
  given: string,
  codeName: string,
): Promise<Answer> {
  const identity = identityIn(options.identityFile);
  return withOperation(options, given, async (at) => {
    const { client, operation } = at;
    const held = await holdersOf(options, at);
    const agent = await at.agent(codeName);
    return done(
      await client.call('operations.seal', { operation, agent, identity, ...held, reason: options.reason }),
    );
  });
}

interface OpenOptions extends Common {
  readonly reason: string;
}

async function openSeal(options: OpenOptions, given: string, codeName: string): Promise<Answer> {
  const { reason } = options;
  const passphrase = passphraseOf(options);
  const identity = await withOperation(options, given, async ({ client, operation, agent }) =>
    client.call('operations.openSeal', { operation, agent: await agent(codeName), reason, passphrase }),
  );
  const lines = Object.entries(identity).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return {
    value: identity,
    lines: lines
      .filter(([, text]) => text !== '')
      .map(([name, text]) => `${say(`operation.identity.${name}`)}: ${text}`),
  };
}

async function reseal(
  options: HolderOptions & OpenOptions,
  given: string,
  codeName: string,
): Promise<Answer> {
  const { reason } = options;
  const passphrase = passphraseOf(options);
  return withOperation(options, given, async (at) => {
    const agent = await at.agent(codeName);
    const held = await holdersOf(options, at);
    const { operation } = at;
    return done(await at.client.call('operations.reseal', { operation, agent, reason, passphrase, ...held }));
  });
}

type OutOptions = OpenOptions & { readonly out: string };

async function print(options: OutOptions, given: string, codeName: string): Promise<Answer> {
  const { reason } = options;
  const passphrase = passphraseOf(options);
  const { path, pages } = await withOperation(options, given, async ({ client, operation, agent, folder }) =>
    client.call('operations.printEnvelope', {
      ...{ operation, reason, passphrase },
      agent: await agent(codeName),
      folder: await folder(options.out),
    }),
  );
  return { value: { path, pages }, lines: [path] };
}

async function copy(options: OutOptions, given: string, codeName: string): Promise<Answer> {
  const { reason } = options;
  const value = await withOperation(options, given, async ({ client, operation, agent, folder }) =>
    client.call('operations.copyEnvelope', {
      ...{ operation, reason },
      agent: await agent(codeName),
      folder: await folder(options.out),
    }),
  );
  return { value, lines: value.files };
}

interface HandOptions extends Common {
  readonly to: string;
  readonly place: string;
  readonly when?: string;
  readonly note?: string;
}

async function hand(options: HandOptions, given: string, codeName: string): Promise<Answer> {
  const { to, place, note } = options;
  return withOperation(options, given, async ({ client, operation, agent }) => {
    const said = { operation, agent: await agent(codeName), to, place, note, when: whenOf(options) };
    await client.call('operations.handEnvelope', said);
    return done(said);
  });
}

async function debrief(
  options: Common & { readonly by: string; readonly note: string; readonly when?: string },
  given: string,
  codeName: string,
): Promise<Answer> {
  const { by, note } = options;
  return withOperation(options, given, async ({ client, operation, agent }) => {
    await client.call('operations.debrief', {
      operation,
      agent: await agent(codeName),
      when: whenOf(options),
      by,
      note,
    });
    return done({ operation, by });
  });
}

function holders(command: Command): void {
  option(command, 'holder', { value: 'name', repeat: true, required: true });
  option(command, 'outside', { value: 'text', repeat: true });
}

export function addAgent(operation: Command): void {
  const agent = group(operation, 'agent');
  does(leaf(agent, 'names <operation>'), names);
  const added = leaf(agent, 'add <operation>');
  option(added, 'code-name', { value: 'name' });
  does(added, add);
  const checked = leaf(agent, 'check <operation> <agent> <check>');
  option(checked, 'day', { value: 'day', required: true }, 'checkDay');
  option(checked, 'where', { value: 'kind', required: true });
  option(checked, 'against');
  option(checked, 'exhibit', { value: 'exhibit' }, 'paperExhibit');
  option(checked, 'note', { value: 'text' });
  does(checked, check);
  const talked = leaf(agent, 'debrief <operation> <agent>');
  option(talked, 'by', { value: 'name', required: true }, 'debriefedBy');
  option(talked, 'note', { value: 'text', required: true });
  option(talked, 'when', { value: 'moment' });
  does(talked, debrief);
  const sealed = leaf(operation, 'seal <operation> <agent>');
  option(sealed, 'identity-file', { value: 'file', required: true });
  holders(sealed);
  option(sealed, 'reason', { value: 'text' });
  does(sealed, seal);
  const opening = (name: string): Command =>
    option(leaf(operation, `${name} <operation> <agent>`), 'reason', { value: 'text', required: true });
  does(opening('open-seal'), openSeal);
  const sealedAgain = opening('reseal');
  holders(sealedAgain);
  does(sealedAgain, reseal);
  const out = (command: Command): Command =>
    option(command, 'out', { value: 'folder', required: true }, 'envelopeOut');
  does(out(opening('print-envelope')), print);
  does(out(opening('copy-envelope')), copy);
  const handed = leaf(operation, 'hand-envelope <operation> <agent>');
  option(handed, 'to', { value: 'name', required: true }, 'custodyTo');
  option(handed, 'place', { value: 'text', required: true });
  option(handed, 'when', { value: 'moment' });
  option(handed, 'note', { value: 'text' });
  does(handed, hand);
}
