import { readStep } from '../../api/procedure.ts';
import { currentValue } from '../../journal/fields.ts';
import type { Segment } from './model.ts';

/** What was said on a recording, as it stands; nothing where nobody has written it down. */
export const transcriptOf = readStep(
  'testimony.transcript',
  ({ sql }, exhibit: string) =>
    (currentValue(sql, `transcript ${exhibit}`, 'segments') ?? []) as unknown as readonly Segment[],
);
