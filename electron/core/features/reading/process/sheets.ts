import * as XLSX from '@e965/xlsx';
import type { Look, Sheet } from '../model.ts';
import type { Content } from './content.ts';
import type { Ending } from './protocol.ts';
import { ending, items, type Tell, tellInParts } from './reader.ts';
import { Unreadable } from './unreadable.ts';

const mostBytes = 100 * 1024 * 1024;
/** A page shows at most this much of a sheet. */
const shownRows = 2_000;
const shownColumns = 200;

async function open(content: Content): Promise<XLSX.WorkBook> {
  const bytes = await content.all(mostBytes);
  try {
    return XLSX.read(bytes, {
      type: 'buffer',
      cellFormula: false,
      cellHTML: false,
      bookVBA: false,
      dense: true,
    });
  } catch (cause) {
    const encrypted = cause instanceof Error && /password|encrypt/i.test(cause.message);
    throw new Unreadable(encrypted ? 'encrypted' : 'damaged', { cause });
  }
}

/** XLSX, XLS, ODS: each sheet's cells as they are shown, row by row. */
export async function readSheets(content: Content, tell: Tell): Promise<Ending> {
  const book = await open(content);
  let page = 0;
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    if (sheet === undefined) continue;
    page = tellInParts(XLSX.utils.sheet_to_csv(sheet, { FS: '\t', blankrows: false }), tell, page, name);
  }
  return ending({ items: items('office', { Sheets: book.SheetNames, ...book.Props }), summary: {} });
}

export async function lookAtSheets(content: Content): Promise<Look> {
  const book = await open(content);
  return { kind: 'sheets', sheets: book.SheetNames.map((name) => shown(name, book.Sheets[name])) };
}

function shown(name: string, sheet: XLSX.WorkSheet | undefined): Sheet {
  const all =
    sheet === undefined ? [] : XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false });
  const columnCount = all.reduce((most, row) => Math.max(most, row.length), 0);
  const rows = all
    .slice(0, shownRows)
    .map((row) => Array.from(row.slice(0, shownColumns), (cell) => (cell === undefined ? '' : String(cell))));
  return { name, rows, rowCount: all.length, columnCount };
}
