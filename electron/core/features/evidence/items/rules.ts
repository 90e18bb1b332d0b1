import { CustodiaError } from '../../../api/errors.ts';
import { requireDay } from '../../cases/index.ts';
import { decimalText, parseCoordinates } from './coordinates.ts';
import {
  type Coordinates,
  type ItemField,
  type ItemInput,
  type ItemOccasion,
  itemCategories,
} from './model.ts';
import { presentOf, presentText, tidyPresent } from './present.ts';
import { problemWithSerial, serialOf, serialText, tidySerial } from './serials.ts';

/** An item as it is written into the journal, without its ids. */
export interface TidyItem {
  readonly name: string;
  readonly category: ItemInput['category'];
  readonly description: string;
  readonly serials: NonNullable<ItemInput['serials']>;
  readonly quantity?: number;
  readonly packaging: string;
  readonly seal: string;
  readonly parent?: string;
  readonly parentRow?: number;
}

/**
 * An item as it was typed, made tidy. `row` counts from 1 and stands in the refusal, so that the person is led to it.
 *
 * @throws `item.invalid` (row, field), `item.checkDigit` (row, label, value) for a number that must be looked at again
 */
export function tidyItem(input: ItemInput, row: number): TidyItem {
  const name = input.name.trim();
  if (name === '') throw new CustodiaError('item.invalid', { row, field: 'name' });
  const serials = (input.serials ?? []).map(tidySerial).filter(({ value }) => value !== '');
  const kept = serials.map((serial) => {
    const problem = problemWithSerial(serial);
    if (problem === 'form') throw new CustodiaError('item.invalid', { row, field: 'serials' });
    if (problem === 'checkDigit' && serial.sic !== true)
      throw new CustodiaError('item.checkDigit', { row, label: serial.label, value: serial.value });
    const { label, value } = serial;
    // A number that holds needs no confirmation.
    return problem === null ? { label, value } : { label, value, sic: true as const };
  });
  const { parent, parentRow } = input;
  if (parentRow !== undefined && (parentRow >= row || parent !== undefined))
    throw new CustodiaError('item.invalid', { row, field: 'parent' });
  return {
    name,
    category: input.category,
    description: (input.description ?? '').trim(),
    serials: kept,
    packaging: (input.packaging ?? '').trim(),
    seal: (input.seal ?? '').trim(),
    ...(input.quantity === undefined ? {} : { quantity: input.quantity }),
    ...(parent === undefined ? {} : { parent }),
    ...(parentRow === undefined ? {} : { parentRow }),
  };
}

/** What holds for all items of a record: refuses a day, a time or a place that cannot be, before any row is looked at. */
export function tidyOccasion(occasion: ItemOccasion): ItemOccasion & { readonly at: Coordinates | null } {
  if (occasion.collectedOn !== '') requireDay(occasion.collectedOn);
  if (!isTime(occasion.collectedAt)) throw new CustodiaError('call.invalid', { field: 'collectedAt' });
  const at = occasion.coordinates.trim() === '' ? null : parseCoordinates(occasion.coordinates);
  if (at === null && occasion.coordinates.trim() !== '')
    throw new CustodiaError('call.invalid', { field: 'coordinates' });
  const present = occasion.present.map(tidyPresent).filter(({ name }) => name !== '');
  return { ...occasion, present, at };
}

function isTime(text: string): boolean {
  return text === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * The value of one amended field in the form in which it is kept. A number against its check digit is only kept where
 * it says `(sic)`.
 *
 * @throws `call.invalid` (field), `item.checkDigit`
 */
export function tidyAmended(
  field: ItemField,
  value: string | readonly string[] | null,
): string | readonly string[] | null {
  const invalid = (): CustodiaError => new CustodiaError('call.invalid', { field });
  if (value === null || value === '') {
    if (field === 'category') throw invalid();
    return null;
  }
  if (field === 'serials' || field === 'present') {
    if (isText(value)) throw invalid();
    const lines = value.filter((line) => line.trim() !== '');
    return field === 'serials'
      ? lines.map(amendedSerial)
      : lines.map((text) => presentText(tidyPresent(presentOf(text))));
  }
  if (!isText(value)) throw invalid();
  const text = value.trim();
  if (field === 'coordinates') {
    const at = parseCoordinates(text);
    if (at === null) throw invalid();
    return decimalText(at);
  }
  if (field === 'collectedAt' && !isTime(text)) throw invalid();
  if (field === 'quantity' && !/^[1-9]\d{0,8}$/.test(text)) throw invalid();
  if (field === 'category' && !itemCategories.some((each) => each === text)) throw invalid();
  return text;
}

function amendedSerial(text: string): string {
  const serial = serialOf(text);
  if (serial === null) throw new CustodiaError('call.invalid', { field: 'serials' });
  const [kept] = tidyItem({ name: '-', category: 'other', serials: [serial] }, 1).serials;
  if (kept === undefined) throw new CustodiaError('call.invalid', { field: 'serials' });
  return serialText(kept);
}

/** Whether `exhibit` would come to lie in itself. `parentOf` knows where each lies now. */
export function wouldCircle(
  exhibit: string,
  parent: string,
  parentOf: (exhibit: string) => string | null,
): boolean {
  const seen = new Set<string>();
  for (let at: string | null = parent; at !== null && !seen.has(at); at = parentOf(at)) {
    if (at === exhibit) return true;
    seen.add(at);
  }
  return false;
}
