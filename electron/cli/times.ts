// One by one: the package's index loads all of its hundreds of modules, which every command would wait for.
import { endOfDay } from 'date-fns/endOfDay';
import { formatISO } from 'date-fns/formatISO';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { UsageError } from './context.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

/** `yyyy-MM-dd`, a day that exists. */
export function dayOf(given: string): string {
  if (!day.test(given) || !isValid(parseISO(given))) throw new UsageError('day', { given });
  return given;
}

/** A moment as ISO with the offset of this computer, where none is given: `2026-05-03T14:30` or `2026-05-03 14:30`. */
export function momentOf(given: string): string {
  const parsed = parseISO(given.replace(' ', 'T'));
  if (!isValid(parsed)) throw new UsageError('moment', { given });
  return formatISO(parsed);
}

/** "As it stood on 3 May" is at the end of that day on this computer; a moment is the moment. */
export function asOfMoment(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  return day.test(given)
    ? endOfDay(parseISO(dayOf(given))).toISOString()
    : new Date(momentOf(given)).toISOString();
}

/** This computer's day, as `yyyy-MM-dd`. */
export function today(): string {
  return formatISO(new Date(), { representation: 'date' });
}

/** A moment for people, in this computer's time. */
export function shownMoment(iso: string): string {
  const moment = parseISO(iso);
  return isValid(moment) ? formatISO(moment).slice(0, 16).replace('T', ' ') : iso;
}
