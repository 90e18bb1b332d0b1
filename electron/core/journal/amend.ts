import { z } from 'zod';
import type { Sql } from '../vault/database/sql.ts';
import type { Json } from './canonical.ts';
import type { SignedEntry } from './entry.ts';
import { setField } from './fields.ts';

/** A field's value in an entry: text or a list of texts; null empties it. */
export const fieldText = z.string().max(20_000).nullable();

/** The body of an amendment of any subject: what changes, what the person had seen, and why. */
export const amendmentsShape = <F extends string>(fields: readonly [F, ...F[]]) =>
  z
    .array(
      z.strictObject({
        field: z.enum(fields),
        value: z.union([fieldText, z.array(z.string().max(200)).max(100).readonly()]),
        saw: z.array(z.string().max(64)).max(20).readonly(),
        reason: z.string().max(2_000).optional(),
      }),
    )
    .min(1)
    .max(50)
    .readonly();

interface AnyAmendment {
  readonly field: string;
  readonly value: Json;
  readonly saw: readonly string[];
  readonly reason?: string | undefined;
}

/** Takes amendments of one subject into the fields' view. */
export function applyAmendments(
  sql: Sql,
  entry: SignedEntry,
  caseId: string | null,
  subject: string,
  amendments: readonly AnyAmendment[],
): void {
  for (const { field, value, saw, reason } of amendments) {
    setField(sql, entry, { subject, field, value, saw, reason: reason ?? '', case: caseId });
  }
}

/** Takes the first value of each field that was given when a subject was entered. */
export function applyFirstValues(
  sql: Sql,
  entry: SignedEntry,
  caseId: string,
  subject: string,
  values: Readonly<Record<string, string | readonly string[] | undefined>>,
): void {
  for (const [field, value] of Object.entries(values)) {
    if (value === undefined || value === '') continue;
    setField(sql, entry, { subject, field, value, saw: [], reason: '', case: caseId });
  }
}
