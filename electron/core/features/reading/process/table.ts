import * as XLSX from '@e965/xlsx';
import type { CellDoubt, SheetRow } from '../model.ts';
import type { Content } from './content.ts';
import { mostBytes, openBook } from './sheets.ts';
import { Unreadable } from './unreadable.ts';
import { refuseBomb } from './zip.ts';

const mostRows = 100_000;
const mostColumns = 300;
/** A register of twenty thousand assets with fifty columns is half of it. */
const mostCells = 2_000_000;
/** A spreadsheet keeps a number to so many digits; what is longer was rounded before it came here. */
const exactDigits = 15;

/** The first sheet's rows that say anything, each cell as what it is and not as it is shown. */
export async function readTableSheet(content: Content): Promise<SheetRow[]> {
  // The library takes any text for a table: what is no package of a spreadsheet is none.
  const [first, second] = await content.read(0, 2);
  if (first !== 0x50 || second !== 0x4b) throw new Unreadable('damaged');
  await refuseBomb(await content.all(mostBytes));
  const book = await openBook(content, { cellFormula: true, cellNF: true, sheets: 0 });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  // The library passes over a sheet that it can't read: what is not there is not empty.
  if (sheet?.['!data'] === undefined) throw new Unreadable('damaged');
  const rows = sheet['!data'] as readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[];
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const found: SheetRow[] = [];
  let cells = 0;
  for (const [index, row] of rows.entries()) {
    if (row === undefined) continue;
    cells += row.length;
    if (cells > mostCells) throw new Unreadable('tooLarge');
    const read = rowOf(index + 1, row, from1904);
    if (read.cells.some((cell) => cell !== '') || read.doubts.length > 0) found.push(read);
    if (found.length > mostRows) throw new Unreadable('tooLarge');
  }
  return found;
}

function rowOf(row: number, given: readonly (XLSX.CellObject | undefined)[], from1904: boolean): SheetRow {
  const cells: string[] = [];
  const doubts: { column: number; what: CellDoubt }[] = [];
  for (let column = 0; column < Math.min(given.length, mostColumns); column += 1) {
    const cell = given[column];
    cells.push(cell === undefined ? '' : textOf(cell, from1904));
    const what = cell === undefined ? null : doubtOf(cell);
    if (what !== null) doubts.push({ column, what });
  }
  return { row, cells, doubts };
}

function doubtOf(cell: XLSX.CellObject): CellDoubt | null {
  if (cell.f !== undefined) return 'formula';
  if (cell.t === 'e') return 'error';
  if (cell.t !== 'n' || isDay(cell)) return null;
  return Math.abs(Number(cell.v)) >= 10 ** exactDigits ? 'number' : null;
}

function isDay({ z }: XLSX.CellObject): boolean {
  return z !== undefined && XLSX.SSF.is_date(z);
}

function textOf(cell: XLSX.CellObject, from1904: boolean): string {
  const { v } = cell;
  if (v === undefined || v === null || cell.t === 'z') return '';
  if (cell.t === 'e') return String(cell.w ?? '#');
  if (cell.t !== 'n') return String(v).trim();
  if (!isDay(cell)) return String(Number(Number(v).toPrecision(exactDigits)));
  const { y, m, d } = XLSX.SSF.parse_date_code(Number(v), { date1904: from1904 });
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
