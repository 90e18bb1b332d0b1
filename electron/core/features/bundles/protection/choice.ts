import { CustodiaError } from '../../../api/errors.ts';
import type { Services } from '../../../api/services.ts';
import type { Audience } from '../model.ts';
import { protectsByDefault } from './collect.ts';

interface Chosen {
  readonly redact?: boolean | undefined;
  readonly keepNothingBack?: { readonly reason: string } | undefined;
}

/**
 * Whether something is kept back: for those whose copies protect always, unless a person decides otherwise and says why. What
 * contradicts itself is refused: an export must do what was understood.
 *
 * @throws `bundle.reasonNeeded` where it is to keep nothing back from one from whom it usually is, and nobody says why
 */
export async function protectionChosen(
  services: Services,
  audience: Audience,
  { redact, keepNothingBack }: Chosen,
): Promise<{ readonly redact: boolean; readonly reason: string | undefined }> {
  if (keepNothingBack !== undefined) {
    if (redact === true) throw new CustodiaError('call.invalid', { field: 'keepNothingBack' });
    return { redact: false, reason: keepNothingBack.reason };
  }
  if (!(await services.step(protectsByDefault, audience)))
    return { redact: redact ?? false, reason: undefined };
  if (redact === false) throw new CustodiaError('bundle.reasonNeeded');
  return { redact: true, reason: undefined };
}
