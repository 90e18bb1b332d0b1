import { type Role, rightsOfRoles } from '../../api/roles.ts';
import type { SignedEntry } from '../../journal/entry.ts';
import { officeFounded, roleGranted, roleRevoked, userAdded, userRemoved } from './entries.ts';

interface PublicUser {
  readonly id: string;
  readonly signKey: string;
  readonly roles: readonly Role[];
}

interface Known {
  readonly signKey: string;
  readonly roles: Set<Role>;
  readonly active: boolean;
}

/** Who may sign what, as far as the entries read until now say. */
export interface Authority {
  /** The author's public key (base64), or a reason why the entry has no right to stand. Then takes the entry in. */
  admit(entry: SignedEntry): { readonly signKey: string } | { readonly refused: string };
}

const officeKinds: ReadonlySet<string> = new Set([
  'office.amended',
  'office.recoveryConfirmed',
  'office.recoveryRenewed',
  userAdded.name,
  userRemoved.name,
  roleGranted.name,
  roleRevoked.name,
]);

/**
 * Follows the users' keys from the vault's first entry on: that one is signed by the key it brings in, every later
 * key and role by somebody who then held the right to manage the office.
 */
export function createAuthority(): Authority {
  const users = new Map<string, Known>();

  function bringIn({ user }: { readonly user: PublicUser }): void {
    users.set(user.id, { signKey: user.signKey, roles: new Set(user.roles), active: true });
  }

  function change(user: string, next: (known: Known) => Known): void {
    const known = users.get(user);
    if (known !== undefined) users.set(user, next(known));
  }

  const taking: Readonly<Record<string, (body: unknown) => void>> = {
    [officeFounded.name]: (body) => bringIn(officeFounded.schema.parse(body)),
    [userAdded.name]: (body) => bringIn(userAdded.schema.parse(body)),
    [userRemoved.name]: (body) =>
      change(userRemoved.schema.parse(body).user, (known) => ({ ...known, active: false })),
    [roleGranted.name]: (body) => {
      const { user, role } = roleGranted.schema.parse(body);
      change(user, (known) => ({ ...known, roles: known.roles.union(new Set([role])) }));
    },
    [roleRevoked.name]: (body) => {
      const { user, role } = roleRevoked.schema.parse(body);
      change(user, (known) => ({ ...known, roles: known.roles.difference(new Set([role])) }));
    },
  };
  const take = ({ entry }: SignedEntry): void => taking[entry.kind]?.(entry.body);

  return {
    admit: (entry) => {
      const { author, kind } = entry.entry;
      if (users.size === 0) {
        if (kind !== officeFounded.name) return { refused: 'first entry does not found an office' };
        take(entry);
      } else if (kind === officeFounded.name) {
        return { refused: 'founds the office a second time' };
      }
      const known = users.get(author);
      if (known === undefined) return { refused: 'author unknown' };
      if (!known.active) return { refused: 'author had been removed' };
      if (officeKinds.has(kind) && !rightsOfRoles([...known.roles]).includes('office.manage')) {
        return { refused: 'author may not manage the office' };
      }
      if (kind !== officeFounded.name) take(entry);
      return { signKey: known.signKey };
    },
  };
}
