import { CustodiaError } from '../../../api/errors.ts';
import type { JobProgress } from '../../../api/jobs-service.ts';
import type { Services } from '../../../api/services.ts';
import { readTable, type Table } from '../../../tables/csv.ts';
import { columnsOf, type ListColumns } from './columns.ts';
import type { Judged } from './judge.ts';
import type { CustodyListInput, CustodyListOutcome } from './model.ts';
import { type ReadRow, readRows } from './read.ts';
import { saveRefused } from './refused.ts';
import { countsOf, fingerprintOf, judgeList, readWords, whichExhibits, writeList } from './steps.ts';

/** A list whose handles were taken. */
export interface CustodyListOrder extends Pick<CustodyListInput, 'case' | 'columns' | 'write'> {
  readonly path: string;
  /** Where the refused rows are saved, if they are to be. */
  readonly saveIn?: string | undefined;
}

/**
 * What comes of every row of a register's list; written into the journal only where that is asked, and only as it was
 * shown.
 */
export async function importCustodyList(
  services: Services,
  order: CustodyListOrder,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<CustodyListOutcome> {
  const table = await readTable(order.path);
  const { name, sha256 } = table;
  const { write } = order;
  if (write !== undefined && write.sha256 !== sha256) throw new CustodiaError('list.changed', { name });
  const columns = columnsOf(table.rows[0], order.columns);
  if (columns.missing.length > 0) {
    if (write !== undefined) throw new CustodiaError('list.noColumns');
    return outcomeOf(table, columns, []);
  }
  const office = await services.step(readWords, null);
  const rows = readRows(table.rows.slice(1), columns, new Map(office.words));
  const judged = await judgeInParts(services, order.case, rows, progress, signal);
  const saved =
    order.saveIn === undefined ? undefined : await saveRefused(order.saveIn, table, judged, office);
  if (write === undefined) return { ...outcomeOf(table, columns, judged), saved };
  if (signal.aborted) throw new CustodiaError('call.cancelled');
  const list = { name, sha256 };
  const { shown, onlyGood = false } = write;
  await services.step(writeList, { case: order.case, rows, list, shown, onlyGood });
  const outcome = outcomeOf(table, columns, judged);
  return { ...outcome, saved, written: outcome.counts.write > 0 };
}

function outcomeOf(
  { name, sha256 }: Table,
  { heads, at, missing }: ListColumns,
  rows: readonly Judged[],
): CustodyListOutcome {
  const columns = Object.fromEntries([...at].map(([column, index]) => [column, heads[index] ?? '']));
  const shown = fingerprintOf(rows);
  return { name, sha256, shown, heads, columns, missing, counts: countsOf(rows), rows, written: false };
}

/** So many rows at once that a reader answers others in between. */
const partSize = 1_000;

async function judgeInParts(
  services: Services,
  caseId: string,
  rows: readonly ReadRow[],
  progress: JobProgress,
  signal: AbortSignal,
): Promise<Judged[]> {
  const now = Date.now();
  const judged: Judged[] = [];
  for (const part of await partsOf(services, caseId, rows)) {
    if (signal.aborted) throw new CustodiaError('call.cancelled');
    for (const row of await services.step(judgeList, { case: caseId, rows: part, now })) judged.push(row);
    progress('judging', judged.length, rows.length);
  }
  return judged.sort((a, b) => a.row - b.row);
}

/** The rows in parts of which none has only some of an exhibit's rows. */
async function partsOf(
  services: Services,
  caseId: string,
  rows: readonly ReadRow[],
): Promise<readonly (readonly ReadRow[])[]> {
  const given = [...new Set(rows.map((row) => row.given))];
  const ids = await services.step(whichExhibits, { case: caseId, given });
  const exhibits = new Map(given.map((each, index) => [each, ids[index] ?? '']));
  const groups = Map.groupBy(rows, (row) => exhibits.get(row.given) ?? '');
  const parts: ReadRow[][] = [[]];
  for (const group of groups.values()) {
    if ((parts.at(-1)?.length ?? 0) >= partSize) parts.push([]);
    const part = parts.at(-1);
    for (const row of group) part?.push(row);
  }
  return parts;
}
