import type { Verification } from '../../../journal/model.ts';
import type { BundleProblem } from './problems.ts';

/** What the journal's entries in a bundle prove, when all of it holds. */
export interface JournalProved {
  /** Entries whose place in the log, content and signature hold. */
  readonly journalEntries: number;
  /** Entries of which only the place in the log is proved, because the recipient may not read them. */
  readonly journalWithheld: number;
  /** Entries whose signer's key is among the withheld: only their place in the log is proved. */
  readonly journalUnsigned: number;
  /** The log at the checkpoint that the certificate prints. */
  readonly journalSize: number;
  readonly journalRoot: string;
  /** Exhibits whose hash stands in an entry that was checked. */
  readonly journalExhibits: number;
}

/** What came of checking a bundle. */
export interface BundleVerification extends Verification, Partial<JournalProved> {
  /** Valid is a bundle without any problem. It does not say whose key signed: that is compared on paper. */
  readonly valid: boolean;
  readonly problems: readonly BundleProblem[];
  /** The principal whose key signed it; only where the signature holds. */
  readonly signedBy?: string;
  /** SHA-256 of the tag manifest, as printed on the receipt. */
  readonly fingerprint?: string;
  /** As bag-info.txt says; only where it is the one that was signed. */
  readonly title?: string;
  readonly exhibits?: number;
}
