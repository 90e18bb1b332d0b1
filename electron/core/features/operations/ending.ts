import { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import type { Procedures } from '../../api/procedure.ts';
import { formatMoney } from '../../money/index.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { readSettings } from '../office/index.ts';
import { operationEnded } from './entries.ts';
import { agentRows, headOf, openHead, records } from './list.ts';
import { type EndingItem, type EndingStep, endingSteps } from './model.ts';
import { requirePast } from './moments.ts';
import { dayOf } from './rules.ts';
import { checkInStates } from './safety.ts';
import { endingStep, id, moment, told } from './shapes.ts';
import { showMoney } from './show-money.ts';
import { wordsOf } from './terms.ts';

/** What is open of each step, in words that may be shown: code names, things, amounts. */
function openOf(sql: Sql, operation: string): Record<EndingStep, string[]> {
  const agents = agentRows(sql, operation, '');
  const { language } = readSettings(sql);
  const items = sql.all<{ what: string }>(
    "SELECT what FROM operation_item WHERE operation = ? AND returned_on = '' ORDER BY issued_on, id",
    [operation],
  );
  const lastAct = records<{ when: string }>(sql, operation, 'log')
    .map(({ body }) => dayOf(body.when))
    .sort()
    .at(-1);
  const reportedTo = records<{ until: string }>(sql, operation, 'report')
    .map(({ body }) => body.until)
    .sort()
    .at(-1);
  return {
    equipmentReturned: items.map(({ what }) => what),
    moneySettled: showMoney(sql, operation)
      .balances.filter(({ balance }) => balance !== 0)
      .map(
        ({ codeName, balance, currency }) =>
          `${codeName}: ${formatMoney({ minor: balance, currency }, language)}`,
      ),
    lastReport: lastAct !== undefined && (reportedTo ?? '') < lastAct ? [lastAct] : [],
    envelopeInCustody: agents
      .filter(({ envelope }) => !(envelope?.history.some(({ act }) => act === 'handed') ?? false))
      .map(({ codeName }) => codeName),
    agentDebriefed: agents.filter(({ debriefed }) => debriefed === null).map(({ codeName }) => codeName),
    checkInsEnded: checkInStates(sql, operation, 0)
      .filter(({ next }) => next !== '')
      .map(({ codeName }) => codeName),
  };
}

interface Said {
  readonly step: EndingStep;
  readonly labels: readonly string[];
  readonly reason: string;
}

/** The list of what has to be done; of an operation that ended, as it stood then. */
export function endingOf(sql: Sql, operation: string): EndingItem[] {
  const head = headOf(sql, operation);
  const said = JSON.parse(head.ending) as Said[];
  const open = head.state === 'open' ? openOf(sql, operation) : undefined;
  return endingSteps.map((step) => {
    const kept = said.find((each) => each.step === step);
    const labels = open === undefined ? (kept?.labels ?? []) : open[step];
    return { step, done: labels.length === 0, open: labels, reason: kept?.reason ?? '' };
  });
}

export const endingProcedures = {
  'operations.ending': {
    type: 'query',
    right: 'operation.read',
    input: z.strictObject({ operation: id }),
    run: ({ sql }, input) => endingOf(sql, input.operation),
  },
  'operations.end': {
    type: 'command',
    right: 'operation.authorise',
    input: z.strictObject({
      operation: id,
      when: moment,
      reason: told,
      open: z
        .array(z.strictObject({ step: endingStep, reason: told }))
        .max(20)
        .readonly()
        .optional(),
    }),
    run: ({ sql, append, now }, { open = [], ...input }) => {
      openHead(sql, input.operation);
      requirePast(now, 'when', input.when);
      const left = endingOf(sql, input.operation).filter(({ done }) => !done);
      const unsaid = left.filter(({ step }) => !open.some((each) => each.step === step));
      const words = wordsOf(sql);
      if (unsaid.length > 0)
        throw new CustodiaError('operation.stepsOpen', {
          steps: unsaid.map(({ step }) => words(`step.${step}`)).join(', '),
        });
      append(operationEnded, input.operation, {
        ...input,
        open: left.map(({ step, open: labels }) => ({
          step,
          labels: labels.map((label) => label.slice(0, 500)),
          reason: open.find((each) => each.step === step)?.reason ?? '',
        })),
      });
      return {};
    },
  },
} satisfies Procedures;
