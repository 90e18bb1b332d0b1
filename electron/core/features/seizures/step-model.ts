import type { Money } from '../../money/model.ts';

/** The stages that a measure leads to, and that a former register may say. */
export const takenStages = [
  'requested',
  'ordered',
  'executed',
  'registered',
  'administered',
  'sold',
  'forfeited',
  'returned',
  'destroyed',
] as const;
export type TakenStage = (typeof takenStages)[number];

/** Where an asset is in the course of the measure. `split`: it lives on in its parts. */
export const assetStages = ['identified', ...takenStages, 'split'] as const;
export type AssetStage = (typeof assetStages)[number];

/**
 * The steps of a measure's main line. `request` and `order` after an urgent execution ask for and give its
 * confirmation; a further `order` renews the measure. `lift`: refused by the court, withdrawn or lifted before it was
 * executed.
 */
export const assetSteps = [
  'request',
  'order',
  'execute',
  'register',
  'administer',
  'sell',
  'forfeit',
  'return',
  'destroy',
  'lift',
  'split',
] as const;
export type AssetStep = (typeof assetSteps)[number];

/** What else happens to an asset, beside the main line. */
const furtherEvents = ['value', 'check', 'cost', 'account', 'claim', 'settleClaim'] as const;
export type FurtherEvent = (typeof furtherEvents)[number];

/** What a person writes down of an asset. */
export type ActType = AssetStep | FurtherEvent;

/** `takeOver`: brought in from a register that others kept, at the stage that stood there. It comes first on the main line. */
const eventTypes = ['takeOver', ...assetSteps, ...furtherEvents] as const;
export type EventType = (typeof eventTypes)[number];
export type LineType = AssetStep | 'takeOver';

export const valueBases = ['estimate', 'appraisal', 'count', 'statement', 'market', 'part', 'sale'] as const;
export type ValueBasis = (typeof valueBases)[number];

export const conditions = ['good', 'worn', 'damaged', 'unusable', 'missing'] as const;
export type Condition = (typeof conditions)[number];

/** What a cost was paid from: out of the asset itself (it is worth that much less), by the office, or by the custodian. */
export const paidFrom = ['asset', 'office', 'custodian'] as const;
export type PaidFrom = (typeof paidFrom)[number];

export const claimOutcomes = ['upheld', 'partlyUpheld', 'rejected', 'withdrawn'] as const;
export type ClaimOutcome = (typeof claimOutcomes)[number];

/** A place on the earth, in degrees of WGS 84. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** A day that follows from a step, with the pack's term that it was counted by; null where the court set it. */
export interface Due {
  readonly due: string;
  readonly warnFrom: string;
  readonly term: string | null;
}

export interface Order {
  readonly court: string;
  readonly number: string;
  /** yyyy-MM-dd of the decision. */
  readonly date: string;
}

export interface Witness {
  readonly name: string;
  readonly document: string;
  readonly capacity: string;
}

export interface InventoryLine {
  readonly description: string;
  readonly quantity: string;
  readonly condition: string;
}

/** What each step says, beside its day, document and note. */
export interface StepFacts {
  readonly request: { readonly court: string; readonly grounds: string };
  readonly order: {
    readonly order: Order;
    readonly scope: string;
    /** A measure for a time: until the court's own day, or by the pack's term. */
    readonly provisional: boolean;
    readonly until: string;
    readonly expiry: Due | null;
  };
  readonly execute: {
    readonly place: string;
    readonly coordinates: Coordinates | null;
    /** Who executed it. */
    readonly by: string;
    readonly witnesses: readonly Witness[];
    readonly inventory: readonly InventoryLine[];
    /** Without an order before it: why; empty where there was one. */
    readonly urgency: string;
    readonly confirm: Due | null;
  };
  readonly register: { readonly registry: string; readonly entryNumber: string };
  readonly administer: {
    readonly custodian: string;
    readonly institution: string;
    readonly place: string;
    readonly coordinates: Coordinates | null;
    readonly account: Due | null;
    readonly check: Due | null;
  };
  readonly sell: {
    readonly order: Order;
    readonly proceeds: Money;
    readonly buyer: string;
    readonly reason: string;
  };
  readonly forfeit: { readonly order: Order; readonly beneficiary: string };
  readonly return: { readonly order: Order; readonly to: string; readonly person: string | null };
  readonly destroy: {
    readonly order: Order;
    readonly method: string;
    readonly witnesses: readonly Witness[];
  };
  readonly lift: { readonly order: Order | null; readonly reason: string };
  readonly split: {
    readonly reason: string;
    readonly parts: readonly {
      readonly asset: string;
      readonly number: string;
      readonly name: string;
      readonly value: Money;
      readonly count: number | null;
    }[];
  };
}

/** What each step and event says. */
export interface EventFacts extends StepFacts {
  readonly takeOver: {
    readonly stage: TakenStage;
    /** Its row in the former register. */
    readonly row: number;
    /** As the register says; empty where it does not. */
    readonly custodian: string;
    /** What falls due from the day on which it was brought in: what was done before is not in this vault. */
    readonly account: Due | null;
    readonly check: Due | null;
  };
  readonly value: {
    readonly value: Money;
    readonly basis: ValueBasis;
    readonly source: string;
    readonly by: string;
  };
  readonly check: {
    readonly condition: Condition;
    readonly by: string;
    readonly place: string;
    readonly check: Due | null;
  };
  readonly cost: { readonly cost: Money; readonly what: string; readonly paidFrom: PaidFrom };
  readonly account: { readonly from: string; readonly until: string; readonly account: Due | null };
  readonly claim: { readonly claimant: string; readonly person: string | null; readonly grounds: string };
  readonly settleClaim: {
    readonly claim: string;
    readonly outcome: ClaimOutcome;
    readonly court: string;
    readonly number: string;
  };
}

interface EventOf<T extends EventType> {
  readonly id: string;
  /** The journal's entry. */
  readonly entry: string;
  readonly type: T;
  /** The day that it happened, yyyy-MM-dd. */
  readonly on: string;
  /** When it was written down. */
  readonly at: string;
  readonly author: string;
  readonly facts: EventFacts[T];
  readonly document: { readonly exhibit: string; readonly number: string; readonly name: string } | null;
  readonly note: string;
  readonly annulled: { readonly at: string; readonly author: string; readonly reason: string } | null;
  /** Whether annulling it needs the right to decide. */
  readonly decides: boolean;
  /** The stage that it led to; null beside the main line. */
  readonly stage: AssetStage | null;
}
/** A step or event of an asset: told apart by `type`. */
export type AssetEvent = { readonly [T in EventType]: EventOf<T> }[EventType];

export type StepField =
  | 'court'
  | 'grounds'
  | 'order'
  | 'scope'
  | 'place'
  | 'by'
  | 'witnesses'
  | 'inventory'
  | 'urgency'
  | 'registry'
  | 'custodian'
  | 'proceeds'
  | 'reason'
  | 'to'
  | 'method'
  | 'parts';

/** A step that may follow now, and what it must say. */
export interface StepOffer {
  readonly step: AssetStep;
  readonly stage: AssetStage;
  readonly required: readonly StepField[];
  readonly document: 'required' | 'optional';
  readonly decides: boolean;
  /** Not before this day. */
  readonly notBefore: string;
}
