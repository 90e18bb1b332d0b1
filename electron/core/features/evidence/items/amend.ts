import { CustodiaError } from '../../../api/errors.ts';
import type { ExhibitKind } from '../model.ts';
import { type ItemField, itemFields } from './model.ts';
import { tidyAmended } from './rules.ts';

export function isItemField(field: string): field is ItemField {
  return itemFields.some((each) => each === field);
}

interface Change {
  readonly field: string;
  readonly value: string | readonly string[] | null;
}

/** Amendments with the values of an item's fields in the form in which they are kept; a file has none of them. */
export function tidyAmendments<A extends Change>(kind: ExhibitKind, amendments: readonly A[]): A[] {
  return amendments.map((amendment) => {
    const { field, value } = amendment;
    if (!isItemField(field)) return amendment;
    if (kind !== 'item') throw new CustodiaError('call.invalid', { field });
    return { ...amendment, value: tidyAmended(field, value) };
  });
}
