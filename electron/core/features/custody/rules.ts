import { CustodiaError } from '../../api/errors.ts';
import type { CustodyEvent, CustodyInput } from './model.ts';

/** The events that may follow: an exhibit is sealed only while it is in somebody's hands and opened only when sealed. */
export function allowedEvents(past: readonly CustodyEvent[]): CustodyEvent[] {
  if (past.length === 0) return ['received'];
  if (past.at(-1) === 'returned') return ['received'];
  return isSealed(past)
    ? ['transferred', 'opened', 'returned']
    : ['transferred', 'sealed', 'examined', 'returned'];
}

function isSealed(past: readonly CustodyEvent[]): boolean {
  const last = past.findLast((event) => event === 'sealed' || event === 'opened');
  return last === 'sealed';
}

/** What each event must say. */
const needed: Readonly<Record<CustodyEvent, readonly (keyof CustodyInput)[]>> = {
  received: ['to'],
  transferred: ['from', 'to'],
  sealed: ['seal'],
  opened: ['reason'],
  examined: ['reason'],
  returned: ['to'],
};

/** Refuses an event that can't follow, lacks what it must say, or lies in the future or before the last one. */
export function requireCustody(
  past: readonly { readonly event: CustodyEvent; readonly when: string }[],
  input: CustodyInput,
  now: number,
): void {
  const allowed = allowedEvents(past.map((record) => record.event));
  if (!allowed.includes(input.event)) throw new CustodiaError('custody.outOfOrder', { event: input.event });
  for (const field of needed[input.event]) {
    if ((input[field] ?? '').trim() === '') throw new CustodiaError('call.invalid', { field });
  }
  const when = Date.parse(input.when);
  const last = past.at(-1);
  if (when > now + 60_000 || (last !== undefined && when < Date.parse(last.when))) {
    throw new CustodiaError('call.invalid', { field: 'when' });
  }
}
