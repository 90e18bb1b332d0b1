import type { CaseListInput, CaseRow } from '../core/features/cases/model.ts';
import type { ExhibitRow } from '../core/features/evidence/model.ts';
import type { Client } from './context.ts';

const pageSize = 500;

/** All rows of a list that the API gives a page at a time. */
async function all<T>(
  page: (offset: number) => Promise<{ readonly total: number; readonly rows: readonly T[] }>,
): Promise<T[]> {
  const rows: T[] = [];
  for (;;) {
    const next = await page(rows.length);
    rows.push(...next.rows);
    if (next.rows.length === 0 || rows.length >= next.total) return rows;
  }
}

export function allCases(
  client: Client,
  wanted: Pick<CaseListInput, 'text' | 'stage' | 'status' | 'offence'>,
): Promise<CaseRow[]> {
  return all((offset) =>
    client.call('cases.list', { ...wanted, sort: 'number', descending: false, offset, limit: pageSize }),
  );
}

export function allExhibits(
  client: Client,
  caseId: string,
  asOf?: string,
  inside?: string,
): Promise<ExhibitRow[]> {
  return all((offset) =>
    client.call('evidence.list', {
      case: caseId,
      asOf,
      inside,
      sort: 'number',
      descending: false,
      offset,
      limit: pageSize,
    }),
  );
}
