import { sumOf } from '../../money/index.ts';
import type { Money } from '../../money/model.ts';

/** What amounts come to, per currency. */
export function sumByCurrency(amounts: readonly Money[]): Money[] {
  const found = Map.groupBy(amounts, ({ currency }) => currency);
  return [...found]
    .map(([currency, all]) => ({ currency, minor: sumOf(all.map(({ minor }) => minor)) }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}
