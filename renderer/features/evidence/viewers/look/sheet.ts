/** `A`, `B`, … `Z`, `AA`: a column as spreadsheets call it. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The rows in which the words stand, in one cell. */
export function rowsWith(rows: readonly (readonly string[])[], words: string): number[] {
  const wanted = plain(words.trim());
  if (wanted === '') return [];
  return rows.flatMap((row, index) => (row.some((cell) => plain(cell).includes(wanted)) ? [index] : []));
}
