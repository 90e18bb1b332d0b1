import type { Command } from 'commander';
import { CustodiaError } from '../../core/api/errors.ts';
import { type Role, roles } from '../../core/api/roles.ts';
import type { UserRow } from '../../core/features/office/model.ts';
import { does, group, leaf, option } from '../command.ts';
import { type Client, type Common, passphraseFrom, passphraseOf, UsageError, withVault } from '../context.ts';
import type { Answer } from '../output.ts';
import { table } from '../table.ts';
import { say } from '../texts.ts';

interface NewPassphrase {
  readonly newPassphraseFile?: string;
}

const newPassphrase = (options: NewPassphrase): string =>
  passphraseFrom(options.newPassphraseFile, '--new-passphrase-file', 'CUSTODIA_NEW_PASSPHRASE');

function roleOf(given: string): Role {
  const role = roles.find((each) => each === given || say(`role.${each}`).toLocaleLowerCase('es') === given);
  if (role === undefined) throw new UsageError('choice', { given, known: roles.join(', ') });
  return role;
}

const spelled = (name: string): string => name.normalize('NFKC').trim().toLocaleLowerCase('es');

/** A user by id or name; among those of one name, the one who works here. */
async function findUser(client: Client, given: string): Promise<UserRow> {
  const users = await client.call('users.list', {});
  const named = users.filter((user) => user.id === given || spelled(user.name) === spelled(given));
  const user = named.find((each) => each.active) ?? named[0];
  if (user === undefined) throw new CustodiaError('call.notFound', { what: 'user' });
  return user;
}

async function add(
  options: Common & NewPassphrase & { readonly role: readonly string[] },
  name: string,
): Promise<Answer> {
  const held = options.role.map(roleOf);
  const passphrase = newPassphrase(options);
  const user = await withVault(options, (client) =>
    client.call('users.add', { name, passphrase, roles: held }),
  );
  return { value: user, lines: [say('user.added', { name: user.name }), user.fingerprint] };
}

async function list(options: Common): Promise<Answer> {
  const users = await withVault(options, (client) => client.call('users.list', {}));
  const rows = users.map((user) => [
    user.name,
    say(user.active ? 'user.active' : 'user.removed'),
    user.roles.map((role) => say(`role.${role}`)).join(', '),
  ]);
  return { value: { users }, lines: table(rows) };
}

async function remove(options: Common, name: string): Promise<Answer> {
  const user = await withVault(options, async (client) => {
    const found = await findUser(client, name);
    await client.call('users.remove', { user: found.id });
    return found;
  });
  return { value: { id: user.id, name: user.name }, lines: [say('user.ended', { name: user.name })] };
}

async function passphrase(options: Common & NewPassphrase): Promise<Answer> {
  const current = passphraseOf(options);
  const next = newPassphrase(options);
  const user = await withVault(options, async (client) => {
    await client.call('vault.changePassphrase', { current, next });
    return (await client.call('vault.session', {}))?.user;
  });
  return { value: { id: user?.id, name: user?.name }, lines: [say('user.passphraseChanged')] };
}

const change =
  (method: 'roles.grant' | 'roles.revoke') =>
  async (options: Common, name: string, given: string): Promise<Answer> => {
    const role = roleOf(given);
    const user = await withVault(options, async (client) => {
      const found = await findUser(client, name);
      await client.call(method, { user: found.id, role });
      const others = found.roles.filter((each) => each !== role);
      // Not asked anew: whoever gave up their own last role may ask nothing any more.
      return { ...found, roles: method === 'roles.grant' ? [...others, role] : others };
    });
    const held = user.roles.map((each) => say(`role.${each}`)).join(', ');
    return { value: user, lines: [say('user.roles', { name: user.name, roles: held })] };
  };

export function addUser(program: Command): void {
  const user = group(program, 'user');
  const added = leaf(user, 'add <name>');
  option(added, 'role', { value: 'role', repeat: true, required: true }, 'userRole');
  option(added, 'new-passphrase-file', { value: 'file' });
  does(added, add);
  does(leaf(user, 'list'), list);
  does(leaf(user, 'remove <name>'), remove);
  const changed = leaf(user, 'passphrase');
  option(changed, 'new-passphrase-file', { value: 'file' });
  does(changed, passphrase);
}

export function addRole(program: Command): void {
  const role = group(program, 'role');
  does(leaf(role, 'grant <name> <role>'), change('roles.grant'));
  does(leaf(role, 'revoke <name> <role>'), change('roles.revoke'));
}
