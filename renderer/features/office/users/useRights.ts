import type { Right, Role } from '../../../../electron/core/api/roles.ts';
import { useCore } from '../../../app/core.ts';

export interface Rights {
  readonly roles: readonly Role[];
  readonly rights: readonly Right[];
  readonly table: Readonly<Record<Role, readonly Right[]>>;
}

/** The table of rights as the core checks it; undefined until it is there. */
export function useRights(): Rights | undefined {
  const { data } = useCore('office.rights', {});
  return data === undefined ? undefined : { ...data, roles: Object.keys(data.table) as Role[] };
}
