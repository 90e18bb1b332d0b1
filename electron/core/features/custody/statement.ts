import type { KeyObject } from 'node:crypto';
import { canonicalBytes } from '../../journal/canonical.ts';
import { SshSignatureError, signSsh, verifySsh } from '../../vault/sshsig.ts';
import type { Confirmation, CustodyRecord } from './model.ts';

/** For which purpose `ssh-keygen -Y verify -n` must be asked. */
export const custodyNamespace = 'custodia-custody';

/** What the receiver of a hand-over signs. */
export interface Statement {
  readonly case: string;
  readonly handover: string;
  readonly exhibits: readonly {
    readonly exhibit: string;
    readonly number: string;
    readonly sha256: string;
  }[];
  readonly when: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly reason: string;
  readonly dueBack: string;
  /** The receiver: the user's id. */
  readonly signer: string;
}

/** The statement as canonical JSON, and the receiver's signature over its bytes. */
export function signStatement(
  statement: Statement,
  key: { readonly privateKey: KeyObject },
): { statement: string; sshsig: string } {
  const bytes = canonicalBytes({
    v: 1,
    ...statement,
    exhibits: statement.exhibits.map((each) => ({ ...each })),
  });
  return { statement: Buffer.from(bytes).toString('utf8'), sshsig: signSsh(bytes, key, custodyNamespace) };
}

type Signed = Pick<
  CustodyRecord,
  'from' | 'to' | 'when' | 'place' | 'reason' | 'dueBack' | 'handover' | 'signature' | 'receiver'
>;

/**
 * How the receiver confirmed: a signature counts only where it is by that user's key and its statement says what the
 * record says.
 * @param signKeyOf a user's public key as the journal has it; undefined where there is no such user
 */
export function confirmationOf(
  record: Signed,
  of: { readonly case: string; readonly exhibit: string },
  signKeyOf: (user: string) => string | undefined,
): Confirmation {
  const { signature } = record;
  if (signature === undefined) return record.receiver === undefined ? 'none' : 'paper';
  return isSound(record, signature, of, signKeyOf(signature.user)) ? 'signed' : 'invalid';
}

function isSound(
  record: Signed,
  { statement, sshsig, user }: NonNullable<Signed['signature']>,
  of: { readonly case: string; readonly exhibit: string },
  signKey: string | undefined,
): boolean {
  if (signKey === undefined) return false;
  try {
    const { publicKey } = verifySsh(Buffer.from(statement, 'utf8'), sshsig, custodyNamespace);
    if (Buffer.from(publicKey).toString('base64') !== signKey) return false;
  } catch (error) {
    if (error instanceof SshSignatureError) return false;
    throw error;
  }
  const said = JSON.parse(statement) as Partial<Statement>;
  const expected = {
    case: of.case,
    handover: record.handover ?? '',
    when: record.when,
    from: record.from,
    to: record.to,
    place: record.place,
    reason: record.reason,
    dueBack: record.dueBack ?? '',
    signer: user,
  };
  const same = Object.entries(expected).every(([field, value]) => said[field as keyof Statement] === value);
  return same && said.exhibits?.some((each) => each.exhibit === of.exhibit) === true;
}
