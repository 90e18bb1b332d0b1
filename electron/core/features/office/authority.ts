import { type Role, rightsOfRoles } from '../../api/roles.ts';
import type { SignedEntry } from '../../journal/entry.ts';
import { officeFounded, roleGranted, roleRevoked, userAdded, userRemoved } from './entries.ts';

interface Known {
  readonly signKey: string;
  readonly roles: ReadonlySet<Role>;
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

  function take(entry: SignedEntry): void {
    const { kind, body } = entry.entry;
    if (kind === officeFounded.name || kind === userAdded.name) {
      const parsed = (kind === officeFounded.name ? officeFounded.schema : userAdded.schema).parse(body);
      users.set(parsed.user.id, {
        signKey: parsed.user.signKey,
        roles: new Set(parsed.user.roles),
        active: true,
      });
    } else if (kind === userRemoved.name) {
      const known = users.get(userRemoved.schema.parse(body).user);
      if (known !== undefined) users.set(userRemoved.schema.parse(body).user, { ...known, active: false });
    } else if (kind === roleGranted.name || kind === roleRevoked.name) {
      const { user, role } = roleGranted.schema.parse(body);
      const known = users.get(user);
      if (known === undefined) return;
      const roles = new Set(known.roles);
      if (kind === roleGranted.name) roles.add(role);
      else roles.delete(role);
      users.set(user, { ...known, roles });
    }
  }

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
