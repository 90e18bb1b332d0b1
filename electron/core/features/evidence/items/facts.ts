import type { Fields } from '../../../journal/model.ts';
import { decimalText, dmsText, parseCoordinates } from './coordinates.ts';
import type { ItemFacts, ItemField } from './model.ts';
import { presentOf } from './present.ts';
import { serialOf } from './serials.ts';

/** An item's own facts from its fields as they stand. */
export function factsOf(fields: Pick<Fields<ItemField>, 'serials' | 'coordinates' | 'present'>): ItemFacts {
  const at = parseCoordinates(String(fields.coordinates.value ?? ''));
  return {
    serials: texts(fields.serials.value)
      .map(serialOf)
      .filter((serial) => serial !== null),
    coordinates: at === null ? null : { decimal: decimalText(at), dms: dmsText(at) },
    present: texts(fields.present.value).map(presentOf),
  };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
