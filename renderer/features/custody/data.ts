import { useCore } from '../../app/core.ts';

/** The chain of custody of an exhibit, as it was at `asOf`. */
export function useCustody(caseId: string, exhibit: string, asOf: string | undefined) {
  return useCore('custody.show', { case: caseId, exhibit, asOf }, { keepPrevious: false });
}

/** Users who may receive an exhibit, as options. */
export function useReceivers(): readonly { readonly value: string; readonly label: string }[] {
  const { data } = useCore('users.list', {});
  return (data ?? []).filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }));
}
