/** Whether the core takes it as a pattern of case numbers: a running number must be in it. */
export function isNumbering(pattern: string): boolean {
  return pattern.length <= 60 && /\{seq(:\d)?\}/.test(pattern);
}

/** The first number of a year as the pattern writes it, shown while the pattern is typed. */
export function firstNumber(pattern: string, year: number): string {
  return pattern
    .replaceAll('{year}', String(year))
    .replace(/\{seq(?::(\d))?\}/g, (_all, width: string | undefined) =>
      '1'.padStart(Number(width ?? 1), '0'),
    );
}
