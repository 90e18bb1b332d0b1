/** All cases of the person's teams: filter, sort, search, open a new one. */
export function CasesPage() {
  return null;
}
