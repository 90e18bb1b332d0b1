import { CustodiaError } from '../../api/errors.ts';
import type { CustodyEvent, CustodyInput, Viewer } from './model.ts';

/** `FETP-2026-0001/E-003`: the case's number and the exhibit's place in it. */
export function exhibitNumber(caseNumber: string, taken: number): string {
  return `${caseNumber}/E-${String(taken + 1).padStart(3, '0')}`;
}

/** How an exhibit of this type is shown; what could run is shown as text or not at all. */
export function viewerFor(type: string): Viewer {
  if (type === 'application/pdf') return 'pdf';
  if (/^image\/(png|jpeg|gif|webp|bmp|avif|x-icon)$/.test(type)) return 'image';
  if (type.startsWith('audio/')) return 'audio';
  if (/^video\/(mp4|webm|ogg|quicktime)$/.test(type)) return 'video';
  if (type.startsWith('text/') || /^(application\/(json|xml)|message\/rfc822|image\/svg\+xml)$/.test(type))
    return 'text';
  return 'none';
}

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
