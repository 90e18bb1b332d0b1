import { fileStep, readStep, writeStep } from '../../api/procedure.ts';
import { checkDatabase, snapshotDatabase } from '../../vault/database/check.ts';
import { backupMade } from './entries.ts';

interface DatabaseAt {
  readonly path: string;
  readonly key: string;
}

export const checkDatabaseStep = fileStep('safekeeping.checkDatabase', (_context, at: DatabaseAt): string[] =>
  checkDatabase(at.path, at.key),
);

/** Writes a checked copy of the database; says what is wrong with it, which is nothing when it was kept. */
export const snapshotStep = fileStep('safekeeping.snapshot', ({ sql }, to: DatabaseAt): string[] =>
  snapshotDatabase(sql, to.key, to.path),
);

export interface KnownBlob {
  readonly number: string;
  readonly blob: string;
  readonly sha256: string;
}

/** Every blob that an exhibit names, under the first exhibit's number. */
export const knownBlobs = readStep('safekeeping.blobs', ({ sql }, _input: null): KnownBlob[] =>
  sql.all<KnownBlob>(
    "SELECT min(number) AS number, blob, sha256 FROM exhibit WHERE blob <> '' GROUP BY blob ORDER BY number",
  ),
);

export const recordBackup = writeStep(
  'safekeeping.recordBackup',
  ({ append }, input: { name: string; files: number }): null => {
    append(backupMade, null, input);
    return null;
  },
);

export const safekeepingSteps = [checkDatabaseStep, snapshotStep, knownBlobs, recordBackup];
