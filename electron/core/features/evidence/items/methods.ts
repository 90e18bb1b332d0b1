import type { JobState } from '../../../api/jobs.ts';
import type { InCase, Method, Nothing, OfExhibit } from '../../../api/method.ts';
import type { HashListInput } from './hashes/model.ts';
import type { ItemInput, ItemOccasion, RecordedItem } from './model.ts';

/** What may be called of things that lie in a store, and of exhibits inside exhibits. */
export interface ItemMethods {
  /** Up to 200 items at once, all or none; the refusal names the row, counted from 1, and the field. */
  'evidence.recordItems': Method<
    InCase & { readonly occasion: ItemOccasion; readonly items: readonly ItemInput[] },
    readonly RecordedItem[]
  >;
  /** Puts an exhibit into another of the same case, or out of all (null). */
  /** A job whose result is a `HashListOutcome`: every row's outcome, written into the journal only with `write`. */
  'evidence.hashList': Method<HashListInput, JobState>;
  'evidence.place': Method<OfExhibit & { readonly parent: string | null; readonly reason: string }, Nothing>;
}
