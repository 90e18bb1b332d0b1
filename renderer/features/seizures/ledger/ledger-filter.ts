import type { LedgerInput } from '../../../../electron/core/features/seizures/model.ts';
import { type AssetSearch, filterOf } from '../data.ts';

/** The filters that the ledger can follow: it never tears a whole and its parts apart. */
export function ledgerFilter(
  search: AssetSearch,
): Pick<LedgerInput, 'kinds' | 'department' | 'office' | 'person'> {
  const { kinds, department, office, person } = filterOf(search);
  return {
    ...(kinds === undefined ? {} : { kinds }),
    ...(department === undefined ? {} : { department }),
    ...(office === undefined ? {} : { office }),
    ...(person === undefined ? {} : { person }),
  };
}
