import type { Command } from 'commander';
import type { MovementKind } from '../../../core/features/operations/model.ts';
import { formatMoney } from '../../../core/money/index.ts';
import { does, group, leaf, option } from '../../command.ts';
import type { Common } from '../../context.ts';
import type { Answer } from '../../output.ts';
import { table } from '../../table.ts';
import { language, say } from '../../texts.ts';
import { dayOf, shownMoment, today } from '../../times.ts';
import { done, moneyOf, whenOf, withOperation } from './given.ts';

interface MoveOptions extends Common {
  readonly what: string;
  readonly currency: string;
  readonly when?: string;
  readonly receipt?: string;
  readonly withoutReceipt?: string;
  readonly purchased?: readonly string[];
  readonly irregular?: string;
}

const move =
  (kind: MovementKind) =>
  async (options: MoveOptions, given: string, codeName: string, said: string): Promise<Answer> => {
    const amount = moneyOf(said, options.currency);
    const { what, withoutReceipt: noReceipt, irregular, receipt, purchased } = options;
    return withOperation(options, given, async ({ client, operation, agent, exhibits }) =>
      done(
        await client.call('operations.move', {
          ...{ operation, kind, amount, what, noReceipt, irregular, when: whenOf(options) },
          agent: await agent(codeName),
          receipt: receipt === undefined ? undefined : (await exhibits([receipt]))[0],
          purchased: purchased === undefined ? undefined : await exhibits(purchased),
        }),
      ),
    );
  };

interface CountOptions extends Common {
  readonly currency: string;
  readonly present: string;
  readonly when?: string;
  readonly note?: string;
}

async function count(options: CountOptions, given: string, codeName: string, said: string): Promise<Answer> {
  const counted = moneyOf(said, options.currency);
  const { present, note } = options;
  const value = await withOperation(options, given, async ({ client, operation, agent }) =>
    client.call('operations.count', {
      ...{ operation, counted, present, note, when: whenOf(options) },
      agent: await agent(codeName),
    }),
  );
  const amount = formatMoney({ minor: value.difference, currency: counted.currency }, language());
  return { value, lines: [say('operation.counted', { amount })] };
}

async function show(options: Common, given: string): Promise<Answer> {
  const shown = await withOperation(options, given, ({ client, operation }) =>
    client.call('operations.money', { operation }),
  );
  const money = (minor: number, currency: string): string => formatMoney({ minor, currency }, language());
  return {
    value: shown,
    lines: [
      ...table(shown.balances.map((row) => [row.codeName, money(row.balance, row.currency)])),
      ...table(
        shown.movements.map((row) => [
          shownMoment(row.when),
          row.codeName,
          say(`operation.movement.${row.kind}`),
          money(row.amount.minor, row.amount.currency),
          row.what,
        ]),
      ),
      ...shown.counts.map(({ difference, counted, when }) =>
        say('operation.countedOn', { when: shownMoment(when), amount: money(difference, counted.currency) }),
      ),
    ],
  };
}

interface IssueOptions extends Common {
  readonly coverDocument?: boolean;
  readonly serial?: string;
  readonly on?: string;
  readonly dueBack: string;
}

async function issue(options: IssueOptions, given: string, codeName: string, what: string): Promise<Answer> {
  const { serial, coverDocument } = options;
  return withOperation(options, given, async ({ client, operation, agent }) =>
    done(
      await client.call('operations.issue', {
        ...{ operation, what, serial, kind: coverDocument === true ? 'coverDocument' : 'equipment' },
        agent: await agent(codeName),
        issuedOn: dayOf(options.on ?? today()),
        dueBack: dayOf(options.dueBack),
      }),
    ),
  );
}

async function takeBack(
  options: Common & { readonly on?: string; readonly condition: string },
  given: string,
  item: string,
): Promise<Answer> {
  return withOperation(options, given, async ({ client, operation }) => {
    const said = { item, returnedOn: dayOf(options.on ?? today()), condition: options.condition };
    await client.call('operations.takeBack', { operation, ...said });
    return done(said);
  });
}

async function equipment(options: Common, given: string): Promise<Answer> {
  const items = await withOperation(options, given, ({ client, operation }) =>
    client.call('operations.equipment', { operation }),
  );
  const rows = items.map((row) => [
    row.codeName,
    row.what,
    row.returnedOn === '' ? row.dueBack : say('operation.returned', { day: row.returnedOn }),
    row.overdue ? say('operation.overdue') : '',
    row.id,
  ]);
  return { value: { equipment: items }, lines: table(rows) };
}

export function addAccount(operation: Command): void {
  const money = group(operation, 'money');
  for (const [name, kind] of [
    ['issue', 'issued'],
    ['spend', 'spent'],
    ['return', 'returned'],
  ] as const) {
    const moved = leaf(money, `${name} <operation> <agent> <amount>`);
    option(moved, 'currency', { value: 'id', required: true });
    option(moved, 'what', { value: 'text', required: true }, 'moneyWhat');
    option(moved, 'when', { value: 'moment' });
    if (kind === 'spent') {
      option(moved, 'receipt', { value: 'exhibit' });
      option(moved, 'without-receipt', { value: 'text' });
      option(moved, 'purchased', { value: 'exhibit', repeat: true });
    }
    option(moved, 'irregular', { value: 'text' });
    does(moved, move(kind));
  }
  const counted = leaf(money, 'count <operation> <agent> <amount>');
  option(counted, 'currency', { value: 'id', required: true });
  option(counted, 'present', { value: 'name', required: true }, 'countPresent');
  option(counted, 'when', { value: 'moment' });
  option(counted, 'note', { value: 'text' });
  does(counted, count);
  does(leaf(money, 'show <operation>'), show);
  const things = group(operation, 'equipment');
  const issued = leaf(things, 'issue <operation> <agent> <text>');
  option(issued, 'cover-document');
  option(issued, 'serial', { value: 'text' }, 'thingSerial');
  option(issued, 'on', { value: 'day' }, 'thingDay');
  option(issued, 'due-back', { value: 'day', required: true });
  does(issued, issue);
  const returned = leaf(things, 'return <operation> <id>');
  option(returned, 'on', { value: 'day' }, 'thingDay');
  option(returned, 'condition', { value: 'text', required: true }, 'equipmentCondition');
  does(returned, takeBack);
  does(leaf(things, 'list <operation>'), equipment);
}
