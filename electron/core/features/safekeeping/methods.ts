import type { JobState } from '../../api/jobs.ts';
import type { Method, Nothing } from '../../api/method.ts';
import type { Verification } from '../../journal/model.ts';

/** What may be called of this register. */
export interface SafekeepingMethods {
  'vault.verify': Method<{ readonly deep: boolean }, JobState>;
  /** A copy of the whole vault, checked; the result is `{path, files}`. */
  'backup.create': Method<{ readonly folder: string }, JobState>;
  'backup.verify': Method<{ readonly folder: string }, Verification & { readonly files: number }>;
  'jobs.list': Method<Nothing, readonly JobState[]>;
  'jobs.cancel': Method<{ readonly job: string }, Nothing>;
}
