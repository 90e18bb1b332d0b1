import { createHash } from 'node:crypto';
import { CustodiaError } from '../../../../api/errors.ts';
import type { JobProgress } from '../../../../api/jobs-service.ts';
import { readStep, writeStep } from '../../../../api/procedure.ts';
import type { Services } from '../../../../api/services.ts';
import { readTable } from '../../../../tables/csv.ts';
import { hashListImported } from '../entries.ts';
import { listedFiles } from './columns.ts';
import {
  createComparison,
  type Digests,
  filesToRead,
  isWanted,
  type KnownFile,
  wantedBy,
} from './compare.ts';
import type { HashListOutcome, HashOutcome, HashRow } from './model.ts';

const knownFiles = readStep('items.knownFiles', ({ sql }, caseId: string): KnownFile[] =>
  sql.all<KnownFile>(
    `SELECT id AS exhibit, number, name, size, sha256, blob FROM exhibit
     WHERE case_id = ? AND blob <> '' ORDER BY position`,
    [caseId],
  ),
);

const recordHashList = writeStep(
  'items.recordHashList',
  ({ append }, body: ReturnType<typeof hashListImported.schema.parse>): null => {
    append(hashListImported, body.case, body);
    return null;
  },
);

export const hashListSteps = [knownFiles, recordHashList];

export interface HashListOrder {
  readonly case: string;
  readonly path: string;
  /** The list's SHA-256 as it was shown, where its outcome is to be written. */
  readonly write?: string | undefined;
}

/**
 * What comes of every row of a hash list; written into the journal only where that is asked. SHA-1 and MD5 are worked
 * out from the stored content.
 */
export async function compareHashList(
  services: Services,
  order: HashListOrder,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<HashListOutcome> {
  const { name, sha256, rows: table } = await readTable(order.path);
  if (order.write !== undefined && order.write !== sha256) throw new CustodiaError('list.changed', { name });
  const listed = listedFiles(table).map(wantedBy);
  const files = await services.step(knownFiles, order.case);
  const digests = await digestsOf(services, filesToRead(listed.filter(isWanted), files), progress, signal);
  const compare = createComparison(files, digests);
  const rows = listed.map((row) => (isWanted(row) ? compare(row) : row));
  const counts = countsOf(rows);
  if (order.write !== undefined) {
    const found = (outcome: HashOutcome) =>
      rows.flatMap(({ row, outcome: is, exhibit }) =>
        is === outcome && exhibit !== undefined ? [{ row, exhibit }] : [],
      );
    await services.step(recordHashList, {
      case: order.case,
      name,
      sha256,
      counts,
      matches: found('matches'),
      differs: found('differs'),
    });
  }
  return { name, sha256, counts, rows, written: order.write !== undefined };
}

function countsOf(rows: readonly HashRow[]): Record<HashOutcome, number> {
  const counts = { matches: 0, differs: 0, unknown: 0, unreadable: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

const partSize = 4 * 1024 * 1024;

async function digestsOf(
  services: Services,
  files: readonly KnownFile[],
  progress: JobProgress,
  signal: AbortSignal,
): Promise<Map<string, Digests | null>> {
  const digests = new Map<string, Digests | null>();
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  for (const { blob, size, name } of files) {
    const before = done;
    const read = (bytes: number): void => progress(name, before + bytes, total);
    digests.set(blob, await digestOf(services, blob, read, signal));
    done = before + size;
  }
  return digests;
}

/** Null where the content is missing or damaged: the row that needs it says so. */
async function digestOf(
  services: Services,
  blob: string,
  read: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Digests | null> {
  const md5 = createHash('md5');
  const sha1 = createHash('sha1');
  try {
    const content = await services.session().blobs.open(blob);
    try {
      for (let at = 0; at < content.size; at += partSize) {
        if (signal.aborted) throw new CustodiaError('call.cancelled');
        const part = await content.read(at, Math.min(at + partSize, content.size));
        md5.update(part);
        sha1.update(part);
        read(at + part.length);
      }
    } finally {
      await content.close();
    }
  } catch (error) {
    if (error instanceof CustodiaError && error.code.startsWith('blob.')) return null;
    throw error;
  }
  return { md5: md5.digest('hex'), sha1: sha1.digest('hex') };
}
