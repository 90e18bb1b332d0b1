/**
 * Why an age file was refused. Callers say what it means for people: `noMatch` on a user's key file is a wrong
 * passphrase, on a blob it is a missing key; all others are damage.
 * - `armor`: the text around the file is not the age armor
 * - `header`: not an age header, a malformed recipient, or its authentication code is wrong
 * - `noMatch`: a sound header, but none of the given identities opens it
 * - `payload`: a chunk is changed, missing, out of place, or something follows the last one
 */
export type AgeReason = 'armor' | 'header' | 'noMatch' | 'payload';

/** An age file that cannot be read, and at which step. */
export class AgeError extends Error {
  readonly reason: AgeReason;

  constructor(reason: AgeReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AgeError';
    this.reason = reason;
  }
}
