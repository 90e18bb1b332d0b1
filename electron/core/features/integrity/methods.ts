import type { JobState } from '../../api/jobs.ts';
import type { Method, Nothing, OfExhibit } from '../../api/method.ts';
import type { Verification } from '../../journal/model.ts';
import type { IntegrityReport } from './model.ts';

/** What may be called of this register. */
export interface IntegrityMethods {
  /** Reads an exhibit's content whole and compares its hash; what is found is written down. */
  'integrity.check': Method<OfExhibit, Verification>;
  /** Checks every exhibit now; progress comes as `job` events. */
  'integrity.sweep': Method<Nothing, JobState>;
  'integrity.report': Method<Nothing, IntegrityReport>;
  /** Puts damaged content back from the original file or from a folder of a backup: one of the two. */
  'integrity.mend': Method<
    OfExhibit & { readonly file?: string | undefined; readonly backup?: string | undefined },
    { readonly exhibits: number }
  >;
}
