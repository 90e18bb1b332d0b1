import type { Command } from 'commander';
import { does, group, leaf, option } from '../command.ts';
import { type Common, caseId, UsageError, withVault } from '../context.ts';
import type { Answer } from '../output.ts';
import { table } from '../table.ts';
import { say } from '../texts.ts';
import { asOfMoment, dayOf } from '../times.ts';
import { vocabularyOf } from '../vocabulary.ts';

const details = ['document', 'gender', 'nationality', 'occupation', 'phone', 'address', 'notes'] as const;
type Detail = (typeof details)[number];

interface AddOptions extends Partial<Readonly<Record<Detail, string>>> {
  readonly case: string;
  readonly name: string;
  readonly role: string;
  readonly kind?: string;
  readonly birthDate?: string;
}

async function add(options: AddOptions & Common): Promise<Answer> {
  const { kind, name } = options;
  if (kind !== undefined && kind !== 'person' && kind !== 'organisation') {
    throw new UsageError('choice', { given: kind, known: 'person, organisation' });
  }
  const birthDate = options.birthDate === undefined ? undefined : dayOf(options.birthDate);
  const given = Object.fromEntries(details.map((key) => [key, options[key]]));
  const { id } = await withVault(options, async (client) => {
    const words = await vocabularyOf(client);
    const role = words.idOf('personRoles', options.role);
    return client.call('people.add', {
      ...given,
      case: await caseId(client, options.case),
      kind: kind ?? words.kindOfRole(role) ?? 'person',
      name,
      role,
      birthDate,
    });
  });
  return { value: { id }, lines: [say('person.added', { name, id })] };
}

async function list(options: Common & { readonly case: string; readonly asOf?: string }): Promise<Answer> {
  const asOf = asOfMoment(options.asOf);
  return withVault(options, async (client) => {
    const words = await vocabularyOf(client);
    const people = await client.call('people.list', { case: await caseId(client, options.case), asOf });
    const rows = people.map(({ id, fields }) => [
      id,
      words.nameOf('personRoles', String(fields.role.value ?? '')),
      String(fields.name.value ?? ''),
    ]);
    return { value: { people }, lines: rows.length === 0 ? [say('person.none')] : table(rows) };
  });
}

export function addPerson(program: Command): void {
  const person = group(program, 'person');
  const added = leaf(person, 'add');
  option(added, 'case', { value: 'case', required: true });
  option(added, 'name', { value: 'name', required: true });
  option(added, 'role', { value: 'id', required: true });
  option(added, 'kind', { value: 'kind' });
  option(added, 'birth-date', { value: 'day' });
  for (const detail of details) option(added, detail, { value: 'text' });
  does(added, add);
  const listed = leaf(person, 'list');
  option(listed, 'case', { value: 'case', required: true });
  option(listed, 'as-of', { value: 'day' });
  does(listed, list);
}
