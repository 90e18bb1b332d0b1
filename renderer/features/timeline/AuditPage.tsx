/** The office's whole trail: who did what kind of thing when. */
export function AuditPage() {
  return null;
}
