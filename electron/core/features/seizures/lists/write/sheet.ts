import * as XLSX from '@e965/xlsx';
import type { ListPlan } from './model.ts';

/** Every cell typed: texts as texts, whatever they begin with; amounts as numbers of so many decimals. */
export function writeSheet({ title, heads, rows, amounts }: ListPlan): Uint8Array {
  const numeric = new Set(amounts);
  const cells = [
    heads.map(textCell),
    ...rows.map((row) => row.map((text, at) => (numeric.has(at) ? amountCell(text) : textCell(text)))),
  ];
  const sheet = XLSX.utils.aoa_to_sheet(cells as unknown[][]);
  sheet['!cols'] = heads.map((head, at) => ({ wch: widthOf(head, rows, at) }));
  const ref = sheet['!ref'];
  if (ref !== undefined) sheet['!autofilter'] = { ref };
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31));
  return new Uint8Array(
    XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array,
  );
}

function textCell(text: string): XLSX.CellObject | null {
  return text === '' ? null : { t: 's', v: text };
}

/** A file keeps the digits as they are written; up to fifteen of them a spreadsheet reads exactly. More stay text. */
function amountCell(text: string): XLSX.CellObject | null {
  const digits = text.replace('.', '');
  const [, decimals = ''] = text.split('.');
  if (text.startsWith('0') && /^0\d/.test(text)) return textCell(text);
  if (!/^\d{1,15}$/.test(digits)) return textCell(text);
  return { t: 'n', v: Number(text), z: decimals === '' ? '0' : `0.${'0'.repeat(decimals.length)}` };
}

/** Wide enough for what is in it, within reason. */
function widthOf(head: string, rows: readonly (readonly string[])[], at: number): number {
  const longest = rows.slice(0, 200).reduce((most, row) => Math.max(most, row[at]?.length ?? 0), head.length);
  return Math.min(60, longest + 2);
}
