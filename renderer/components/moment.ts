import { format, formatISO, parseISO } from 'date-fns';

/** A day and a time on this computer's clock, as a form holds them. */
export interface Moment {
  /** yyyy-MM-dd */
  readonly day: string;
  /** HH:mm as typed; HH:mm:ss as it was when the form opened, while nobody typed another. */
  readonly time: string;
}

/**
 * A day and a time as ISO with its offset; null where either is missing. The present minute, typed, becomes this very
 * second, so that it cannot lie before an event of the same minute.
 */
export function momentOf({ day, time }: Moment, now = new Date()): string | null {
  if (day === '' || !/^\d{2}:\d{2}(:\d{2})?$/.test(time)) return null;
  if (day === format(now, 'yyyy-MM-dd') && time === format(now, 'HH:mm')) return formatISO(now);
  const moment = parseISO(`${day}T${time}`);
  return Number.isNaN(moment.getTime()) ? null : formatISO(moment);
}

/**
 * Now, to the second: a form that is sent in a later minute than it was opened in must not put its event before one
 * that was written a few seconds earlier.
 */
export function nowParts(now = new Date()): Moment {
  return { day: format(now, 'yyyy-MM-dd'), time: format(now, 'HH:mm:ss') };
}

/** The moment with what was typed over it, which counts by its minute. A field that says the same again changes nothing. */
export function retyped(at: Moment, { day = at.day, time = at.time }: Partial<Moment>): Moment {
  const minute = time.slice(0, 5);
  return day === at.day && minute === at.time.slice(0, 5) ? at : { day, time: minute };
}
