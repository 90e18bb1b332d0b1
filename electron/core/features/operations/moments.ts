import { CustodiaError } from '../../api/errors.ts';

/** Clocks of two computers differ a little: what is said to be now is not the future. */
const tolerance = 60_000;

/** Refuses a moment or day that has not come. */
export function requirePast(now: number, field: string, said: string): void {
  // A day begins first where the clocks are fourteen hours ahead: there it may be that day already.
  const begins = said.length === 10 ? Date.parse(`${said}T00:00:00+14:00`) : Date.parse(said);
  if (begins > now + tolerance) throw new CustodiaError('call.invalid', { field });
}

/** The office's day of a moment in milliseconds: as this computer's clock has it. */
export function dayNow(now: number): string {
  const at = new Date(now);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
