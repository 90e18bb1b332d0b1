import { z } from 'zod';
import type { Procedures } from '../../api/procedure.ts';
import { collectionProcedures } from './collections.ts';
import { inCase, ofExhibit } from './inputs.ts';
import { marksInCase, marksOf } from './list.ts';
import { markProcedures } from './marks.ts';
import { redactionProcedures } from './redactions.ts';

const moment = z.iso.datetime({ offset: true });

export const markingProcedures = {
  'marking.show': {
    type: 'query',
    right: 'case.read',
    input: ofExhibit.extend({ asOf: moment.optional() }),
    run: ({ sql }, input) => marksOf(sql, input.case, input.exhibit),
  },
  'marking.inCase': {
    type: 'query',
    right: 'case.read',
    input: inCase.extend({ asOf: moment.optional() }),
    run: ({ sql }, input) => marksInCase(sql, input.case),
  },
  ...markProcedures,
  ...collectionProcedures,
  ...redactionProcedures,
} satisfies Procedures;
