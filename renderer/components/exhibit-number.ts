/** The exhibit's own part of its printed number: `FETP-2026-0001/E-003` → `E-003`. For places inside its case. */
export function exhibitNumber(number: string): string {
  return number.slice(number.lastIndexOf('/') + 1);
}

/** Numbers one after the other in running text, none of them broken over two lines. */
export function listed(numbers: readonly string[]): string {
  return numbers.map((number) => number.replaceAll('-', '\u2011')).join(', ');
}
