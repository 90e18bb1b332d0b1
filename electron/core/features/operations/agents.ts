import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import type { Procedures } from '../../api/procedure.ts';
import { isFree, isOffered, offerCodeNames } from './code-names.ts';
import { agentAdded, agentChecked, debriefed, envelopeHanded } from './entries.ts';
import { requireExhibits } from './exhibits.ts';
import { headOf, openHead, requireAgent } from './list.ts';
import { requirePast } from './moments.ts';
import { checkShape, id, moment, said, text, told } from './shapes.ts';

/** How many code names are offered at once. */
const offered = 12;

export const agentProcedures = {
  'operations.codeNames': {
    type: 'query',
    right: 'operation.write',
    input: z.strictObject({ operation: id }),
    run: ({ sql }) => offerCodeNames(sql, offered),
  },
  'operations.addAgent': {
    type: 'command',
    right: 'operation.write',
    input: z.strictObject({ operation: id, codeName: said }),
    run: ({ sql, append }, input) => {
      openHead(sql, input.operation);
      // One refusal for all reasons: it must not tell whose name it is, nor that another operation has it.
      if (!isOffered(input.codeName) || !isFree(sql, input.codeName))
        throw new CustodiaError('operation.codeName');
      const agent = randomUUID();
      append(agentAdded, input.operation, { ...input, agent });
      return { id: agent };
    },
  },
  'operations.check': {
    type: 'command',
    right: 'operation.write',
    input: z.strictObject({ operation: id, agent: id, ...checkShape }),
    run: ({ sql, append, now }, input) => {
      const head = headOf(sql, input.operation);
      requireAgent(sql, input.operation, input.agent);
      requirePast(now, 'day', input.day);
      if ((input.where === 'exhibit') !== (input.exhibit !== undefined))
        throw new CustodiaError('call.invalid', { field: 'exhibit' });
      requireExhibits(sql, head.case, [input.exhibit]);
      append(agentChecked, input.operation, input);
      return {};
    },
  },
  'operations.handEnvelope': {
    type: 'command',
    right: 'operation.seal',
    input: z.strictObject({
      operation: id,
      agent: id,
      to: said,
      when: moment,
      place: said,
      note: text.optional(),
    }),
    run: ({ sql, append, now }, input) => {
      requireAgent(sql, input.operation, input.agent);
      requirePast(now, 'when', input.when);
      append(envelopeHanded, input.operation, { ...input, note: input.note ?? '' });
      return {};
    },
  },
  'operations.debrief': {
    type: 'command',
    right: 'operation.write',
    input: z.strictObject({ operation: id, agent: id, when: moment, by: said, note: told }),
    run: ({ sql, append, now }, input) => {
      requireAgent(sql, input.operation, input.agent);
      requirePast(now, 'when', input.when);
      append(debriefed, input.operation, input);
      return {};
    },
  },
} satisfies Procedures;
