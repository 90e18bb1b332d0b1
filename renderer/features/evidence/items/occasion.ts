import type {
  ItemCategory,
  ItemOccasion,
  Present,
  Serial,
  SerialLabel,
} from '../../../../electron/core/features/evidence/items/model.ts';
import { CoreError } from '../../../app/core.ts';

export const noOccasion: ItemOccasion = {
  source: '',
  place: '',
  collectedOn: '',
  collectedAt: '',
  collectedBy: '',
  coordinates: '',
  present: [],
};

export const nobody: Present = { name: '', capacity: '' };

/** One row of the grid, as it is typed. */
export interface DraftItem {
  readonly key: number;
  readonly category: ItemCategory;
  readonly name: string;
  readonly label: SerialLabel;
  readonly serial: string;
  readonly sic: boolean;
  readonly quantity: string;
  readonly packaging: string;
  readonly seal: string;
  readonly insideRow: string;
}

/** The number whose check digit the core doubts, or null. */
export function doubtedIn(error: Error | null): { readonly row: number; readonly value: string } | null {
  if (!(error instanceof CoreError) || error.body.code !== 'item.checkDigit') return null;
  return { row: Number(error.body.params.row), value: String(error.body.params.value) };
}

/** Whether the core's tidy number is this typed one: it takes out blanks and hyphens. */
export function isThatSerial(typed: Pick<Serial, 'value'>, value: string): boolean {
  return typed.value.replaceAll(/[\s./-]/g, '') === value;
}

/** The row and the field that the core could not take, or null. */
export function refusedIn(error: Error | null): { readonly row: number; readonly field: string } | null {
  if (!(error instanceof CoreError)) return null;
  const { code, params } = error.body;
  if (code === 'item.invalid') return { row: Number(params.row), field: String(params.field) };
  return code === 'item.checkDigit' ? { row: Number(params.row), field: 'serials' } : null;
}
