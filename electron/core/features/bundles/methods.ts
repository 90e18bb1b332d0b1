import type { JobState } from '../../api/jobs.ts';
import type { InCase, Method } from '../../api/method.ts';
import type { Verification } from '../../journal/model.ts';
import type { BundleRow } from './records.ts';

/** What may be called of this register. */
export interface BundlesMethods {
  'bundles.list': Method<InCase, readonly BundleRow[]>;
  /** Starts the export and answers at once; progress and the result (`BundleJobResult`) come as `job` events. */
  'bundles.export': Method<
    InCase & {
      readonly title: string;
      readonly exhibits: readonly string[];
      /** A handle of a chosen folder; without one the shell's usual folder for documents. */
      readonly folder?: string | undefined;
      /** What to do with a source that cannot be read as pages. */
      readonly unreadable: 'stop' | 'native';
      /** Takes out what is marked as reserved; exhibits with such parts travel without their original. */
      readonly redact?: boolean | undefined;
    },
    JobState
  >;
  'bundles.verify': Method<{ readonly folder: string }, Verification>;
}
