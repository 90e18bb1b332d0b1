import { authorise } from '../../../api/authorise.ts';
import { CustodiaError } from '../../../api/errors.ts';
import { readStep } from '../../../api/procedure.ts';
import type { Services } from '../../../api/services.ts';
import { openIdentity } from '../../people/index.ts';
import type { SealedIdentity } from '../../people/model.ts';
import type { ProtectedPerson } from './model.ts';

/** An export opens seals only for who could open them by hand. */
const mayOpen = readStep('bundles.mayOpenSeals', ({ sql, actor }, caseId: string): null => {
  authorise(sql, actor.user, 'seal.open', { case: caseId });
  return null;
});

export const sealedSteps = [mayOpen];

/**
 * Opens the seals that the person exporting holds, so that what is in them is looked for. Each opening is on record like any
 * other. A seal whose key was destroyed stays closed to everybody.
 */
export async function openSeals(
  services: Services,
  people: readonly ProtectedPerson[],
  {
    case: caseId,
    passphrase,
    reason,
  }: { readonly case: string; readonly passphrase: string; readonly reason: string },
): Promise<Record<string, SealedIdentity>> {
  const opened: Record<string, SealedIdentity> = {};
  const mine = people.filter(({ sealed }) => sealed === 'mine');
  if (mine.length === 0) return opened;
  await services.step(mayOpen, caseId);
  for (const { id } of mine) {
    try {
      opened[id] = await openIdentity(services, { case: caseId, person: id, reason, passphrase });
    } catch (error) {
      if (!(error instanceof CustodiaError) || error.code !== 'seal.destroyed') throw error;
    }
  }
  return opened;
}
