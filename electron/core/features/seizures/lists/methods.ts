import type { JobState } from '../../../api/jobs.ts';
import type { Method } from '../../../api/method.ts';
import type { ExportedList, ExportListInput, ImportListInput, RefusedRowsInput } from './model.ts';

/** What may be called to bring lists of assets in and out. */
export interface SeizureListMethods {
  /** The assets that a filter leaves as CSV or XLSX, where the person says. Recorded. */
  'seizures.exportList': Method<ExportListInput, ExportedList>;
  /** A job whose result is an `ImportedList`: every row's outcome, written into the journal only with `write`. */
  'seizures.importList': Method<ImportListInput, JobState>;
  /** The rows that would be refused, as a CSV file with the reasons beside them. */
  'seizures.exportRefused': Method<RefusedRowsInput, { readonly name: string; readonly rows: number }>;
}
