import type { AssetListInput } from '../../../electron/core/features/seizures/model.ts';
import { useCore } from '../../app/core.ts';

export type AssetSearch = Omit<AssetListInput, 'case' | 'asOf' | 'offset' | 'limit'>;

export const plainSearch: AssetSearch = { sort: 'number', descending: false };

/** What narrows the list: everything but the order. */
export const filterNames = [
  'text',
  'stages',
  'kinds',
  'challenged',
  'currency',
  'valueFrom',
  'valueTo',
  'custodian',
  'department',
  'office',
  'person',
] as const satisfies readonly (keyof AssetSearch)[];
export type FilterName = (typeof filterNames)[number];

/** The filters that are set: an empty text or list sets none. */
export function setFilters(search: AssetSearch): readonly FilterName[] {
  return filterNames.filter((name) => {
    const value = search[name];
    if (value === undefined || value === false) return false;
    return typeof value === 'number' || value === true || value.length > 0;
  });
}

/** The search without the filters that set nothing, as the core takes it. */
export function askedOf(search: AssetSearch): AssetSearch {
  const set = setFilters(search);
  const { sort, descending } = search;
  return { sort, descending, ...Object.fromEntries(set.map((name) => [name, search[name]])) };
}

/** The filter alone, as the ledger and the charts take it. */
export function filterOf(search: AssetSearch): Omit<AssetSearch, 'sort' | 'descending'> {
  const { sort: _sort, descending: _descending, ...filter } = askedOf(search);
  return filter;
}

/** One asset with its fields, its measure and what is tied to it. */
export function useAsset(caseId: string, asset: string, asOf: string | undefined) {
  return useCore('seizures.show', { case: caseId, asset, asOf });
}
