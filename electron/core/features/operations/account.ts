import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import type { Procedures } from '../../api/procedure.ts';
import { amountShape, countedShape, formatMoney } from '../../money/index.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { warnDay } from '../deadlines/index.ts';
import { readSettings } from '../office/index.ts';
import { equipmentIssued, equipmentReturned, moneyCounted, moneyMoved } from './entries.ts';
import { requireExhibits } from './exhibits.ts';
import { headOf, openHead, records, requireAgent } from './list.ts';
import { type MovementInput, type MovementKind, movementKinds } from './model.ts';
import { requirePast } from './moments.ts';
import { balanceAt, type Irregularity, type Movement, requireOrder, shortBy } from './rules.ts';
import { day, id, moment, said, short, text, told } from './shapes.ts';
import { utc } from './view-writes.ts';

/** Days before a thing is to be back on which it is warned of. */
const warnDays = 3;

interface Moved {
  readonly kind: MovementKind;
  readonly amount: { readonly minor: number; readonly currency: string };
}

/** What an agent was given and gave in one currency, in the order in which it happened. */
function movementsOf(sql: Sql, operation: string, agent: string, currency: string): Movement[] {
  return records<Moved>(sql, operation, 'movement')
    .filter((row) => row.agent === agent && row.body.amount.currency === currency)
    .map(({ body, happenedAt }) => ({ kind: body.kind, minor: body.amount.minor, at: happenedAt }));
}

function irregularitiesOf(sql: Sql, input: MovementInput, endedAt: string): Irregularity[] {
  const { operation, agent, kind, amount, when } = input;
  const before = movementsOf(sql, operation, agent, amount.currency);
  const short = shortBy(before, { kind, minor: amount.minor, at: utc(when) });
  const { language } = readSettings(sql);
  const found: Irregularity[] = [];
  if (short > 0)
    found.push({
      kind: 'overspent',
      what: formatMoney({ minor: short, currency: amount.currency }, language),
    });
  if (endedAt !== '' && Date.parse(when) > Date.parse(endedAt))
    found.push({ kind: 'afterEnd', what: when.slice(0, 10) });
  return found;
}

export const accountProcedures = {
  'operations.move': {
    type: 'command',
    right: 'operation.money',
    input: z.strictObject({
      operation: id,
      agent: id,
      kind: z.enum(movementKinds),
      amount: amountShape,
      when: moment,
      what: told,
      receipt: id.optional(),
      noReceipt: text.trim().optional(),
      purchased: z.array(id).max(200).readonly().optional(),
      irregular: z.string().trim().min(1).max(5_000).optional(),
    }),
    run: ({ sql, append, now }, input) => {
      const head = headOf(sql, input.operation);
      requireAgent(sql, input.operation, input.agent);
      requirePast(now, 'when', input.when);
      requireExhibits(sql, head.case, [input.receipt, ...(input.purchased ?? [])]);
      const bought = input.kind === 'spent';
      if (bought && input.receipt === undefined && (input.noReceipt ?? '') === '')
        throw new CustodiaError('operation.noReceipt');
      if (!bought && input.purchased !== undefined)
        throw new CustodiaError('call.invalid', { field: 'purchased' });
      const irregularities = irregularitiesOf(sql, input, head.endedAt);
      const [first] = irregularities;
      if (first !== undefined && input.irregular === undefined)
        throw first.kind === 'overspent'
          ? new CustodiaError('operation.overspent', { amount: first.what })
          : new CustodiaError('operation.hasEnded', { number: head.number });
      const movement = randomUUID();
      append(moneyMoved, input.operation, { ...input, movement, irregularities });
      return { id: movement };
    },
  },
  'operations.count': {
    type: 'command',
    right: 'operation.money',
    input: z.strictObject({
      operation: id,
      agent: id,
      when: moment,
      counted: countedShape,
      present: said,
      note: text.trim().optional(),
    }),
    run: ({ sql, append, now }, { note = '', ...input }) => {
      requireAgent(sql, input.operation, input.agent);
      requirePast(now, 'when', input.when);
      const { minor, currency } = input.counted;
      const expected = balanceAt(movementsOf(sql, input.operation, input.agent, currency), utc(input.when));
      const difference = minor - expected;
      const what = formatMoney({ minor: difference, currency }, readSettings(sql).language);
      if (difference !== 0 && note === '')
        throw new CustodiaError('operation.countDiffers', { amount: what });
      const count = randomUUID();
      const irregularities: Irregularity[] = difference === 0 ? [] : [{ kind: 'countDiffers', what }];
      append(moneyCounted, input.operation, { ...input, note, count, expected, irregularities });
      return { id: count, difference };
    },
  },
  'operations.issue': {
    type: 'command',
    right: 'operation.money',
    input: z.strictObject({
      operation: id,
      agent: id,
      kind: z.enum(['coverDocument', 'equipment']),
      what: told,
      serial: short.optional(),
      issuedOn: day,
      dueBack: day,
    }),
    run: ({ sql, append, now }, { serial = '', ...input }) => {
      openHead(sql, input.operation);
      requireAgent(sql, input.operation, input.agent);
      requirePast(now, 'issuedOn', input.issuedOn);
      requireOrder([
        ['issuedOn', input.issuedOn],
        ['dueBack', input.dueBack],
      ]);
      const item = randomUUID();
      append(equipmentIssued, input.operation, {
        ...input,
        serial,
        item,
        warnFrom: warnDay(input.dueBack, warnDays, input.issuedOn),
      });
      return { id: item };
    },
  },
  'operations.takeBack': {
    type: 'command',
    right: 'operation.money',
    input: z.strictObject({ operation: id, item: id, returnedOn: day, condition: told }),
    run: ({ sql, append, now }, input) => {
      const row = sql.get<{ issuedOn: string; returnedOn: string }>(
        `SELECT issued_on AS issuedOn, returned_on AS returnedOn FROM operation_item WHERE id = ? AND operation = ?`,
        [input.item, input.operation],
      );
      if (row === undefined) throw new CustodiaError('call.notFound', { what: 'item' });
      if (row.returnedOn !== '') throw new CustodiaError('call.conflict', { what: 'returned' });
      requirePast(now, 'returnedOn', input.returnedOn);
      requireOrder([
        ['issuedOn', row.issuedOn],
        ['returnedOn', input.returnedOn],
      ]);
      append(equipmentReturned, input.operation, input);
      return {};
    },
  },
} satisfies Procedures;
