import { convert, exact } from '../../money/index.ts';
import type { Money } from '../../money/model.ts';
import type { AssetStage, LedgerLine, LedgerState } from './model.ts';
import { assetStages } from './model.ts';
import { inOrder } from './rules.ts';

/** What the ledger looks at: facts that stand, each on its day. */
export type LedgerFact = { readonly asset: string; readonly on: string; readonly order: string } & (
  | { readonly type: 'identified' }
  | { readonly type: 'stage'; readonly stage: AssetStage }
  | { readonly type: 'valued'; readonly value: Money }
  | { readonly type: 'sold'; readonly proceeds: Money }
  | { readonly type: 'cost'; readonly cost: Money; readonly fromAsset: boolean }
  | { readonly type: 'split'; readonly parts: readonly { readonly asset: string; readonly value: Money }[] }
);

export const ledgerStates: readonly LedgerState[] = [
  ...assetStages.filter((stage) => stage !== 'split'),
  'spent',
];
/** What was seized once it was in hand, whatever became of it. */
const seizedStates: readonly LedgerState[] = [
  'executed',
  'registered',
  'administered',
  'sold',
  'forfeited',
  'returned',
  'destroyed',
  'spent',
];

interface Holding {
  stage: AssetStage;
  currency: string;
  /** Null where it was never valued. */
  minor: bigint | null;
}

interface Account {
  entered: bigint;
  revalued: bigint;
  spent: bigint;
  proceeds: bigint;
  costs: bigint;
}

interface Book {
  readonly holdings: Map<string, Holding>;
  readonly accounts: Map<string, Account>;
}

function account(book: Book, currency: string): Account {
  const known = book.accounts.get(currency);
  if (known !== undefined) return known;
  const opened = { entered: 0n, revalued: 0n, spent: 0n, proceeds: 0n, costs: 0n };
  book.accounts.set(currency, opened);
  return opened;
}

/** Gives an asset a new value: the first enters the ledger, a later one moves it up or down. */
function revalue(book: Book, holding: Holding, { currency, minor }: Money): void {
  const value = BigInt(minor);
  if (holding.minor === null) account(book, currency).entered += value;
  else {
    account(book, holding.currency).revalued -= holding.minor;
    account(book, currency).revalued += value;
  }
  holding.currency = currency;
  holding.minor = value;
}

/** A cost that is paid out of the asset lessens it, in its own currency and no further than it goes. */
function spend(book: Book, holding: Holding, cost: Money, fromAsset: boolean): void {
  const { minor, currency } = holding;
  const amount = BigInt(cost.minor);
  if (!fromAsset || minor === null || currency !== cost.currency || amount > minor) {
    account(book, cost.currency).costs += amount;
    return;
  }
  holding.minor = minor - amount;
  account(book, currency).spent += amount;
}

/** The whole goes into its parts; where they come to more or less, the difference is a revaluation. */
function divide(
  book: Book,
  whole: Holding,
  parts: readonly { readonly asset: string; readonly value: Money }[],
): void {
  for (const { asset, value } of parts) {
    // What is there already is counted there.
    if (book.holdings.has(asset)) continue;
    account(book, value.currency).revalued += BigInt(value.minor);
    book.holdings.set(asset, {
      stage: whole.stage,
      currency: value.currency,
      minor: BigInt(value.minor),
    });
  }
  if (whole.minor !== null) account(book, whole.currency).revalued -= whole.minor;
  whole.stage = 'split';
  whole.minor = null;
}

function take(book: Book, fact: LedgerFact): void {
  if (fact.type === 'identified') {
    // A part is there since the split that made it.
    if (!book.holdings.has(fact.asset))
      book.holdings.set(fact.asset, { stage: 'identified', currency: '', minor: null });
    return;
  }
  const holding = book.holdings.get(fact.asset);
  // What is divided lives on in its parts.
  if (holding === undefined || holding.stage === 'split') return;
  if (fact.type === 'stage') holding.stage = fact.stage;
  else if (fact.type === 'valued') revalue(book, holding, fact.value);
  else if (fact.type === 'cost') spend(book, holding, fact.cost, fact.fromAsset);
  else if (fact.type === 'split') divide(book, holding, fact.parts);
  else {
    revalue(book, holding, fact.proceeds);
    account(book, fact.proceeds.currency).proceeds += BigInt(fact.proceeds.minor);
    holding.stage = 'sold';
  }
}

export interface LedgerOn {
  readonly lines: readonly LedgerLine[];
  readonly assets: Readonly<Record<AssetStage, number>>;
  readonly unvalued: number;
}

/**
 * What there was at the end of a day, by currency and state. For every currency `entered + revalued` is the sum of the
 * states, whatever happened.
 *
 * @throws `money.tooLarge` where a sum can't be told exactly
 */
export function ledgerAt(facts: readonly LedgerFact[], day: string): LedgerOn {
  const book: Book = { holdings: new Map(), accounts: new Map() };
  for (const fact of inOrder(facts.filter(({ on }) => on <= day))) take(book, fact);
  const lines = [...book.accounts.keys()].toSorted().map((currency) => lineOf(book, currency));
  const assets = Object.fromEntries(assetStages.map((stage) => [stage, 0])) as Record<AssetStage, number>;
  let unvalued = 0;
  for (const { stage, minor } of book.holdings.values()) {
    assets[stage] += 1;
    if (minor === null && stage !== 'split') unvalued += 1;
  }
  return { lines, assets, unvalued };
}

function lineOf(book: Book, currency: string): LedgerLine {
  const { entered, revalued, spent, proceeds, costs } = account(book, currency);
  const sums = new Map<LedgerState, bigint>([['spent', spent]]);
  for (const { stage, minor, currency: own } of book.holdings.values()) {
    if (stage === 'split' || minor === null || own !== currency) continue;
    sums.set(stage, (sums.get(stage) ?? 0n) + minor);
  }
  const states = record((state) => exact(sums.get(state) ?? 0n));
  return {
    currency,
    entered: exact(entered),
    revalued: exact(revalued),
    states,
    seized: exact(seizedStates.reduce((sum, state) => sum + (sums.get(state) ?? 0n), 0n)),
    proceeds: exact(proceeds),
    costs: exact(costs),
  };
}

function record(value: (state: LedgerState) => number): Record<LedgerState, number> {
  return Object.fromEntries(ledgerStates.map((state) => [state, value(state)])) as Record<
    LedgerState,
    number
  >;
}

/** What an asset is worth at the end of a day, after what was spent out of it; null where it has no value. */
export function valueOn(facts: readonly LedgerFact[], asset: string, day: string): Money | null {
  const book: Book = { holdings: new Map(), accounts: new Map() };
  for (const fact of inOrder(facts.filter(({ on }) => on <= day))) take(book, fact);
  const holding = book.holdings.get(asset);
  if (holding === undefined || holding.minor === null) return null;
  return { currency: holding.currency, minor: exact(holding.minor) };
}

interface StatedRate {
  readonly from: string;
  readonly to: string;
  readonly rate: string;
}

/**
 * All lines in one currency, by the rates given. Each figure of each currency is rounded once; `entered` takes up what
 * rounding leaves between the states and their sum, so that the converted line adds up as well.
 */
export function convertLines(
  lines: readonly LedgerLine[],
  to: string,
  rates: readonly StatedRate[],
): { readonly line: LedgerLine; readonly missing: readonly string[] } {
  const missing: string[] = [];
  const total = new Map<string, bigint>();
  const add = (key: string, minor: number): void => {
    total.set(key, (total.get(key) ?? 0n) + BigInt(minor));
  };
  for (const line of lines) {
    const rate =
      line.currency === to ? '1' : rates.find((each) => each.from === line.currency && each.to === to)?.rate;
    if (rate === undefined) {
      missing.push(line.currency);
      continue;
    }
    const turned = (minor: number): number => convert(minor, line.currency, to, rate);
    for (const state of ledgerStates) add(state, turned(line.states[state]));
    for (const key of ['revalued', 'proceeds', 'costs'] as const) add(key, turned(line[key]));
  }
  const of = (key: string): bigint => total.get(key) ?? 0n;
  const sum = (states: readonly LedgerState[]): bigint => states.reduce((all, state) => all + of(state), 0n);
  const line = {
    currency: to,
    entered: exact(sum(ledgerStates) - of('revalued')),
    revalued: exact(of('revalued')),
    states: record((state) => exact(of(state))),
    seized: exact(sum(seizedStates)),
    proceeds: exact(of('proceeds')),
    costs: exact(of('costs')),
  };
  return { line, missing };
}
