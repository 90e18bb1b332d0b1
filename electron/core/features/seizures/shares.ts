import { CustodiaError } from '../../api/errors.ts';

/** The whole, in hundredths of a per cent. */
export const whole = 10_000;

/** `33,33` → 3333. Null where it is no share of a whole: nothing, over a hundred, or finer than a hundredth of a per cent. */
export function shareOf(text: string): number | null {
  const [, units, decimals = ''] = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/u.exec(text.trim()) ?? [];
  if (units === undefined) return null;
  const share = Number(units + decimals.padEnd(2, '0'));
  return share >= 1 && share <= whole ? share : null;
}

/** 3333 → `33.33`: exact, with a point. */
export function shareText(share: number): string {
  return `${Math.floor(share / 100)}.${String(share % 100).padStart(2, '0')}`;
}

/** A share that is held from one day up to another, on which it has passed on; empty days are open. */
export interface HeldShare {
  readonly share: number | null;
  readonly from: string;
  readonly until: string;
}

/** The most that is held at once on any day, in hundredths of a per cent. Shares that are not known count nothing. */
export function mostHeld(shares: readonly HeldShare[]): number {
  // The sum can only grow on a day on which one begins.
  const days = ['', ...shares.map(({ from }) => from)];
  return Math.max(
    0,
    ...days.map((day) =>
      shares
        .filter(({ from, until }) => from <= day && (until === '' || day < until))
        .reduce((sum, { share }) => sum + (share ?? 0), 0),
    ),
  );
}

/** Refuses owners of more than the whole. */
export function requireShares(shares: readonly HeldShare[]): void {
  const total = mostHeld(shares);
  if (total > whole) throw new CustodiaError('seizure.sharesOver', { total: shareText(total) });
}
