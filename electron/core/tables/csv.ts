import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import Papa from 'papaparse';
import { CustodiaError } from '../api/errors.ts';

const mostBytes = 20 * 1024 * 1024;
const mostRows = 100_000;
const longestCell = 20_000;

/** A row as the file has it. Cells are text and stay text: nothing in them is ever run or worked out. */
export interface TableRow {
  /** Its place in the file, from 1: the row's number in a spreadsheet. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Quotes that are not closed, or a cell of more than any name is long: the cells are not to be trusted. */
  readonly broken: boolean;
}

export interface Table {
  readonly name: string;
  /** Of the file's bytes, as hexadecimal digits. */
  readonly sha256: string;
  readonly rows: readonly TableRow[];
}

/** A list's file as it lies there. */
export interface ListFile extends Omit<Table, 'rows'> {
  readonly bytes: Buffer;
}

/**
 * Reads a list that somebody else made: comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252.
 * @throws `list.tooLarge`, `list.unreadable`, `file.vanished`
 */
export async function readTable(path: string): Promise<Table> {
  const { bytes, ...file } = await readListFile(path);
  return { ...file, rows: parseTable(decode(bytes)) };
}

/** The file of a list, before anybody knows what kind it is. @throws `list.tooLarge`, `file.vanished` */
export async function readListFile(path: string): Promise<ListFile> {
  const { size } = await stat(path).catch((cause: unknown) => {
    throw new CustodiaError('file.vanished', { name: basename(path) }, { cause });
  });
  if (size > mostBytes) throw new CustodiaError('list.tooLarge', { size });
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: basename(path).normalize('NFC'), sha256, bytes };
}

/** The text of bytes whose encoding nobody wrote down. */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // Letters of the Latin alphabet in UTF-16 have a nought beside them.
  if (first !== undefined && first !== 0 && second === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0 && second !== undefined && second !== 0) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // Not UTF-8: what spreadsheets of older Windows write. Every byte means something there.
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The rows that say anything. */
export function parseTable(text: string): TableRow[] {
  if (text.includes('\0')) throw new CustodiaError('list.unreadable');
  const parsed = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), preview: mostRows + 2 });
  if (parsed.data.length > mostRows + 1) throw new CustodiaError('list.tooLarge', { rows: mostRows });
  const broken = new Set(parsed.errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
  return parsed.data
    .map((cells, index) => ({
      row: index + 1,
      cells: cells.map((cell) => cell.trim()),
      broken: broken.has(index) || cells.some((cell) => cell.length > longestCell),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** What parts the first row's cells: whichever of the three stands in it most often outside of quotes. */
function delimiterOf(text: string): string {
  const line = (/^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const count = (sign: string): number => line.split(sign).length;
  return [';', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most), ',');
}

/** A column's name as it is compared: without accents, signs and capitals. */
export function plainHeader(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
