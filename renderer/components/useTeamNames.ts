import { useCore } from '../app/core.ts';

/** Names of the people who work on the case, to be offered where somebody must be named. */
export function useTeamNames(caseId: string): string[] {
  const { data } = useCore('cases.show', { case: caseId });
  return [...new Set(data?.team.map((member) => member.name) ?? [])];
}
