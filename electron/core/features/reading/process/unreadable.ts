import type { UnreadReason } from '../model.ts';

/** A file, or the rest of it, that cannot be read, and why. */
export class Unreadable extends Error {
  readonly reason: UnreadReason;

  constructor(reason: UnreadReason, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'Unreadable';
    this.reason = reason;
  }
}
