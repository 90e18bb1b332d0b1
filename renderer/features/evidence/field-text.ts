import type { FieldValue } from '../../../electron/core/journal/model.ts';

/** A field's value as text; every field of an exhibit is one. */
export function textOf(field: FieldValue): string {
  return typeof field.value === 'string' ? field.value : '';
}
