import { CustodiaError } from '../../api/errors.ts';
import { readStep, writeStep } from '../../api/procedure.ts';
import type { Services } from '../../api/services.ts';
import { type ClosedSeal, closeSeal } from '../../vault/seals.ts';
import { openForHolder, recipientsOf } from '../office/index.ts';
import { sealClosed, sealOpened } from './entries.ts';
import { requirePerson } from './list.ts';
import type { SealedIdentity } from './model.ts';

interface OfPerson {
  readonly case: string;
  readonly person: string;
}

const holderRecipients = readStep(
  'people.holderRecipients',
  ({ sql }, input: OfPerson & { readonly holders: readonly string[] }): string[] => {
    requirePerson(sql, input.case, input.person);
    return recipientsOf(sql, input.holders);
  },
);

const recordSeal = writeStep(
  'people.recordSeal',
  ({ append }, body: OfPerson & ClosedSeal & { readonly holders: readonly string[] }): null => {
    append(sealClosed, body.case, { ...body, holders: [...body.holders] });
    return null;
  },
);

const readSeal = readStep('people.readSeal', ({ sql }, input: OfPerson): ClosedSeal => {
  const row = sql.get<ClosedSeal>(
    'SELECT id AS seal, ciphertext FROM seal WHERE person = ? AND case_id = ?',
    [input.person, input.case],
  );
  if (row === undefined) throw new CustodiaError('call.notFound', { what: 'seal' });
  return row;
});

const recordOpening = writeStep(
  'people.recordOpening',
  ({ append }, body: OfPerson & { readonly seal: string; readonly reason: string }): null => {
    append(sealOpened, body.case, body);
    return null;
  },
);

export const sealingSteps = [holderRecipients, recordSeal, readSeal, recordOpening];

/** Seals a protected person's identity to its holders. A person who is no holder can't read it again, not even the author. */
export async function sealIdentity(
  services: Services,
  input: OfPerson & { readonly identity: SealedIdentity; readonly holders: readonly string[] },
): Promise<{ seal: string }> {
  const { case: caseId, person, holders } = input;
  const recipients = await services.step(holderRecipients, { case: caseId, person, holders });
  const closed = await closeSeal(services.layout, input.identity, recipients);
  await services.step(recordSeal, { case: caseId, person, holders, ...closed });
  return { seal: closed.seal };
}

/** Opens the seal for a holder who gives the passphrase again and a reason. The opening is on record before the content is out. */
export async function openIdentity(
  services: Services,
  input: OfPerson & { readonly reason: string; readonly passphrase: string },
): Promise<SealedIdentity> {
  const { case: caseId, person, reason, passphrase } = input;
  const identity = await openForHolder(services, passphrase, {
    read: () => services.step(readSeal, { case: caseId, person }),
    record: ({ seal }) => services.step(recordOpening, { case: caseId, person, seal, reason }),
  });
  return identity as SealedIdentity;
}
