import type { AssetRecord } from '../../../../electron/core/features/seizures/model.ts';

/** What every part of the open asset is given. */
export interface OfRecord {
  readonly caseId: string;
  readonly asset: AssetRecord;
  /** The asset as it once stood: nothing is done with it. */
  readonly past: boolean;
}
