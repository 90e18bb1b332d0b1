import { CustodiaError, type ErrorCode, type ErrorParams } from '../../../api/errors.ts';
import { anomaliesOf, type Link } from '../chain.ts';
import type { CustodyEvent } from '../model.ts';
import { requireStep, type Standing } from '../rules.ts';
import { after, holderKey, inTime, untouched } from '../state.ts';
import type { CustodyListRow, RowRefusal, RowWarning } from './model.ts';
import type { ReadRow } from './read.ts';

/** What is on record of an exhibit. */
export interface OnRecord {
  readonly exhibit: string;
  readonly number: string;
  /** In the order in which they were written down. */
  readonly links: readonly Link[];
  readonly collected: string | null;
  /** A hand-over waits for its receiver. */
  readonly waits: boolean;
}

/** What a row comes to, and who gave it where the list does not say. */
export interface Judged extends CustodyListRow {
  readonly giver: string;
}

/** A row that is refused for what stands in it. */
export function refusedRow(row: ReadRow, why: RowRefusal, params: ErrorParams = {}): Judged {
  const { row: at, given, word, event, when, from, to } = row;
  return {
    ...{ row: at, given, word, event, when, from, to, giver: from },
    outcome: 'refused',
    why,
    params,
    warnings: [],
  };
}

type Readable = ReadRow & { readonly event: CustodyEvent };

/** Whether the cells of a row say enough to be judged. */
export function isReadable(row: ReadRow): row is Readable {
  return row.problem === undefined && row.event !== undefined;
}

/** What makes two rows, or a row and what is on record, the same event: what, to the minute, to whom. */
const keyOf = ({ event, when, to }: Pick<Link, 'event' | 'when' | 'to'>): string =>
  `${event} ${Math.floor(Date.parse(when) / 60_000)} ${holderKey(to)}`;
const entryOf = (row: number): string => `row ${row}`;

function linkOf({ row, event, when, to, seal, dueBack, place, why }: Readable, from: string): Link {
  // As if written down when it happened: that it is late is so of every row, and no news.
  return { entry: entryOf(row), recordedAt: when, event, when, from, to, seal, dueBack, place, why };
}

/**
 * What comes of the rows of one exhibit: judged in the order of their own times, each by what is on record up to its
 * moment and by the rows before it that may be written. Pure.
 */
export function judgeExhibit(record: OnRecord, rows: readonly ReadRow[], now: number): Judged[] {
  const course = createCourse(record.links);
  const known = new Set(record.links.map(keyOf));
  const seen = new Map<string, number>();
  const accepted: Link[] = [];

  const judge = (row: Readable): Judged => {
    const { exhibit, number } = record;
    const refuse = (why: RowRefusal, params: ErrorParams = {}): Judged => ({
      ...refusedRow(row, why, { number, ...params }),
      exhibit,
      number,
    });
    if (Date.parse(row.when) > now + 60_000) return refuse('future');
    const taken = { ...refuse('early'), why: undefined, params: undefined };
    const key = keyOf(row);
    const repeats = seen.get(key);
    if (known.has(key) || repeats !== undefined) return { ...taken, outcome: 'known', repeats };
    if (record.waits) return refuse('offerOpen');
    const standing = course.until(row.when);
    const { holder, seal } = standing.state;
    const giver = row.from === '' && row.event === 'transferred' ? holder : row.from;
    const refusal = refusalOfRow(row, giver, standing, now);
    if (refusal !== null) return refuse(refusal, { holder, seal });
    const link = linkOf(row, giver);
    course.add(link);
    seen.set(key, row.row);
    accepted.push(link);
    const warnings: RowWarning[] = giver === row.from ? [] : [{ kind: 'giverTaken', said: giver }];
    return { ...taken, outcome: 'write', giver, warnings };
  };

  const judged = inTime(rows.filter(isReadable)).map(judge);
  return accepted.length === 0 ? judged : withWarnings(record, accepted, judged);
}

/** How the exhibit stands as time goes by: what is on record, and what is added, always at the moment that was reached. */
function createCourse(links: readonly Link[]) {
  const recorded = inTime(links);
  let { last } = recorded.reduce(after, untouched);
  let state = untouched;
  let next = 0;
  return {
    until: (when: string): Standing => {
      for (let fact = recorded[next]; fact !== undefined; fact = recorded[next]) {
        if (Date.parse(fact.when) > Date.parse(when)) break;
        state = after(state, fact);
        next += 1;
      }
      return { state, last };
    },
    add: (link: Link): void => {
      state = after(state, link);
      if (last === '' || Date.parse(link.when) > Date.parse(last)) last = link.when;
    },
  };
}

const missing: Readonly<Record<string, RowRefusal>> = {
  from: 'noGiver',
  to: 'noReceiver',
  seal: 'noSeal',
  reason: 'noReason',
  taken: 'noTaken',
  order: 'noOrder',
  dueBack: 'dueBack',
  when: 'early',
};

const byState: Readonly<Partial<Record<ErrorCode, RowRefusal>>> = {
  'custody.notReceived': 'notReceived',
  'custody.alreadyHeld': 'alreadyHeld',
  'custody.isReturned': 'isReturned',
  'custody.isDestroyed': 'isDestroyed',
  'custody.isSealed': 'isSealed',
  'custody.notSealed': 'notSealed',
};

/** The same rules as for an event that a person writes down; that it comes from a register is the reason of its gaps. */
function refusalOfRow(row: Readable, from: string, standing: Standing, now: number): RowRefusal | null {
  try {
    requireStep(standing, { ...row, case: '', exhibit: '', from }, now, { number: '', heard: true });
    return null;
  } catch (error) {
    if (!(error instanceof CustodiaError)) throw error;
    const field = String(error.params.field ?? '');
    const why = error.code === 'call.invalid' ? missing[field] : byState[error.code];
    if (why === undefined) throw error;
    return why === 'noReceiver' && row.to !== '' ? 'sameHolder' : why;
  }
}

/** The places at which the chain does not hold together once the rows are in it. */
function withWarnings(record: OnRecord, accepted: readonly Link[], judged: readonly Judged[]): Judged[] {
  const before = new Set(anomaliesOf(record.links, record.collected).map(({ kind, entry }) => kind + entry));
  const found = new Map<string, RowWarning[]>();
  const warn = (entry: string, warning: RowWarning): void => {
    found.set(entry, [...(found.get(entry) ?? []), warning]);
  };
  const mine = new Set(accepted.map(({ entry }) => entry));
  for (const { kind, entry, until, expected, said } of anomaliesOf(
    [...record.links, ...accepted],
    record.collected,
  )) {
    if (kind === 'late' || before.has(kind + entry)) continue;
    if (mine.has(entry)) warn(entry, { kind, expected, said });
    // What was on record no longer fits: for the last row before it.
    else warn(lastBefore(accepted, until).entry, { kind: 'breaksLater', expected, said });
  }
  return judged.map((row) => ({
    ...row,
    warnings: [...row.warnings, ...(row.outcome === 'write' ? (found.get(entryOf(row.row)) ?? []) : [])],
  }));
}

function lastBefore(accepted: readonly Link[], until: string): Link {
  const found = accepted.findLast(({ when }) => Date.parse(when) <= Date.parse(until)) ?? accepted[0];
  if (found === undefined) throw new Error('no row changes a chain');
  return found;
}
