import type { Command } from 'commander';
import { endingSteps, riskLevels } from '../../../core/features/operations/model.ts';
import { does, leaf, option } from '../../command.ts';
import { type Common, UsageError, withVault } from '../../context.ts';
import type { Answer } from '../../output.ts';
import { table } from '../../table.ts';
import { say } from '../../texts.ts';
import { momentOf, shownMoment } from '../../times.ts';
import { choiceOf, done, whenOf, withOperation } from './given.ts';

interface ScheduleOptions extends Common {
  readonly next: string;
  readonly every?: string;
  readonly grace?: string;
}

function numberOf(given: string): number {
  if (!/^\d{1,4}$/.test(given)) throw new UsageError('choice', { given, known: '0–1440' });
  return Number(given);
}

async function schedule(options: ScheduleOptions, given: string, codeName: string): Promise<Answer> {
  const { every, grace = '30' } = options;
  return withOperation(options, given, async ({ client, operation, agent }) => {
    const said = { next: momentOf(options.next), grace: numberOf(grace) };
    await client.call('operations.planCheckIns', {
      ...{ operation, agent: await agent(codeName), ...said },
      everyHours: every === undefined ? undefined : numberOf(every),
    });
    return done(said);
  });
}

interface CheckInOptions extends Common {
  readonly how: string;
  readonly trouble?: boolean;
  readonly note?: string;
  readonly when?: string;
  readonly next?: string;
}

async function checkIn(options: CheckInOptions, given: string, codeName: string): Promise<Answer> {
  const { how, trouble, note } = options;
  const value = await withOperation(options, given, async ({ client, operation, agent }) =>
    client.call('operations.checkIn', {
      ...{
        operation,
        agent: await agent(codeName),
        how,
        note,
        well: trouble !== true,
        when: whenOf(options),
      },
      ...(options.next === undefined ? {} : { next: momentOf(options.next) }),
    }),
  );
  return {
    value,
    lines: [
      value.next === ''
        ? say('operation.done')
        : say('operation.nextCheckIn', { when: shownMoment(value.next) }),
    ],
  };
}

/** Exit code 1 while a check-in is late: a script can watch. */
async function alarms(options: Common): Promise<Answer> {
  const late = await withVault(options, (client) => client.call('operations.alarms', {}));
  const rows = late.map(({ number, codeName, due, plan }) => [number, codeName, shownMoment(due), plan]);
  return {
    value: { alarms: late },
    lines: rows.length === 0 ? [say('operation.noAlarm')] : table(rows),
    failed: late.length > 0,
  };
}

interface PlanOptions extends Common {
  readonly contacts: string;
  readonly wayOut: string;
}

async function plan(options: PlanOptions, given: string, text: string): Promise<Answer> {
  const { contacts, wayOut } = options;
  return withOperation(options, given, async ({ client, operation }) =>
    done(await client.call('operations.plan', { operation, text, contacts, wayOut })),
  );
}

interface RiskOptions extends Common {
  readonly factors: string;
  readonly measures: string;
  readonly agent?: string;
  readonly when?: string;
}

async function risk(options: RiskOptions, given: string, level: string): Promise<Answer> {
  const { factors, measures } = options;
  return withOperation(options, given, async ({ client, operation, agent }) => {
    const said = { level: choiceOf(riskLevels, level), factors, measures, when: whenOf(options) };
    const of = options.agent === undefined ? undefined : await agent(options.agent);
    await client.call('operations.assessRisk', { operation, agent: of, ...said });
    return done(said);
  });
}

async function safety(options: Common, given: string): Promise<Answer> {
  const shown = await withOperation(options, given, ({ client, operation }) =>
    client.call('operations.safety', { operation }),
  );
  const { states, plans, risks } = shown;
  return {
    value: shown,
    lines: [
      ...states.map(({ codeName, next, late }) =>
        say(late ? 'operation.isLate' : 'operation.waitsFor', { codeName, when: shownMoment(next) }),
      ),
      ...plans.slice(0, 1).map(({ text }) => text),
      ...risks.slice(0, 1).map(({ level, factors }) => `${level}: ${factors}`),
    ],
  };
}

async function ending(options: Common, given: string): Promise<Answer> {
  const items = await withOperation(options, given, ({ client, operation }) =>
    client.call('operations.ending', { operation }),
  );
  const rows = items.map(({ step, done: is, open, reason }) => [
    say(is ? 'yes' : 'no'),
    say(`operation.step.${step}`),
    [...open, reason].join('; '),
  ]);
  return { value: { steps: items }, lines: table(rows) };
}

/** `--open moneySettled="to be settled in May"` */
function openOf(given: string) {
  const at = given.indexOf('=');
  return { step: choiceOf(endingSteps, given.slice(0, Math.max(at, 0))), reason: given.slice(at + 1) };
}

async function end(
  options: Common & { readonly reason: string; readonly when?: string; readonly open?: readonly string[] },
  given: string,
): Promise<Answer> {
  const open = (options.open ?? []).map(openOf);
  return withOperation(options, given, async ({ client, operation }) => {
    await client.call('operations.end', { operation, when: whenOf(options), reason: options.reason, open });
    return done({ operation, open });
  });
}

export function addSafety(operation: Command): void {
  const planned = leaf(operation, 'schedule <operation> <agent>');
  option(planned, 'next', { value: 'moment', required: true });
  option(planned, 'every', { value: 'number' });
  option(planned, 'grace', { value: 'number' });
  does(planned, schedule);
  const checked = leaf(operation, 'check-in <operation> <agent>');
  option(checked, 'how', { value: 'text', required: true }, 'checkInHow');
  option(checked, 'trouble');
  option(checked, 'note', { value: 'text' });
  option(checked, 'when', { value: 'moment' });
  option(checked, 'next', { value: 'moment' });
  does(checked, checkIn);
  does(leaf(operation, 'alarms'), alarms);
  does(leaf(operation, 'safety <operation>'), safety);
  const written = leaf(operation, 'plan <operation> <text>');
  option(written, 'contacts', { value: 'text', required: true });
  option(written, 'way-out', { value: 'text', required: true });
  does(written, plan);
  const assessed = leaf(operation, 'risk <operation> <level>');
  option(assessed, 'factors', { value: 'text', required: true });
  option(assessed, 'measures', { value: 'text', required: true });
  option(assessed, 'agent', { value: 'name' }, 'codeName');
  option(assessed, 'when', { value: 'moment' });
  does(assessed, risk);
  does(leaf(operation, 'ending <operation>'), ending);
  const ended = leaf(operation, 'end <operation>');
  option(ended, 'reason', { value: 'text', required: true });
  option(ended, 'when', { value: 'moment' });
  option(ended, 'open', { value: 'text', repeat: true }, 'openStep');
  does(ended, end);
}
