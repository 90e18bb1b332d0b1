import { stat } from 'node:fs/promises';
import { systemCode } from '../../api/errors.ts';
import type { JobProgress } from '../../api/jobs-service.ts';
import type { Services } from '../../api/services.ts';
import type { Problem, Verification } from '../../journal/model.ts';
import { blobPath } from '../../vault/blobs.ts';
import { verifyStep } from '../timeline/index.ts';
import { checkDatabaseStep, type KnownBlob, knownBlobs } from './steps.ts';

export interface VaultVerification extends Verification {
  readonly entries: number;
  readonly blobs: number;
}

/**
 * Checks the database's pages and structure, every journal entry, and every blob: that it is there and, when `deep`,
 * that its content has the hash that was written down when it came in. Names each damaged item.
 */
export async function verifyVault(
  services: Services,
  deep: boolean,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<VaultVerification> {
  progress('database', 0, 1);
  const at = { path: services.layout.database, key: services.session().keys.databaseKey };
  const pages = await services.stepApart(checkDatabaseStep, at);
  const problems: Problem[] = pages.map((what) => ({ item: 'case-file.db', what }));
  progress('journal', 0, 1);
  const journal = await services.stepApart(verifyStep, null);
  problems.push(...journal.problems);
  const blobs = await services.step(knownBlobs, null);
  for (const [index, blob] of blobs.entries()) {
    signal.throwIfAborted();
    progress('blobs', index, blobs.length);
    const what = await problemWith(services, blob, deep);
    if (what !== null) problems.push({ item: blob.number, what });
  }
  return { valid: problems.length === 0, problems, entries: journal.entries, blobs: blobs.length };
}

async function problemWith(services: Services, blob: KnownBlob, deep: boolean): Promise<string | null> {
  if (deep) return services.session().blobs.problemWith(blob.blob, blob.sha256);
  try {
    await stat(blobPath(services.layout.blobs, blob.blob));
    return null;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'missing';
    throw error;
  }
}
