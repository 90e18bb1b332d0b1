import type { ItemInput } from '../../../../electron/core/features/evidence/items/model.ts';
import type { DraftItem } from './occasion.ts';

/** The cells of a row in their order, with the field of the core that a refusal names. */
export const cells = [
  { id: 'category', field: 'category', width: '9rem' },
  { id: 'name', field: 'name', width: '14rem' },
  { id: 'label', field: 'serials', width: '8rem' },
  { id: 'serial', field: 'serials', width: '10rem' },
  { id: 'quantity', field: 'quantity', width: '4.5rem' },
  { id: 'packaging', field: 'packaging', width: '8rem' },
  { id: 'seal', field: 'seal', width: '6rem' },
  { id: 'insideRow', field: 'parent', width: '5.5rem' },
] as const;
export type Cell = (typeof cells)[number]['id'];

/** A new row: it keeps the category and the kind of number of the one above, for they seldom change. */
export function draftAfter(above: DraftItem | undefined, key: number): DraftItem {
  return {
    key,
    category: above?.category ?? 'phone',
    name: '',
    label: above?.label ?? 'imei',
    serial: '',
    sic: false,
    quantity: '',
    packaging: '',
    seal: '',
    insideRow: '',
  };
}

function isBlank({ name, serial, packaging, seal }: DraftItem): boolean {
  return [name, serial, packaging, seal].every((text) => text.trim() === '');
}

/** The rows that say something, at the end none that is blank: as many are recorded. */
export function filled(rows: readonly DraftItem[]): readonly DraftItem[] {
  return rows.slice(0, rows.findLastIndex((row) => !isBlank(row)) + 1);
}

/** A row with one cell as it is in the row above. */
export function repeated(rows: readonly DraftItem[], at: number, cell: Cell): readonly DraftItem[] {
  const above = rows[at - 1];
  if (above === undefined) return rows;
  return rows.map((row, index) => (index === at ? { ...row, [cell]: above[cell] } : row));
}

export function inputOf({
  category,
  name,
  label,
  serial,
  sic,
  quantity,
  packaging,
  seal,
  insideRow,
}: DraftItem): ItemInput {
  return {
    category,
    name,
    packaging,
    seal,
    serials: serial.trim() === '' ? [] : [sic ? { label, value: serial, sic } : { label, value: serial }],
    ...(quantity === '' ? {} : { quantity: Number(quantity) }),
    ...(insideRow === '' ? {} : { parentRow: Number(insideRow) }),
  };
}
