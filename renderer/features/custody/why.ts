import type { CustodyState } from '../../../electron/core/features/custody/model.ts';
import { CoreError } from '../../app/core.ts';

/** Whether the core will ask why: another giver than who holds it, or a moment before the last event. */
export function needsWhy(
  { holder, last, phase }: CustodyState,
  said: { readonly from: string; readonly when: string | null },
): boolean {
  const early = said.when !== null && last !== '' && Date.parse(said.when) < Date.parse(last);
  const held = phase === 'held' || phase === 'out';
  return early || (held && said.from.trim() !== '' && said.from.trim() !== holder);
}

/** Whether the core refused for want of a reason. */
export function whyAsked(error: Error | null): boolean {
  return error instanceof CoreError && error.body.code.startsWith('custody.why');
}
