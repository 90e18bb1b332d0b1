import Papa from 'papaparse';
import { neutral } from '../neutral.ts';
import type { ListPlan } from './model.ts';

/** RFC 4180 in UTF-8, with the mark by which spreadsheets know it; no cell is taken for a formula. */
export function writeCsv({
  heads,
  rows,
  delimiter,
}: Pick<ListPlan, 'heads' | 'rows' | 'delimiter'>): Uint8Array {
  const cells = [heads, ...rows].map((row) => row.map(neutral));
  return Buffer.from(`\ufeff${Papa.unparse(cells, { delimiter, newline: '\r\n' })}\r\n`, 'utf8');
}
