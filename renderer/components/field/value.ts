import type { Json } from '../../../electron/core/journal/canonical.ts';
import { formatDay } from '../../app/format.ts';
import type { FieldKind, FieldOption, Settable } from './types.ts';

/** The value as the inputs take it: a string, or strings for `choices`. */
export function asText(value: Json): string {
  return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
}

export function asList(value: Json): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

/** A value from the journal as it may be set again. */
export function asSettable(value: Json): Settable {
  if (value === null) return null;
  return Array.isArray(value) ? asList(value) : asText(value);
}

export function isEmpty(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Whether two values read the same: nothing is amended by what is already there. */
export function same(one: Json, other: Json): boolean {
  return (isEmpty(one) && isEmpty(other)) || JSON.stringify(one) === JSON.stringify(other);
}

/** A value as one line of words. */
export function words(value: Json, kind: FieldKind, options: readonly FieldOption[]): string {
  const named = (id: string) => options.find((option) => option.value === id)?.label ?? id;
  if (kind === 'lines') return asList(value).join('; ');
  if (kind === 'choices') return asList(value).map(named).join('; ');
  if (kind === 'choice') return named(asText(value));
  return kind === 'day' ? formatDay(asText(value)) : asText(value);
}
