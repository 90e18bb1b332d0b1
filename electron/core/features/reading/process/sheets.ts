import * as XLSX from '@e965/xlsx';
import type { Look, Sheet } from '../model.ts';
import type { Content } from './content.ts';
import type { Ending } from './protocol.ts';
import { ending, items, type Tell, tellInParts } from './reader.ts';
import { Unreadable } from './unreadable.ts';

/** A spreadsheet of more bytes is not opened. */
export const mostBytes = 100 * 1024 * 1024;
/** A page shows at most this much of a sheet. */
const shownRows = 2_000;
const shownColumns = 200;

/** @param more what else the caller needs to know of the cells */
export async function openBook(
  content: Content,
  more: Pick<XLSX.ParsingOptions, 'cellFormula' | 'cellNF' | 'sheets'> = {},
): Promise<XLSX.WorkBook> {
  const bytes = await content.all(mostBytes);
  try {
    return XLSX.read(bytes, {
      type: 'buffer',
      cellFormula: false,
      cellHTML: false,
      bookVBA: false,
      dense: true,
      ...more,
    });
  } catch (cause) {
    const encrypted = cause instanceof Error && /password|encrypt/i.test(cause.message);
    throw new Unreadable(encrypted ? 'encrypted' : 'damaged', { cause });
  }
}

/** XLSX, XLS, ODS: each sheet's cells as they are shown, row by row. */
export async function readSheets(content: Content, tell: Tell): Promise<Ending> {
  const book = await openBook(content);
  let page = 0;
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    if (sheet === undefined) continue;
    page = tellInParts(XLSX.utils.sheet_to_csv(sheet, { FS: '\t', blankrows: false }), tell, page, name);
  }
  return ending({ items: items('office', { Sheets: book.SheetNames, ...book.Props }), summary: {} });
}

export async function lookAtSheets(content: Content): Promise<Look> {
  const book = await openBook(content);
  return { kind: 'sheets', sheets: book.SheetNames.map((name) => shown(name, book.Sheets[name])) };
}

/** From A1 on, wherever the cells that are filled begin: an address shown must be the address in the file. */
export function shown(name: string, sheet: XLSX.WorkSheet | undefined): Sheet {
  const ref = sheet?.['!ref'];
  if (sheet === undefined || ref === undefined) return { name, rows: [], rowCount: 0, columnCount: 0 };
  const { e: end } = XLSX.utils.decode_range(ref);
  const range = {
    s: { r: 0, c: 0 },
    e: { r: Math.min(end.r, shownRows - 1), c: Math.min(end.c, shownColumns - 1) },
  };
  const all = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false, range, blankrows: true });
  const rows = all.map((row) => Array.from(row, (cell) => (cell === undefined ? '' : String(cell))));
  return { name, rows, rowCount: end.r + 1, columnCount: end.c + 1 };
}
