import type { PersonRow } from '../../../electron/core/features/people/model.ts';
import { useCore } from '../../app/core.ts';
import type { Option } from '../../app/terms.ts';

function nameOf({ fields }: PersonRow): string {
  return typeof fields.name.value === 'string' ? fields.name.value : '';
}

/** People and organisations of the case, to be chosen from. Protected ones stand under their code names. */
export function usePeople(caseId: string | undefined): {
  readonly options: readonly Option[];
  readonly organisations: readonly Option[];
} {
  const { data = [] } = useCore('people.list', { case: caseId ?? '' }, { enabled: caseId !== undefined });
  const asOption = (person: PersonRow): Option => ({ value: person.id, label: nameOf(person) });
  return {
    options: data.map(asOption),
    organisations: data.filter(({ kind }) => kind === 'organisation').map(asOption),
  };
}
