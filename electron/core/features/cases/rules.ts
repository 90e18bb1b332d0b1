import { CustodiaError } from '../../api/errors.ts';

/** Letters without accents or case, for searching and sorting as people expect. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase('es');
}

/**
 * The number of a new case: the office's pattern with `{year}` and `{seq}` or `{seq:4}` filled in.
 * @param taken how many cases of that year the office has opened
 */
export function caseNumber(pattern: string, year: number, taken: number): string {
  return pattern
    .replaceAll('{year}', String(year))
    .replace(/\{seq(?::(\d))?\}/g, (_all, width: string | undefined) =>
      String(taken + 1).padStart(Number(width ?? 1), '0'),
    );
}

/** Refuses a day that does not exist (31 February) or is not a day at all. */
export function requireDay(day: string): void {
  const parsed = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day) {
    throw new CustodiaError('call.invalid', { field: 'date' });
  }
}
