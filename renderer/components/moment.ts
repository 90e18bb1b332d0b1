import { format, formatISO, parseISO } from 'date-fns';

export interface Moment {
  /** yyyy-MM-dd */
  readonly day: string;
  /** HH:mm */
  readonly time: string;
}

/**
 * A day and a time on this computer's clock as ISO with its offset; null where either is missing. The present
 * minute becomes this very second, so that it cannot lie before an event of the same minute.
 */
export function momentOf({ day, time }: Moment, now = new Date()): string | null {
  if (day === '' || !/^\d{2}:\d{2}/.test(time)) return null;
  if (day === format(now, 'yyyy-MM-dd') && time.slice(0, 5) === format(now, 'HH:mm')) return formatISO(now);
  const moment = parseISO(`${day}T${time.slice(0, 5)}`);
  return Number.isNaN(moment.getTime()) ? null : formatISO(moment);
}

/** Now, as the two fields show it. */
export function nowParts(now = new Date()): Moment {
  return { day: format(now, 'yyyy-MM-dd'), time: format(now, 'HH:mm') };
}
