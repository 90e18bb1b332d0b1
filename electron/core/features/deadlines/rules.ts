import { addBusinessDays } from 'date-fns/addBusinessDays';
import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { formatISO } from 'date-fns/formatISO';
import { max } from 'date-fns/max';
import { min } from 'date-fns/min';
import { parseISO } from 'date-fns/parseISO';
import type { DeadlineRow, Due } from './model.ts';

/** A term as the jurisdiction pack states it. */
export interface CountedTerm {
  readonly id: string;
  readonly count: 'days' | 'workingDays' | 'months';
  readonly amount: number;
  readonly warnDays: number;
}

const written = (day: Date): string => formatISO(day, { representation: 'date' });

/**
 * The last day of a term that begins to run the day after `from` (`yyyy-MM-dd`). Working days leave out Saturdays and
 * Sundays only: no holiday or judicial vacation is known here, so the day given is never later than the law's.
 * Months end on the same day of the month, or on the month's last.
 */
export function dueDay(term: Pick<CountedTerm, 'count' | 'amount'>, from: string): string {
  const start = parseISO(from);
  if (term.count === 'months') return written(addMonths(start, term.amount));
  return written((term.count === 'days' ? addDays : addBusinessDays)(start, term.amount));
}

/** The day on which warning begins: `days` before the due day, never before the term began, never after it is due. */
export function warnDay(due: string, days: number, from: string): string {
  const end = parseISO(due);
  return written(max([addDays(end, -days), min([parseISO(from), end])]));
}

/** The due day and the day of warning by a term of the pack. */
export function countTerm(term: CountedTerm, from: string): Due {
  const due = dueDay(term, from);
  return { due, warnFrom: warnDay(due, term.warnDays, from), term: term.id };
}

/** How a deadline stands on a day. On its last day it is still to be met. */
export function stateOn(due: string, warnFrom: string, today: string): DeadlineRow['state'] {
  if (today > due) return 'overdue';
  return today >= warnFrom ? 'soon' : 'later';
}
