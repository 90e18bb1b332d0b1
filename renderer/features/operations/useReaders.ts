import { useCore } from '../../app/core.ts';
import type { Option } from '../../app/terms.ts';

/** Roles that read operations: who has none of them is refused as a member by the core. */
const reading: readonly string[] = ['prosecutor', 'investigator', 'handler'];

/** Who can be made a member of an operation. */
export function useReaders(): readonly Option[] {
  const { data = [] } = useCore('users.list', {});
  return data
    .filter(({ active, roles }) => active && roles.some((role) => reading.includes(role)))
    .map(({ id, name }) => ({ value: id, label: name }));
}
