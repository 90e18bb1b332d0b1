import type { Money } from '../../money/model.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { numberOf } from './exhibits.ts';
import { records } from './list.ts';
import type {
  Balance,
  CountRow,
  EquipmentRow,
  IrregularityKind,
  MoneyShown,
  MovementKind,
  MovementRow,
} from './model.ts';
import { dayNow } from './moments.ts';
import { runningBalance } from './rules.ts';

interface Moved {
  readonly kind: MovementKind;
  readonly amount: Money;
  readonly when: string;
  readonly what: string;
  readonly receipt?: string;
  readonly noReceipt?: string;
  readonly purchased?: readonly string[];
  readonly irregularities: readonly { readonly kind: IrregularityKind }[];
}

interface Counted {
  readonly when: string;
  readonly counted: Money;
  readonly expected: number;
  readonly present: string;
  readonly note: string;
}

/** What each agent was given, spent and gave back, for each currency by itself, with every count. */
export function showMoney(sql: Sql, operation: string): MoneyShown {
  const rows = records<Moved>(sql, operation, 'movement').map((row) => ({
    ...row,
    kind: row.body.kind,
    minor: row.body.amount.minor,
    at: row.happenedAt,
    account: `${row.agent} ${row.body.amount.currency}`,
  }));
  const counts = countsOf(sql, operation);
  const movements: (MovementRow & { readonly at: string })[] = [];
  const balances: Balance[] = [];
  for (const [account, of] of Map.groupBy(rows, (row) => row.account)) {
    const [agent = '', currency = ''] = account.split(' ');
    const running = runningBalance(of);
    for (const { of: row, balance } of running) {
      const { body, id, codeName, writtenAt, author, kind, at } = row;
      const { receipt = '', noReceipt = '', purchased = [], amount, when, what } = body;
      movements.push({
        ...{
          id,
          agent,
          codeName,
          kind,
          amount,
          when,
          what,
          receipt,
          noReceipt,
          purchased,
          writtenAt,
          author,
          at,
        },
        receiptNumber: numberOf(sql, receipt),
        purchasedNumbers: purchased.map((exhibit) => numberOf(sql, exhibit)),
        balance: { minor: balance, currency },
        irregularities: body.irregularities.map((each) => each.kind),
      });
    }
    const sum = (kind: MovementKind): number =>
      of.filter((row) => row.kind === kind).reduce((total, row) => total + row.minor, 0);
    balances.push({
      ...{ agent, currency, codeName: of[0]?.codeName ?? '' },
      ...{ issued: sum('issued'), spent: sum('spent'), returned: sum('returned') },
      balance: running.at(-1)?.balance ?? 0,
      difference:
        counts.filter((each) => each.agent === agent && each.counted.currency === currency).at(-1)
          ?.difference ?? 0,
    });
  }
  return {
    balances: balances.sort(
      (a, b) => a.codeName.localeCompare(b.codeName, 'es') || (a.currency < b.currency ? -1 : 1),
    ),
    movements: movements.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ at: _, ...row }) => row),
    counts,
  };
}

function countsOf(sql: Sql, operation: string): CountRow[] {
  return records<Counted>(sql, operation, 'count').map(({ id, agent, codeName, body, writtenAt, author }) => {
    const { when, counted, expected, present, note } = body;
    const difference = counted.minor - expected;
    return { id, agent, codeName, when, counted, expected, difference, present, note, writtenAt, author };
  });
}

export function listEquipment(sql: Sql, operation: string, now: number): EquipmentRow[] {
  const today = dayNow(now);
  return sql
    .all<Omit<EquipmentRow, 'overdue'>>(
      `SELECT i.id, i.agent, coalesce(a.code_name, '') AS codeName, i.kind, i.what, i.serial, i.issued_on AS issuedOn,
         i.due_back AS dueBack, i.returned_on AS returnedOn, i.condition, coalesce(u.name, i.author) AS author
       FROM operation_item i LEFT JOIN operation_agent a ON a.id = i.agent LEFT JOIN user u ON u.id = i.author
       WHERE i.operation = ? ORDER BY i.returned_on <> '', i.due_back, i.id`,
      [operation],
    )
    .map((row) => ({ ...row, overdue: row.returnedOn === '' && row.dueBack < today }));
}
