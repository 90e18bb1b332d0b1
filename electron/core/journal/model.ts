import type { Json } from './canonical.ts';

/** One field as it stands: its value, who set it last and the entries that an amendment must say it saw. */
export interface FieldValue<T extends Json = Json> {
  readonly value: T;
  /** Entry ids of the current versions: more than one means a conflict that a person must settle. */
  readonly saw: readonly string[];
  readonly at: string;
  readonly author: string;
  /** How many versions there have been; 1 means never amended. */
  readonly versions: number;
  /** The other current values, where two amendments did not see each other. */
  readonly conflicting: readonly { readonly value: Json; readonly author: string; readonly at: string }[];
}

export type Fields<K extends string> = Readonly<Record<K, FieldValue>>;

/** One version of a field, newest first in lists. */
export interface FieldVersion {
  readonly entry: string;
  readonly value: Json;
  readonly at: string;
  readonly author: string;
  readonly current: boolean;
  readonly reason: string;
}

export interface Amendment<F extends string> {
  readonly field: F;
  readonly value: string | readonly string[] | null;
  /** The `saw` of the field as it was shown to the person who amends it. */
  readonly saw: readonly string[];
  readonly reason?: string | undefined;
}

export interface Problem {
  readonly item: string;
  readonly what: string;
}

export interface Verification {
  readonly valid: boolean;
  readonly problems: readonly Problem[];
}
