import type { Money } from '../../money/model.ts';
import type { AssetKind } from './asset-model.ts';
import type { Rate } from './model.ts';
import type { AssetStage } from './step-model.ts';

/** The states that money is in, in the ledger: every stage but `split`, whose parts are counted instead, and what was spent. */
export type LedgerState = Exclude<AssetStage, 'split'> | 'spent';

/**
 * One currency of the ledger on a day. It adds up: `entered + revalued` is the sum of `states`, and what was `seized`
 * is the sum of the states from `executed` on, with what was spent.
 */
export interface LedgerLine {
  readonly currency: string;
  /** First valuations. */
  readonly entered: number;
  /** Later valuations and sales, up (+) or down (−). */
  readonly revalued: number;
  readonly states: Readonly<Record<LedgerState, number>>;
  readonly seized: number;
  /** What early sales brought, whatever became of it since. */
  readonly proceeds: number;
  /** Costs that were not paid out of the assets: they take nothing from them. */
  readonly costs: number;
}

export interface Ledger {
  readonly on: string;
  readonly lines: readonly LedgerLine[];
  /** How many assets are in each stage on that day; and how many of them have no value yet. */
  readonly assets: Readonly<Record<AssetStage, number>>;
  readonly unvalued: number;
  readonly converted: Conversion | null;
}

/** Each currency's total turned into one. Rounded once for each figure, to the nearest minor unit, halves away from zero. */
export interface Conversion {
  readonly to: string;
  readonly rates: readonly Rate[];
  readonly line: LedgerLine;
  /** Currencies without a stated rate on or before the day: not in the sum. */
  readonly missing: readonly string[];
}

/** Of which assets. A whole and its parts are never torn apart: all of a family count where one of it fits. */
export interface LedgerInput {
  readonly case?: string | undefined;
  readonly kinds?: readonly AssetKind[] | undefined;
  readonly department?: string | undefined;
  readonly office?: string | undefined;
  readonly person?: string | undefined;
  /** yyyy-MM-dd; today where it is not given. */
  readonly on?: string | undefined;
  readonly convertTo?: string | undefined;
  readonly asOf?: string | undefined;
}

/** By what totals are grouped. */
export const totalGroups = ['stage', 'kind', 'custodian', 'office', 'department', 'case'] as const;
export type TotalGroup = (typeof totalGroups)[number];

/** What the assets of one group are worth now, per currency. `key`: the stage, the custodian; for a case its number. */
export interface GroupTotal {
  readonly key: string;
  readonly count: number;
  readonly values: readonly Money[];
}
