import type { Command } from 'commander';
import { memberRoles, type ScopeInput } from '../../../core/features/operations/model.ts';
import { does, group, leaf, option } from '../../command.ts';
import { type Common, caseId, UsageError, withVault } from '../../context.ts';
import type { Answer } from '../../output.ts';
import { table } from '../../table.ts';
import { say, word } from '../../texts.ts';
import { dayOf } from '../../times.ts';
import { choiceOf, done, withOperation } from './given.ts';

interface OpenOptions extends Common {
  readonly case: string;
  readonly name: string;
  readonly purpose?: string;
}

async function open(options: OpenOptions): Promise<Answer> {
  const { name, purpose = '' } = options;
  const value = await withVault(options, async (client) =>
    client.call('operations.open', { case: await caseId(client, options.case), name, purpose }),
  );
  return { value, lines: [say('operation.opened', { number: value.number })] };
}

async function list(options: Common): Promise<Answer> {
  const operations = await withVault(options, (client) => client.call('operations.list', {}));
  const rows = operations.map((row) => [
    row.number,
    row.name,
    row.caseNumber,
    word(`operation.authority.${row.authority}`, row.authority),
    row.until,
    row.codeNames.join(', '),
    say('operation.irregularityCount', { count: row.irregularities }),
  ]);
  return { value: { operations }, lines: rows.length === 0 ? [say('operation.noneOpen')] : table(rows) };
}

async function show(options: Common, given: string): Promise<Answer> {
  const shown = await withOperation(options, given, ({ client, operation }) =>
    client.call('operations.show', { operation }),
  );
  const conditions = shown.conditions.map(({ id, label, how }) => [
    `  ${word(`operation.condition.${how}`, how)}`,
    id,
    label,
  ]);
  return {
    value: shown,
    lines: [
      `${shown.number} · ${shown.name} · ${shown.caseNumber}`,
      say('operation.irregularityCount', { count: shown.irregularities }),
      ...shown.authorisations.map(({ id, number, from, until }) => `  ${number}  ${from} – ${until}  ${id}`),
      ...shown.gaps.map(({ from, until }) => `  ${say('operation.gap', { from, until })}`),
      ...shown.agents.map(({ codeName }) => `  ${codeName}`),
      ...table(conditions),
    ],
  };
}

async function addMember(
  options: Common & { readonly as: string },
  given: string,
  name: string,
): Promise<Answer> {
  const as = choiceOf(memberRoles, options.as);
  return withOperation(options, given, async ({ client, operation, user }) => {
    const id = await user(name);
    await client.call('operations.addMember', { operation, user: id, as });
    return done({ operation, user: id, as });
  });
}

async function removeMember(
  options: Common & { readonly reason: string },
  given: string,
  name: string,
): Promise<Answer> {
  return withOperation(options, given, async ({ client, operation, user }) => {
    const id = await user(name);
    await client.call('operations.removeMember', { operation, user: id, reason: options.reason });
    return done({ operation, user: id });
  });
}

async function tell(
  options: Common & { readonly reason: string; readonly withdraw?: boolean },
  given: string,
): Promise<Answer> {
  return withOperation(options, given, async ({ client, operation }) => {
    const told = options.withdraw !== true;
    await client.call('operations.tellCase', { operation, told, reason: options.reason });
    return done({ operation, told });
  });
}

interface ScopeOptions {
  readonly act?: readonly string[];
  readonly scopePlace?: readonly string[];
  readonly scopePerson?: readonly string[];
  readonly technique?: readonly string[];
}

/** `contact: with the agency` → its kind and its words. */
function kindAndText(given: string): { kind: string; text: string } {
  const at = given.indexOf(':');
  return at < 0
    ? { kind: given.trim(), text: '' }
    : { kind: given.slice(0, at).trim(), text: given.slice(at + 1).trim() };
}

const scopeOf = ({
  act = [],
  scopePlace = [],
  scopePerson = [],
  technique = [],
}: ScopeOptions): ScopeInput => ({
  acts: act.map(kindAndText),
  places: scopePlace,
  persons: scopePerson,
  techniques: technique.map(kindAndText),
});

interface RulingOptions extends Common, ScopeOptions {
  readonly number: string;
  readonly judge: string;
  readonly day: string;
  readonly until: string;
  readonly grounds: string;
}

interface AuthoriseOptions extends RulingOptions {
  readonly court: string;
  readonly from: string;
  readonly insufficiency: string;
  readonly appliedBy: string;
  readonly appliedOn: string;
  readonly ownResponsibility?: boolean;
  readonly reportEvery?: string;
}

const rulingOf = ({ number, judge, day, until, grounds }: RulingOptions) => ({
  ...{ number, judge, grounds },
  day: dayOf(day),
  until: dayOf(until),
});

async function authorise(options: AuthoriseOptions, given: string): Promise<Answer> {
  const { court, from, insufficiency, appliedBy, appliedOn, ownResponsibility, reportEvery } = options;
  if (reportEvery !== undefined && !/^\d{1,3}$/.test(reportEvery))
    throw new UsageError('choice', { given: reportEvery, known: '1–366' });
  return withOperation(options, given, async ({ client, operation }) =>
    done(
      await client.call('operations.authorise', {
        ...rulingOf(options),
        ...{ operation, court, insufficiency },
        from: dayOf(from),
        application: { by: appliedBy, day: dayOf(appliedOn), ownResponsibility: ownResponsibility === true },
        scope: scopeOf(options),
        reportEvery: reportEvery === undefined ? undefined : Number(reportEvery),
      }),
    ),
  );
}

async function extend(options: RulingOptions, given: string, authorisation: string): Promise<Answer> {
  return withOperation(options, given, async ({ client, operation }) => {
    const { authorisations } = await client.call('operations.show', { operation });
    const ruling = authorisations.find(({ id, number }) => id === authorisation || number === authorisation);
    return done(
      await client.call('operations.extend', {
        ...rulingOf(options),
        operation,
        authorisation: ruling?.id ?? authorisation,
        adds: scopeOf(options),
      }),
    );
  });
}

interface AssignOptions extends Common {
  readonly act: string;
  readonly instruction: string;
  readonly from: string;
  readonly until: string;
}

async function assign(options: AssignOptions, given: string, codeName: string): Promise<Answer> {
  return withOperation(options, given, async ({ client, operation, agent }) => {
    const { authorisations } = await client.call('operations.show', { operation });
    const [from, until] = [dayOf(options.from), dayOf(options.until)];
    const ruling = authorisations.find((each) => each.from <= from && from <= each.until);
    const act = ruling?.scope.acts.find(({ id, kind, text }) => [id, kind, text].includes(options.act));
    return done(
      await client.call('operations.assign', {
        ...{ operation, from, until, instruction: options.instruction },
        agent: await agent(codeName),
        authorisation: ruling?.id ?? '-',
        act: act?.id ?? options.act,
      }),
    );
  });
}

function scopeOptions(command: Command): void {
  option(command, 'act', { value: 'text', repeat: true });
  option(command, 'scope-place', { value: 'text', repeat: true });
  option(command, 'scope-person', { value: 'text', repeat: true });
  option(command, 'technique', { value: 'text', repeat: true });
}

function rulingOptions(command: Command): void {
  option(command, 'number', { value: 'number', required: true }, 'rulingNumber');
  option(command, 'judge', { value: 'name', required: true });
  option(command, 'day', { value: 'day', required: true }, 'rulingDay');
  option(command, 'until', { value: 'day', required: true }, 'lastDay');
  option(command, 'grounds', { value: 'text', required: true });
  scopeOptions(command);
}

export function addAuthority(operation: Command): void {
  const opened = leaf(operation, 'open');
  option(opened, 'case', { value: 'case', required: true });
  option(opened, 'name', { value: 'name', required: true }, 'operationName');
  option(opened, 'purpose', { value: 'text' });
  does(opened, open);
  does(leaf(operation, 'list'), list);
  does(leaf(operation, 'show <operation>'), show);
  const member = group(operation, 'member');
  const added = leaf(member, 'add <operation> <name>');
  option(added, 'as', { value: 'role', required: true }, 'memberAs');
  does(added, addMember);
  const removed = leaf(member, 'remove <operation> <name>');
  option(removed, 'reason', { value: 'text', required: true });
  does(removed, removeMember);
  const toldCase = leaf(operation, 'tell-case <operation>');
  option(toldCase, 'reason', { value: 'text', required: true });
  option(toldCase, 'withdraw');
  does(toldCase, tell);
  const authorised = leaf(operation, 'authorise <operation>');
  rulingOptions(authorised);
  option(authorised, 'court', { value: 'name', required: true });
  option(authorised, 'from', { value: 'day', required: true }, 'firstDay');
  option(authorised, 'insufficiency', { value: 'text', required: true });
  option(authorised, 'applied-by', { value: 'name', required: true });
  option(authorised, 'applied-on', { value: 'day', required: true });
  option(authorised, 'own-responsibility');
  option(authorised, 'report-every', { value: 'number' });
  does(authorised, authorise);
  const extended = leaf(operation, 'extend <operation> <authorisation>');
  rulingOptions(extended);
  does(extended, extend);
  const assigned = leaf(operation, 'assign <operation> <agent>');
  option(assigned, 'act', { value: 'text', required: true }, 'assignedAct');
  option(assigned, 'instruction', { value: 'text', required: true });
  option(assigned, 'from', { value: 'day', required: true }, 'firstDay');
  option(assigned, 'until', { value: 'day', required: true }, 'lastDay');
  does(assigned, assign);
}
