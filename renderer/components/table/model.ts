import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { currentLanguage } from '../../app/i18n.ts';
import type { Column, Sort, VirtualTableProps } from './types.ts';

/** A row of the table: TanStack wants an object, ours may not be loaded yet. */
export interface Slot<T> {
  readonly row: T | undefined;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
type Features = typeof features;

/** Sorts as the language does: accents beside their letter, `E-9` before `E-10`. */
function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), currentLanguage(), { numeric: true });
}

function toColumn<T>(column: Column<T>): ColumnDef<Features, Slot<T>> {
  const { sort } = column;
  return {
    id: column.id,
    accessorFn: ({ row }) => (typeof sort === 'function' && row !== undefined ? sort(row) : ''),
    enableSorting: sort !== undefined,
    sortDescFirst: false,
    sortFn: (one, other, id) => compare(one.getValue(id), other.getValue(id)),
  };
}

const asState = (sort: Sort | undefined): SortingState =>
  sort === undefined ? [] : [{ id: sort.id, desc: sort.descending }];

/** The rows in the order shown, and how to sort by a column. */
export function useTableModel<T>(props: VirtualTableProps<T>) {
  const { columns, rows, sort, onSort } = props;
  const [own, setOwn] = useState<SortingState>(asState(sort));
  const sorting = onSort === undefined ? own : asState(sort);
  const data = useMemo(() => rows.map((row): Slot<T> => ({ row })), [rows]);
  const defs = useMemo(() => columns.map(toColumn), [columns]);
  const table = useTable<Features, Slot<T>>({
    features,
    columns: defs,
    data,
    state: { sorting },
    manualSorting: onSort !== undefined,
    onSortingChange: () => undefined,
  });
  const sortBy = (id: string) => {
    const descending = sorting[0]?.id === id && !sorting[0].desc;
    if (onSort === undefined) setOwn([{ id, desc: descending }]);
    else onSort({ id, descending });
  };
  return { rows: table.getRowModel().rows, sorting: sorting[0], sortBy };
}
