import { readStep } from '../../api/procedure.ts';
import { currentValue } from '../../journal/fields.ts';
import type { Sql } from '../../vault/database/sql.ts';
import type { Segment } from './model.ts';

/** What was said on a recording, as it stands; nothing where nobody has written it down. */
export const transcriptOf = readStep('testimony.transcript', ({ sql }, exhibit: string) =>
  currentTranscript(sql, exhibit),
);

export function currentTranscript(sql: Sql, exhibit: string): readonly Segment[] {
  return (currentValue(sql, `transcript ${exhibit}`, 'segments') ?? []) as unknown as readonly Segment[];
}

/** Whose testimony which recordings of a case are. */
export function recordedPeople(
  sql: Sql,
  caseId: string,
): readonly { readonly exhibit: string; readonly person: string }[] {
  return sql.all('SELECT exhibit, person FROM testimony WHERE case_id = ? ORDER BY exhibit', [caseId]);
}
