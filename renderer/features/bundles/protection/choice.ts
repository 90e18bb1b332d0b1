import type { Input } from '../../../../electron/core/api/contract.ts';

/** What the person decided on what is protected from the recipient. */
export interface ProtectionChoice {
  readonly keepBack: boolean;
  /** Why nothing is kept back from one from whom it usually is. */
  readonly reason: string;
  /** To open the seals that the person holds; empty: they stay closed. */
  readonly passphrase: string;
}

export const usualChoice: ProtectionChoice = { keepBack: true, reason: '', passphrase: '' };

/** The core asks for this many letters: a reason that says nothing is none. */
export const shortestReason = 10;

/** Whether the choice can be carried out; `protects`: the recipient's copies protect by default. */
export function isComplete({ keepBack, reason }: ProtectionChoice, protects: boolean): boolean {
  return keepBack || !protects || reason.trim().length >= shortestReason;
}

/** The choice as the export takes it. */
export function choiceInput(
  { keepBack, reason, passphrase }: ProtectionChoice,
  protects: boolean,
): Pick<Input<'bundles.export'>, 'redact' | 'keepNothingBack' | 'passphrase'> {
  if (!keepBack) return protects ? { keepNothingBack: { reason: reason.trim() } } : { redact: false };
  return passphrase === '' ? { redact: true } : { redact: true, passphrase };
}
