import { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import type { Procedures } from '../../api/procedure.ts';
import { currentValue, fieldHistory } from '../../journal/fields.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { showExhibit } from '../evidence/index.ts';
import { parseCaptions, writeCaptions } from './captions.ts';
import { factsShape, segmentsShape, testimonyRecorded, testimonyTranscribed } from './entries.ts';
import type { Segment, Testimony, TestimonyFacts } from './model.ts';

const id = z.string().min(1).max(100);
const ofExhibit = { case: id, exhibit: id };
const transcript = {
  ...ofExhibit,
  saw: z.array(z.string().max(64)).max(20).readonly(),
  reason: z.string().max(2_000).optional(),
};

/** Only what can be played is somebody's testimony. */
function requireRecording(sql: Sql, caseId: string, exhibit: string): void {
  const { viewer, number } = showExhibit(sql, caseId, exhibit);
  if (viewer !== 'audio' && viewer !== 'video')
    throw new CustodiaError('testimony.notARecording', { number });
}

function show(sql: Sql, caseId: string, exhibit: string): Testimony {
  showExhibit(sql, caseId, exhibit);
  const row = sql.get<{ facts: string; name: string | null }>(
    `SELECT t.facts, p.name FROM testimony t LEFT JOIN person p ON p.id = t.person WHERE t.exhibit = ?`,
    [exhibit],
  );
  const subject = `transcript ${exhibit}`;
  const versions = fieldHistory(sql, caseId, subject, 'segments');
  return {
    facts:
      row === undefined ? null : { ...(JSON.parse(row.facts) as TestimonyFacts), personName: row.name ?? '' },
    segments: (currentValue(sql, subject, 'segments') ?? []) as unknown as Segment[],
    saw: versions.filter((version) => version.current).map((version) => version.entry),
    versions,
  };
}

export const testimonyProcedures = {
  'testimony.show': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject(ofExhibit),
    run: ({ sql }, input) => show(sql, input.case, input.exhibit),
  },
  'testimony.captions': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject(ofExhibit),
    run: ({ sql }, input) => ({ text: writeCaptions(show(sql, input.case, input.exhibit).segments) }),
  },
  'testimony.record': {
    type: 'command',
    right: 'case.amend',
    input: z.strictObject({ ...ofExhibit, facts: factsShape }),
    run: ({ sql, append, now }, input) => {
      requireRecording(sql, input.case, input.exhibit);
      const person = sql.get('SELECT 1 FROM person WHERE id = ? AND case_id = ?', [
        input.facts.person,
        input.case,
      ]);
      if (person === undefined) throw new CustodiaError('call.notFound', { what: 'person' });
      if (Date.parse(input.facts.when) > now + 60_000)
        throw new CustodiaError('call.invalid', { field: 'when' });
      append(testimonyRecorded, input.case, input);
      return {};
    },
  },
  'testimony.transcribe': {
    type: 'command',
    right: 'case.amend',
    input: z.strictObject({ ...transcript, segments: segmentsShape }),
    run: ({ sql, append }, input) => {
      requireRecording(sql, input.case, input.exhibit);
      append(testimonyTranscribed, input.case, input);
      return { segments: input.segments.length };
    },
  },
  'testimony.importCaptions': {
    type: 'command',
    right: 'case.amend',
    input: z.strictObject({ ...transcript, text: z.string().max(3_000_000) }),
    run: ({ sql, append }, { text, ...input }) => {
      requireRecording(sql, input.case, input.exhibit);
      const { segments, bad } = parseCaptions(text);
      const [first] = bad;
      // All of it or nothing: a transcript with holes would be taken for a whole one.
      if (first !== undefined)
        throw new CustodiaError('testimony.badCaption', { line: first, count: bad.length });
      if (segments.length === 0) throw new CustodiaError('call.invalid', { field: 'text' });
      append(testimonyTranscribed, input.case, { ...input, segments: segmentsShape.parse(segments) });
      return { segments: segments.length };
    },
  },
} satisfies Procedures;
