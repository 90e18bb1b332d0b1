import type { TimelineEntry } from '../../../electron/core/features/timeline/model.ts';
import type { Json } from '../../../electron/core/journal/canonical.ts';

export interface Fact {
  readonly field: string;
  readonly value: Json;
}

const internal = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An amount stays whole: its currency and its figure say nothing apart. */
export function isMoney(value: Json): value is { readonly currency: string; readonly minor: number } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { currency, minor } = value as Readonly<Record<string, Json>>;
  return typeof currency === 'string' && typeof minor === 'number';
}

/** Empty, or made of ids that name nothing to a reader. */
function saysNothing(value: Json): boolean {
  if (value === null || value === '') return true;
  if (Array.isArray(value)) return value.every((each: Json) => saysNothing(each));
  return typeof value === 'string' && internal.test(value);
}

/**
 * What an entry's body holds, in a flat list: groups such as a provenance are unfolded, ids and empty fields left out.
 * Amendments are left out too: the sentence tells them.
 */
export function factsOf(details: TimelineEntry['details']): Fact[] {
  return Object.entries(details).flatMap(([field, value]) => {
    if (field === 'amendments' || saysNothing(value)) return [];
    if (isMoney(value)) return [{ field, value }];
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return factsOf(value as TimelineEntry['details']);
    return [{ field, value }];
  });
}
