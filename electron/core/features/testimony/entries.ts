import { z } from 'zod';
import { kind } from '../../journal/kind.ts';

const id = z.string().min(1).max(100);
const short = z.string().max(500);

export const factsShape = z.strictObject({
  person: id,
  form: z.enum(['anticipated', 'gesell', 'statement']),
  when: z.iso.datetime({ offset: true }),
  place: short,
  interviewer: short,
  present: z.string().max(2_000),
  language: short,
  conditions: z.string().max(5_000),
});
const seconds = z.number().min(0).max(360_000);
export const segmentsShape = z
  .array(
    z
      .strictObject({
        start: seconds,
        end: seconds,
        speaker: z.string().max(200),
        text: z.string().max(5_000),
      })
      .refine(({ start, end }) => end >= start, { path: ['end'] }),
  )
  .max(5_000)
  .readonly();

/** A recording that is a person's testimony. Said anew, the last one stands; the log keeps both. */
export const testimonyRecorded = kind(
  'testimony.recorded',
  z.strictObject({ case: id, exhibit: id, facts: factsShape }),
);
/** A transcript with its time codes. `saw`: the versions that it takes the place of. */
export const testimonyTranscribed = kind(
  'testimony.transcribed',
  z.strictObject({
    case: id,
    exhibit: id,
    segments: segmentsShape,
    saw: z.array(z.string().max(64)).max(20).readonly(),
    reason: z.string().max(2_000).optional(),
  }),
);
