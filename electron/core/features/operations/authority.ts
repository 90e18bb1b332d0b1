import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import type { Procedures } from '../../api/procedure.ts';
import { rightsOfRoles } from '../../api/roles.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { userById } from '../office/index.ts';
import { drawNumber } from './code-names.ts';
import {
  actAssigned,
  authorised,
  caseTold,
  extended,
  memberAdded,
  memberRemoved,
  operationOpened,
} from './entries.ts';
import { requireExhibits } from './exhibits.ts';
import {
  agentRows,
  authorisationsOf,
  headOf,
  membersOf,
  openHead,
  requireAgent,
  requireAuthorisation,
} from './list.ts';
import { requireExtension, requireNoOverlap, requireOrder } from './rules.ts';
import { applicationShape, day, id, memberRole, said, scopeShape, text, told } from './shapes.ts';
import { expiryOf, reportDue, scopeOf, termOf } from './terms.ts';

/** Who belongs to an operation must be able to read it: a role without that right would be a member in vain. */
function requireReader(sql: Sql, user: string): void {
  const found = userById(sql, user);
  if (!found.active) throw new CustodiaError('call.notFound', { what: 'user' });
  if (!rightsOfRoles(found.roles).includes('operation.read'))
    throw new CustodiaError('operation.notMember', { name: found.name });
}

export const authorityProcedures = {
  'operations.open': {
    type: 'command',
    right: 'operation.authorise',
    input: z.strictObject({ case: id, name: said, purpose: text, handler: id.optional() }),
    run: ({ sql, actor, append }, { case: caseId, name, purpose, handler }) => {
      const operation = randomUUID();
      const number = drawNumber(sql);
      append(operationOpened, operation, {
        operation,
        case: caseId,
        number,
        name,
        purpose,
        as: 'prosecutor',
      });
      if (handler !== undefined && handler !== actor.user) {
        requireReader(sql, handler);
        append(memberAdded, operation, { operation, user: handler, as: 'handler' });
      }
      return { id: operation, number };
    },
  },
  'operations.addMember': {
    type: 'command',
    right: 'operation.authorise',
    input: z.strictObject({ operation: id, user: id, as: memberRole }),
    run: ({ sql, append }, input) => {
      requireReader(sql, input.user);
      append(memberAdded, input.operation, input);
      return {};
    },
  },
  'operations.removeMember': {
    type: 'command',
    right: 'operation.authorise',
    input: z.strictObject({ operation: id, user: id, reason: told }),
    run: ({ sql, append }, input) => {
      const members = membersOf(sql, input.operation);
      const gone = members.find(({ user }) => user === input.user);
      if (gone === undefined) throw new CustodiaError('call.notFound', { what: 'user' });
      const left = members.filter(({ user, as }) => user !== input.user && as === 'prosecutor');
      // Without its prosecutor nobody could ever authorise, disclose or end it.
      if (left.length === 0) throw new CustodiaError('operation.lastMember', { name: gone.name });
      // Whoever is let go could open the envelope for ever with the key that was sealed to them.
      const held = agentRows(sql, input.operation, input.user).find(
        ({ envelope }) => envelope?.mine === true,
      );
      if (held !== undefined)
        throw new CustodiaError('operation.holdsEnvelope', { name: gone.name, codeName: held.codeName });
      append(memberRemoved, input.operation, input);
      return {};
    },
  },
  'operations.tellCase': {
    type: 'command',
    right: 'operation.authorise',
    input: z.strictObject({ operation: id, told: z.boolean(), reason: told }),
    run: ({ sql, append }, input) => {
      append(caseTold, input.operation, { ...input, case: headOf(sql, input.operation).case });
      return {};
    },
  },
  'operations.authorise': {
    type: 'command',
    right: 'operation.authorise',
    input: z.strictObject({
      operation: id,
      court: said,
      number: said,
      judge: said,
      day,
      from: day,
      until: day,
      grounds: told,
      insufficiency: told,
      application: applicationShape,
      scope: scopeShape,
      document: id.optional(),
      reportEvery: z.number().int().min(1).max(366).optional(),
    }),
    run: ({ sql, append }, input) => {
      const head = openHead(sql, input.operation);
      const { from, until } = input;
      requireOrder([
        ['application', input.application.day],
        ['day', input.day],
        ['from', from],
        ['until', until],
      ]);
      if (input.scope.acts.length === 0) throw new CustodiaError('call.invalid', { field: 'acts' });
      requireNoOverlap(authorisationsOf(sql, input.operation), { from, until });
      requireExhibits(sql, head.case, [input.document]);
      const authorisation = randomUUID();
      append(authorised, input.operation, {
        ...input,
        authorisation,
        scope: scopeOf(sql, input.scope),
        reportEvery: input.reportEvery ?? termOf(sql, 'operationReport').amount,
        expiry: expiryOf(sql, from, until),
        report: reportDue(sql, from, input.reportEvery),
      });
      return { id: authorisation };
    },
  },
  'operations.extend': {
    type: 'command',
    right: 'operation.authorise',
    input: z.strictObject({
      operation: id,
      authorisation: id,
      number: said,
      judge: said,
      day,
      until: day,
      grounds: told,
      adds: scopeShape.optional(),
      document: id.optional(),
    }),
    run: ({ sql, append }, { adds = { acts: [] }, ...input }) => {
      const head = openHead(sql, input.operation);
      const ruling = requireAuthorisation(sql, input.operation, input.authorisation);
      requireOrder([
        ['day', ruling.day],
        ['day', input.day],
      ]);
      const scope = scopeOf(sql, adds);
      requireExtension(ruling, input.day, input.until, Object.values(scope).flat().length > 0);
      const span = { from: ruling.from, until: input.until };
      requireNoOverlap(authorisationsOf(sql, input.operation), span, ruling.id);
      requireExhibits(sql, head.case, [input.document]);
      const extension = randomUUID();
      append(extended, input.operation, {
        ...input,
        extension,
        adds: scope,
        expiry: expiryOf(sql, ruling.from, input.until),
      });
      return { id: extension };
    },
  },
  'operations.assign': {
    type: 'command',
    right: 'operation.authorise',
    input: z.strictObject({
      operation: id,
      agent: id,
      authorisation: id,
      act: id,
      instruction: told,
      from: day,
      until: day,
    }),
    run: ({ sql, append }, input) => {
      openHead(sql, input.operation);
      requireAgent(sql, input.operation, input.agent);
      const ruling = requireAuthorisation(sql, input.operation, input.authorisation);
      requireOrder([
        ['from', input.from],
        ['until', input.until],
      ]);
      if (!ruling.scope.acts.some((act) => act.id === input.act))
        throw new CustodiaError('call.notFound', { what: 'act' });
      if (input.from < ruling.from || input.until > ruling.until)
        throw new CustodiaError('operation.beyondRuling', { from: ruling.from, until: ruling.until });
      const assignment = randomUUID();
      append(actAssigned, input.operation, { ...input, assignment });
      return { id: assignment };
    },
  },
} satisfies Procedures;
