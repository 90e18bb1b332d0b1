import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where a vault lies unless another is named: the same place for every shell. `CUSTODIA_VAULT` names another. */
export function usualVault(): string {
  const named = process.env.CUSTODIA_VAULT;
  return named === undefined || named === '' ? join(homedir(), 'Custodia', 'vault') : named;
}
