import { z } from 'zod';
import type { Procedures } from '../../api/procedure.ts';
import { caseTimeline } from '../timeline/index.ts';
import { conditionsOf } from './conditions.ts';
import { listOperations, records, resolveOperation, showOperation } from './list.ts';
import type { Disclosed, DisclosureOrder, DisclosureRow } from './model.ts';
import { dayNow } from './moments.ts';
import { day, id } from './shapes.ts';
import { listCharges, listIrregularities, searchLog, showReports } from './show-log.ts';
import { listEquipment, showMoney } from './show-money.ts';

const inOperation = z.strictObject({ operation: id });
const today = (): string => dayNow(Date.now());

interface DisclosedBody {
  readonly recipient: string;
  readonly order: DisclosureOrder;
  readonly entries: readonly Disclosed[];
  readonly sha256: string;
}

export const readProcedures = {
  'operations.list': {
    type: 'query',
    right: 'operation.read',
    input: z.strictObject({}),
    run: ({ sql, actor }) => listOperations(sql, actor.user, today()),
  },
  'operations.find': {
    type: 'query',
    right: 'operation.read',
    input: z.strictObject({ given: z.string().min(1).max(100) }),
    run: ({ sql, actor }, input) => ({ id: resolveOperation(sql, actor.user, input.given) }),
  },
  'operations.show': {
    type: 'query',
    right: 'operation.read',
    input: inOperation,
    run: ({ sql, actor }, { operation }) => {
      const detail = showOperation(sql, operation, actor.user, today());
      return { ...detail, conditions: conditionsOf(sql, detail, today()) };
    },
  },
  'operations.sealedMaterial': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ case: id }),
    run: ({ sql }, input) => ({
      exists:
        sql.get('SELECT 1 FROM operation WHERE case_id = ? AND case_told = 1', [input.case]) !== undefined,
    }),
  },
  'operations.timeline': {
    type: 'query',
    right: 'operation.read',
    input: z.strictObject({
      operation: id,
      before: z
        .string()
        .regex(/^\d{1,16}$/)
        .optional(),
      limit: z.number().int().min(1).max(500),
    }),
    run: ({ sql }, { operation, ...query }) => caseTimeline(sql, operation, query),
  },
  'operations.log': {
    type: 'query',
    right: 'operation.read',
    input: z.strictObject({
      operation: id,
      agent: id.optional(),
      text: z.string().max(200).optional(),
      from: day.optional(),
      until: day.optional(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    run: ({ sql }, { operation, ...query }) => searchLog(sql, operation, query),
  },
  'operations.irregularities': {
    type: 'query',
    right: 'operation.read',
    input: inOperation,
    run: ({ sql }, input) => listIrregularities(sql, input.operation),
  },
  'operations.reports': {
    type: 'query',
    right: 'operation.read',
    input: inOperation,
    run: ({ sql }, input) => showReports(sql, input.operation, today()),
  },
  'operations.charges': {
    type: 'query',
    right: 'operation.read',
    input: inOperation,
    run: ({ sql }, input) => listCharges(sql, input.operation),
  },
  'operations.money': {
    type: 'query',
    right: 'operation.read',
    input: inOperation,
    run: ({ sql }, input) => showMoney(sql, input.operation),
  },
  'operations.equipment': {
    type: 'query',
    right: 'operation.read',
    input: inOperation,
    run: ({ sql }, input) => listEquipment(sql, input.operation, Date.now()),
  },
  'operations.disclosures': {
    type: 'query',
    right: 'operation.read',
    input: inOperation,
    run: ({ sql }, input): DisclosureRow[] =>
      records<DisclosedBody>(sql, input.operation, 'disclosure')
        .map(({ id: row, body, writtenAt, author }) => {
          const { recipient, order, entries, sha256 } = body;
          const count = (how: Disclosed['how']): number => entries.filter((each) => each.how === how).length;
          const counts = { shown: count('whole'), redacted: count('redacted'), withheld: count('withheld') };
          return { id: row, recipient, order, ...counts, sha256, at: writtenAt, author };
        })
        .reverse(),
  },
} satisfies Procedures;
