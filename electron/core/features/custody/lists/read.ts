import { plainHeader, type TableRow } from '../../../tables/csv.ts';
import type { CustodyEvent, DestructionOrder } from '../model.ts';
import type { ListColumns } from './columns.ts';
import type { CustodyColumn, RowRefusal } from './model.ts';
import { isMonthFirst, readDate, readMoment } from './moments.ts';

/** What a row says, as far as its cells alone can tell. */
export interface ReadRow {
  readonly row: number;
  readonly given: string;
  readonly word: string;
  readonly event?: CustodyEvent | undefined;
  readonly when: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly reason: string;
  readonly seal: string;
  readonly note: string;
  readonly taken?: string | undefined;
  readonly why?: string | undefined;
  readonly dueBack?: string | undefined;
  readonly order?: DestructionOrder | undefined;
  /** Why it cannot be judged at all. */
  readonly problem?: RowRefusal | undefined;
}

/** The events by the words for them, in the form of `plainHeader`. */
export type EventWords = ReadonlyMap<string, CustodyEvent>;

/** As long as the journal takes them. */
const longest: Readonly<Partial<Record<CustodyColumn, number>>> = {
  exhibit: 500,
  from: 500,
  to: 500,
  place: 500,
  reason: 2_000,
  seal: 200,
  taken: 2_000,
  note: 5_000,
  why: 2_000,
  orderNumber: 200,
  orderAuthority: 500,
};

type Cell = (column: CustodyColumn) => string;

/** Every row of the list under its heads. */
export function readRows(body: readonly TableRow[], { at }: ListColumns, words: EventWords): ReadRow[] {
  const cellOf =
    ({ cells }: TableRow): Cell =>
    (column) => {
      const index = at.get(column);
      // A spreadsheet is told by an apostrophe that what follows is text and no formula.
      return index === undefined ? '' : (cells[index] ?? '').replace(/^'(?=[=+\-@])/, '');
    };
  const unsure = isMonthFirst(body.map((row) => cellOf(row)('when')));
  return body.map((row) => readRow(row, cellOf(row), words, unsure));
}

function readRow({ row, broken }: TableRow, cell: Cell, words: EventWords, unsure: boolean): ReadRow {
  const event = words.get(plainHeader(cell('event')));
  const moment = readMoment(cell('when'), cell('time'), unsure);
  const order = readOrder(cell, unsure);
  const dueBack = cell('dueBack') === '' ? undefined : readDate(cell('dueBack'), unsure);
  const told = {
    row,
    given: cell('exhibit'),
    word: cell('event'),
    event,
    when: 'when' in moment ? moment.when : `${cell('when')} ${cell('time')}`.trim(),
    from: cell('from'),
    to: cell('to'),
    place: cell('place'),
    reason: cell('reason'),
    seal: cell('seal'),
    note: cell('note'),
    ...(cell('taken') === '' ? {} : { taken: cell('taken') }),
    ...(cell('why') === '' ? {} : { why: cell('why') }),
    ...(typeof dueBack === 'string' ? { dueBack } : {}),
    ...(typeof order === 'object' ? { order } : {}),
  };
  const problem = ((): RowRefusal | undefined => {
    if (broken) return 'broken';
    if (told.given === '') return 'noExhibit';
    if (event === undefined) return told.word === '' ? 'noEvent' : 'unknownEvent';
    if ('problem' in moment) return moment.problem;
    if (dueBack === null) return 'badDueBack';
    if (order === 'badOrderDate') return order;
    const long = Object.entries(longest).some(
      ([column, most]) => cell(column as CustodyColumn).length > most,
    );
    return long ? 'tooLong' : undefined;
  })();
  return { ...told, problem };
}

/** From columns of their own, or from one cell: `12/2026; Juzgado 3.º; 30/05/2026`. */
function readOrder(cell: Cell, unsure: boolean): DestructionOrder | 'badOrderDate' | undefined {
  const parts = cell('orderNumber')
    .split(/[;|·]/)
    .map((part) => part.trim());
  const number = parts[0] ?? '';
  const authority = cell('orderAuthority') === '' ? (parts[1] ?? '') : cell('orderAuthority');
  const date = cell('orderDate') === '' ? (parts[2] ?? '') : cell('orderDate');
  if (number === '' || authority === '' || date === '') return undefined;
  const day = readDate(date, unsure);
  return day === null ? 'badOrderDate' : { number, authority, date: day };
}
