import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import { type Procedures, readStep } from '../../api/procedure.ts';
import { findTerm } from '../../redaction/find.ts';
import { type ExhibitDetail, showExhibit } from '../evidence/index.ts';
import { redacted, redactionShape, unredacted } from './entries.ts';
import { id, ofExhibit, reason } from './inputs.ts';
import { requireMark } from './list.ts';
import { requireRedaction } from './rules.ts';

const searchedExhibit = readStep(
  'marking.searchedExhibit',
  ({ sql }, input: { readonly case: string; readonly exhibit: string }): ExhibitDetail =>
    showExhibit(sql, input.case, input.exhibit),
);

export const markingSteps = [searchedExhibit];

/** Larger files are not searched: their content would have to stand in memory whole. */
const mostSearched = 300 * 1024 * 1024;

/** Parts that are kept back from copies. */
export const redactionProcedures = {
  'marking.redact': {
    type: 'command',
    right: 'case.amend',
    input: ofExhibit.extend(redactionShape),
    run: ({ sql, append }, input) => {
      requireRedaction(input, showExhibit(sql, input.case, input.exhibit).viewer);
      const redaction = randomUUID();
      append(redacted, input.case, { ...input, redaction });
      return { id: redaction };
    },
  },
  'marking.unredact': {
    type: 'command',
    right: 'case.amend',
    input: ofExhibit.extend({ redaction: id, reason: reason.trim().min(1) }),
    run: ({ sql, append }, input) => {
      requireMark(sql, 'redaction', { ...input, id: input.redaction });
      append(unredacted, input.case, input);
      return {};
    },
  },
  'marking.findTerm': {
    type: 'task',
    right: 'case.read',
    input: ofExhibit.extend({ text: z.string().trim().min(2).max(200), wholeWord: z.boolean() }),
    run: async (services, { text, wholeWord, ...input }) => {
      const { blob, type, viewer, size } = await services.step(searchedExhibit, input);
      if (viewer !== 'pdf' && viewer !== 'text') throw new CustodiaError('call.invalid', { field: 'term' });
      if (size > mostSearched) throw new CustodiaError('bundle.tooLarge', { size });
      const content = await services.session().blobs.open(blob);
      try {
        return await findTerm(await content.read(0, content.size), type, { text, wholeWord });
      } finally {
        await content.close();
      }
    },
  },
} satisfies Procedures;
