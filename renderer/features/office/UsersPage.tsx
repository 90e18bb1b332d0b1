/** Who may open the vault and in which roles. */
export function UsersPage() {
  return null;
}
