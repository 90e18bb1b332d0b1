import type { Fields } from '../../journal/model.ts';

export const personFields = [
  'name',
  'role',
  'document',
  'birthDate',
  'gender',
  'nationality',
  'occupation',
  'phone',
  'address',
  'notes',
] as const;
export type PersonField = (typeof personFields)[number];

export interface PersonRow {
  readonly id: string;
  readonly kind: 'person' | 'organisation';
  readonly addedAt: string;
  readonly addedBy: string;
  readonly fields: Fields<PersonField>;
  /** The sealed identity, where there is one: who holds it, and whether the person asking does. */
  readonly seal: { readonly id: string; readonly holders: readonly string[]; readonly mine: boolean } | null;
}

export interface PersonAddInput {
  readonly case: string;
  readonly kind: 'person' | 'organisation';
  /** For a protected person a code name: the true one goes into the seal. */
  readonly name: string;
  readonly role: string;
  readonly document?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly gender?: string | undefined;
  readonly nationality?: string | undefined;
  readonly occupation?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
  readonly notes?: string | undefined;
}

export interface Relation {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly note: string;
  readonly at: string;
  readonly author: string;
}

/** What lies in the envelope: readable by the named holders only. */
export interface SealedIdentity {
  readonly trueName: string;
  readonly document: string;
  readonly whereabouts: string;
  readonly notes: string;
}
