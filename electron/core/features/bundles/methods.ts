import type { JobState } from '../../api/jobs.ts';
import type { InCase, Method } from '../../api/method.ts';
import type { BundleVerification } from './bag/verification.ts';
import type { ProfileRow } from './compose/profile.ts';
import type { DraftMethods } from './drafts/methods.ts';
import type { Audience, Section } from './model.ts';
import type { PreviewInput, ProtectedPreview } from './protection/preview-model.ts';
import type { BundleRow } from './records.ts';

/** What may be called of this register. */
export interface BundlesMethods extends DraftMethods {
  'bundles.list': Method<InCase, readonly BundleRow[]>;
  /** The courts whose wishes are known, the office's usual one first. */
  'bundles.profiles': Method<Record<never, never>, readonly ProfileRow[]>;
  /** Starts the export and answers at once; progress and the result (`BundleJobResult`) come as `job` events. */
  'bundles.export': Method<
    InCase & {
      readonly title: string;
      /** The one section of a bundle without sections. */
      readonly exhibits: readonly string[];
      /** In place of `exhibits`. */
      readonly sections?: readonly Section[] | undefined;
      /** In place of all that: a kept bundle, as the version that is named or as its newest. */
      readonly draft?: string | undefined;
      readonly version?: number | undefined;
      /** How this court wants it; the office's usual one where nothing is said. */
      readonly profile?: string | undefined;
      readonly audience?: Audience | undefined;
      /** Whose copy it is: printed across its pages. */
      readonly recipient?: string | undefined;
      /** A handle of a chosen folder; without one the shell's usual folder for documents. */
      readonly folder?: string | undefined;
      /** What to do with a source that cannot be read as pages. */
      readonly unreadable: 'stop' | 'native';
      /**
       * Takes out what is protected from the recipient, and what is marked as reserved; exhibits with such parts travel without
       * their original. Where nothing is said: as is usual for the recipient.
       */
      readonly redact?: boolean | undefined;
      /** The person's PKCS#12 file by its handle and its password, to sign each PDF (PAdES). Neither is kept. */
      readonly sign?:
        | { readonly file: string; readonly password: string; readonly visible: boolean }
        | undefined;
      /** Keeps nothing back from one from whom it usually is; the reason goes into the journal. */
      readonly keepNothingBack?: { readonly reason: string } | undefined;
      /** Of who exports, to look for what is in the seals that this person holds; each opening is on record. */
      readonly passphrase?: string | undefined;
    },
    JobState
  >;
  /** What a bundle for somebody would keep back, as far as the exhibits' texts were read. */
  'bundles.protected': Method<PreviewInput, ProtectedPreview>;
  'bundles.verify': Method<{ readonly folder: string }, BundleVerification>;
}
