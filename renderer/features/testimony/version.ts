import type { Segment } from '../../../electron/core/features/testimony/model.ts';
import type { FieldVersion } from '../../../electron/core/journal/model.ts';

/** What a version of a transcript says. */
export function segmentsOf(version: FieldVersion): readonly Segment[] {
  return (version.value ?? []) as unknown as readonly Segment[];
}
