import { basename, join } from 'node:path';
import { CustodiaError } from '../../api/errors.ts';
import type { Services } from '../../api/services.ts';
import { exhibitDetail, mendExhibits } from '../evidence/index.ts';

/**
 * Puts an exhibit's content back: from the file that it once was, or from a backup of the vault. Nothing is taken
 * that has not the hash that was written down when the exhibit came in; the damaged content stays put aside.
 *
 * @throws `integrity.isSound` (param `number`), `integrity.notTheOriginal` (param `name`), `integrity.notInBackup` (param `number`)
 */
export async function mend(
  services: Services,
  at: { readonly case: string; readonly exhibit: string },
  from: { readonly file: string } | { readonly backup: string },
): Promise<{ readonly exhibits: number }> {
  const { blob, sha256, number } = await services.step(exhibitDetail, at);
  const { blobs } = services.session();
  if ((await blobs.problemWith(blob, sha256)) === null)
    throw new CustodiaError('integrity.isSound', { number });
  if ('file' in from) {
    const stored = await blobs.store(from.file, {});
    if (stored.sha256 !== sha256) {
      await blobs.discard(stored.blob);
      throw new CustodiaError('integrity.notTheOriginal', { name: basename(from.file) });
    }
    const exhibits = await services.step(mendExhibits, { from: blob, to: stored.blob, source: 'file' });
    await blobs.settle([stored.blob]);
    return { exhibits };
  }
  const taken = await blobs.restoreFrom(join(from.backup, 'blobs'), blob, sha256);
  if (!taken) throw new CustodiaError('integrity.notInBackup', { number });
  return { exhibits: await services.step(mendExhibits, { from: blob, to: blob, source: 'backup' }) };
}
