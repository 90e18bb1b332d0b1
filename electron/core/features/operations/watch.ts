import { readStep } from '../../api/procedure.ts';
import { reportDefect } from '../../api/report.ts';
import type { Services } from '../../api/services.ts';
import { alarmsOf } from './safety.ts';

/** When the next check-in would be late, for the signed-in user; empty where none is waited for. */
const nextAlarm = readStep(
  'operations.nextAlarm',
  ({ sql, actor }, now: number): string => alarmsOf(sql, actor.user, now).nextAt,
);

export const watchSteps = [nextAlarm];

/**
 * Looks at the clock for the check-ins that are waited for, while the program runs. A vault that locks goes on being
 * watched for the moment known last: an agent in trouble does not know that nobody sits there.
 */
interface Watch {
  /** Something may have changed: asks anew when the next one is due. */
  wake(): void;
}

/** A timer further off than this would go off at once: it is set again on the way. */
const farthest = 6 * 3_600_000;

/** One timer for the next moment; what is late is told to the window by an event without any content. */
export function createWatch(services: Services): Watch {
  let timer: NodeJS.Timeout | undefined;
  let due = '';

  function set(): void {
    clearTimeout(timer);
    if (due === '') return;
    const left = Date.parse(due) - Date.now();
    timer = setTimeout(left > farthest ? set : ring, Math.min(Math.max(left, 0) + 1_000, farthest));
    timer.unref();
  }

  function ring(): void {
    due = '';
    services.emit({ name: 'checkInLate' });
    wake();
  }

  function wake(): void {
    if (!services.isOpen) return;
    services.step(nextAlarm, Date.now()).then((next) => {
      due = next;
      set();
    }, reportDefect);
  }

  return { wake };
}
