/** The exhibit's own part of its printed number: `FETP-2026-0001/E-003` → `E-003`. For places inside its case. */
export function exhibitNumber(number: string): string {
  return number.slice(number.lastIndexOf('/') + 1);
}
