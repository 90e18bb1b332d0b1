import { join } from 'node:path';
import { format } from 'date-fns/format';
import Papa from 'papaparse';
import { loadWords } from '../../../paper/words.ts';
import type { Table } from '../../../tables/csv.ts';
import { plainHeader } from '../../../tables/csv.ts';
import { ensureFolder, writeDurably } from '../../../vault/files.ts';
import type { Judged } from './judge.ts';

interface Office {
  readonly language: 'es' | 'en';
  readonly timeZone: string;
}

/**
 * Writes the refused rows as they came, each with its reason in a last column, so that they can be mended in a
 * spreadsheet and tried again. Gives the file's name.
 */
export async function saveRefused(
  folder: string,
  table: Table,
  judged: readonly Judged[],
  office: Office,
): Promise<string> {
  const words = loadWords('lists', office);
  const reason = words('refused.column');
  const [head, ...body] = table.rows;
  // A list that was mended once brings the column of its last time.
  const kept = (head?.cells ?? []).flatMap((cell, at) =>
    plainHeader(cell) === plainHeader(reason) ? [] : [at],
  );
  const cellsOf = (cells: readonly string[]): string[] => kept.map((at) => cells[at] ?? '');
  const why = new Map(
    judged.flatMap((row) =>
      row.why === undefined ? [] : [[row.row, words(`why.${row.why}`, row.params ?? {})] as const],
    ),
  );
  const rows = body.flatMap(({ row, cells }) => {
    const told = why.get(row);
    return told === undefined ? [] : [[...cellsOf(cells), told]];
  });
  const text = Papa.unparse([[...cellsOf(head?.cells ?? []), reason], ...rows], {
    delimiter: ';',
    // Opened in a spreadsheet, a cell of somebody else's must not become a formula.
    escapeFormulae: true,
  });
  const base = table.name.replace(/\.[^.]*$/, '').slice(0, 80);
  const name = `${base}-${words('refused.file')}-${format(new Date(), 'yyyyMMdd-HHmmss')}.csv`;
  await ensureFolder(folder);
  // With the mark by which spreadsheets know UTF-8.
  await writeDurably(join(folder, name), Buffer.from(`\ufeff${text}\r\n`, 'utf8'));
  return name;
}
