import { z } from 'zod';
import type { Input } from '../../api/contract.ts';
import { CustodiaError } from '../../api/errors.ts';
import type { Procedures, WriteContext } from '../../api/procedure.ts';
import { parseAmount } from '../../money/index.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { dueFrom, warnDay } from '../deadlines/index.ts';
import { parseCoordinates } from '../evidence/index.ts';
import { requirePerson } from '../people/index.ts';
import { cashCountShape } from './details-shape.ts';
import type { Coordinates, Due, Order } from './model.ts';
import { requireNotBefore } from './rules.ts';
import { id, inventoryShape, orderShape, short, text, typedMoney, witnessesShape, words } from './shapes.ts';
import { splitAsset } from './split.ts';
import { knownAsset, newFact, requireSpendable, takeStep } from './write.ts';

const day = z.iso.date();
const order = orderShape.extend({ date: day });
const step = {
  case: id,
  asset: id,
  on: day,
  saw: z.array(z.string().max(64)).max(20).readonly(),
  document: id.optional(),
  note: text.optional(),
};

/** A decision is made before, or on the day of, what follows from it. */
function requireOrder(given: Order, on: string): Order {
  requireNotBefore('order', on, given.date);
  return given;
}

function placeAt(typed: string | undefined): Coordinates | null {
  if (typed === undefined || typed.trim() === '') return null;
  const at = parseCoordinates(typed);
  if (at === null) throw new CustodiaError('call.invalid', { field: 'coordinates' });
  return at;
}

/** Days before the court's own day on which warning begins. */
const usualWarning = 15;

/** When a provisional measure ends: on the court's own day, else by the law's term. */
function expiryOf(sql: Sql, input: Input<'seizures.order'>): Due | null {
  const { provisional = false, until = '', on } = input;
  if (!provisional) {
    if (until !== '') throw new CustodiaError('call.invalid', { field: 'until' });
    return null;
  }
  if (until === '') return dueFrom(sql, 'seizureProvisional', on);
  requireNotBefore('until', until, on);
  return { due: until, warnFrom: warnDay(until, usualWarning, on), term: null };
}

/** An execution that no order went before is to be confirmed in time. */
function executed(context: WriteContext, input: Input<'seizures.execute'>): { id: string } {
  const { place, by, witnesses, inventory, urgency = '', on } = input;
  const known = knownAsset(context.sql, input.case, input.asset);
  const ordered = known.line.stage === 'ordered';
  if (ordered && urgency.trim() !== '') throw new CustodiaError('call.invalid', { field: 'urgency' });
  const facts = {
    place: place.trim(),
    coordinates: placeAt(input.coordinates),
    by: by.trim(),
    witnesses,
    inventory,
    urgency: urgency.trim(),
    confirm: ordered ? null : dueFrom(context.sql, 'seizureConfirm', on),
  };
  return { id: takeStep(context, 'execute', input, facts, known) };
}

function sold(context: WriteContext, input: Input<'seizures.sell'>): { id: string } {
  const known = knownAsset(context.sql, input.case, input.asset);
  const proceeds = parseAmount(input.proceeds);
  if (proceeds.minor === 0) throw new CustodiaError('call.invalid', { field: 'proceeds' });
  const fact = newFact(known.row.id, input.on, { type: 'sold', proceeds });
  requireSpendable(known.row.number, [...known.facts, fact]);
  const facts = {
    order: requireOrder(input.order, input.on),
    proceeds,
    buyer: input.buyer?.trim() ?? '',
    reason: input.reason.trim(),
  };
  return { id: takeStep(context, 'sell', input, facts, known) };
}

/** The steps of the main line, a procedure each: what each says differs, and who may. */
export const stepProcedures = {
  'seizures.request': {
    type: 'command',
    right: 'seizure.write',
    input: z.strictObject({ ...step, court: short.optional(), grounds: text.optional() }),
    run: (context, input) => {
      const { court = '', grounds = '' } = input;
      const facts = { court: court.trim(), grounds: grounds.trim() };
      return { id: takeStep(context, 'request', input, facts) };
    },
  },
  'seizures.order': {
    type: 'command',
    right: 'seizure.decide',
    input: z.strictObject({
      ...step,
      order,
      scope: text,
      provisional: z.boolean().optional(),
      until: day.optional(),
    }),
    run: (context, input) => {
      const { scope, provisional = false, until = '', on } = input;
      const decision = requireOrder(input.order, on);
      const expiry = expiryOf(context.sql, input);
      const facts = { order: decision, scope: scope.trim(), provisional, until, expiry };
      return { id: takeStep(context, 'order', input, facts) };
    },
  },
  'seizures.execute': {
    type: 'command',
    right: 'seizure.write',
    input: z.strictObject({
      ...step,
      place: short,
      coordinates: z.string().max(200).optional(),
      by: short,
      witnesses: witnessesShape,
      inventory: inventoryShape,
      urgency: words.optional(),
    }),
    run: executed,
  },
  'seizures.register': {
    type: 'command',
    right: 'seizure.write',
    input: z.strictObject({ ...step, registry: short, entryNumber: short.optional() }),
    run: (context, input) => {
      const { registry, entryNumber = '' } = input;
      const facts = { registry: registry.trim(), entryNumber: entryNumber.trim() };
      return { id: takeStep(context, 'register', input, facts) };
    },
  },
  'seizures.administer': {
    type: 'command',
    right: 'seizure.write',
    input: z.strictObject({
      ...step,
      custodian: short,
      institution: short.optional(),
      place: short,
      coordinates: z.string().max(200).optional(),
    }),
    run: (context, input) => {
      const { custodian, institution = '', place, on } = input;
      const facts = {
        custodian: custodian.trim(),
        institution: institution.trim(),
        place: place.trim(),
        coordinates: placeAt(input.coordinates),
        account: dueFrom(context.sql, 'seizureAccount', on),
        check: dueFrom(context.sql, 'seizureCheck', on),
      };
      return { id: takeStep(context, 'administer', input, facts) };
    },
  },
  'seizures.sell': {
    type: 'command',
    right: 'seizure.decide',
    input: z.strictObject({ ...step, order, proceeds: typedMoney, buyer: short.optional(), reason: words }),
    run: sold,
  },
  'seizures.forfeit': {
    type: 'command',
    right: 'seizure.decide',
    input: z.strictObject({ ...step, order, beneficiary: short.optional() }),
    run: (context, input) => {
      const beneficiary = input.beneficiary?.trim() ?? '';
      const facts = { order: requireOrder(input.order, input.on), beneficiary };
      return { id: takeStep(context, 'forfeit', input, facts) };
    },
  },
  'seizures.return': {
    type: 'command',
    right: 'seizure.decide',
    input: z.strictObject({ ...step, order, to: short, person: id.optional() }),
    run: (context, input) => {
      const { to, person } = input;
      if (person !== undefined) requirePerson(context.sql, input.case, person);
      const facts = { order: requireOrder(input.order, input.on), to: to.trim(), person: person ?? null };
      return { id: takeStep(context, 'return', input, facts) };
    },
  },
  'seizures.destroy': {
    type: 'command',
    right: 'seizure.decide',
    input: z.strictObject({ ...step, order, method: short, witnesses: witnessesShape }),
    run: (context, input) => {
      const { method, witnesses } = input;
      const facts = { order: requireOrder(input.order, input.on), method: method.trim(), witnesses };
      return { id: takeStep(context, 'destroy', input, facts) };
    },
  },
  'seizures.lift': {
    type: 'command',
    right: 'seizure.decide',
    input: z.strictObject({ ...step, order: order.optional(), reason: words }),
    run: (context, input) => {
      const decision = input.order === undefined ? null : requireOrder(input.order, input.on);
      return { id: takeStep(context, 'lift', input, { order: decision, reason: input.reason.trim() }) };
    },
  },
  'seizures.split': {
    type: 'command',
    right: 'seizure.write',
    input: z.strictObject({
      ...step,
      reason: words,
      parts: z
        .array(
          z.strictObject({
            name: z.string().max(300),
            amount: z.string().max(50),
            count: z.number().int().min(1).max(999_999_999).optional(),
            counts: z.array(cashCountShape).min(1).max(50).readonly().optional(),
          }),
        )
        .max(50)
        .readonly(),
    }),
    run: splitAsset,
  },
} satisfies Procedures;
