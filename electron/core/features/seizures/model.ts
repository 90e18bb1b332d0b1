import type { Fields } from '../../journal/model.ts';
import type { Money, MoneyInput } from '../../money/model.ts';
import type { AssetDetails, AssetField, AssetKind, CashCount } from './asset-model.ts';
import type { AssetEvent, AssetStage, AssetStep, Coordinates, StepOffer, ValueBasis } from './step-model.ts';

export type { AssetDetails, AssetField, AssetKind, CashCount, Details } from './asset-model.ts';
export { assetFields, assetKinds, fieldsOfKind } from './asset-model.ts';
export type { GraphEdge, GraphNode, HoldingGraph, Reach } from './graph-model.ts';
export type {
  Conversion,
  GroupTotal,
  Ledger,
  LedgerInput,
  LedgerLine,
  LedgerState,
  TotalGroup,
} from './ledger-model.ts';
export { totalGroups } from './ledger-model.ts';
export type {
  ActType,
  AssetEvent,
  AssetStage,
  AssetStep,
  ClaimOutcome,
  Condition,
  Coordinates,
  Due,
  EventFacts,
  EventType,
  FurtherEvent,
  InventoryLine,
  LineType,
  Order,
  PaidFrom,
  StepFacts,
  StepField,
  StepOffer,
  TakenStage,
  ValueBasis,
  Witness,
} from './step-model.ts';
export {
  assetStages,
  assetSteps,
  claimOutcomes,
  conditions,
  paidFrom,
  takenStages,
  valueBases,
} from './step-model.ts';

/** What a person or organisation is to an asset. `nominee`: holds it in name for another (testaferro). */
export const holdingRoles = ['owner', 'holder', 'beneficiary', 'nominee'] as const;
export type HoldingRole = (typeof holdingRoles)[number];

/** What an exhibit shows of an asset. */
export const exhibitRoles = [
  'photograph',
  'document',
  'inventory',
  'valuation',
  'receipt',
  'item',
  'other',
] as const;
export type ExhibitRole = (typeof exhibitRoles)[number];

/** What is told about a fact that was kept as it was given. */
export const assetWarnings = [
  'plateForm',
  'chassisForm',
  'chassisCheckDigit',
  'serialCheckDigit',
  'registryForm',
  'duplicate',
  'sharesOver',
] as const;
export type AssetWarning = (typeof assetWarnings)[number];

export interface Warning {
  readonly code: AssetWarning;
  readonly field: AssetField | 'share';
  readonly value: string;
  /** The printed number of the other asset, for a duplicate; empty otherwise. */
  readonly other: string;
}

/** An asset as a person writes it down. */
export interface AssetInput {
  readonly name: string;
  readonly details: AssetDetails;
  readonly description?: string | undefined;
  /** yyyy-MM-dd: since when the office knows of it. */
  readonly identifiedOn: string;
  /** Where it is, in words. */
  readonly place?: string | undefined;
  /** A department of the pack, by its id. */
  readonly department?: string | undefined;
  /** The office or unit in charge. */
  readonly office?: string | undefined;
  readonly notes?: string | undefined;
  /** The first valuation. Cash is valued by its count and takes none. */
  readonly value?: ValuationInput | undefined;
  /** Why an asset is entered that has the chassis, registry or account number of another in the case. */
  readonly duplicateReason?: string | undefined;
}

export interface ValuationInput extends MoneyInput {
  /** yyyy-MM-dd */
  readonly on: string;
  readonly basis: ValueBasis;
  readonly source: string;
  /** Who valued it. */
  readonly by: string;
  /** An exhibit of the case. */
  readonly document?: string | undefined;
}

export interface AddedAsset {
  readonly id: string;
  readonly number: string;
  readonly warnings: readonly Warning[];
}

/** An asset as it stands in a list. */
export interface AssetRow {
  readonly id: string;
  readonly case: string;
  readonly caseNumber: string;
  readonly number: string;
  readonly kind: AssetKind;
  readonly name: string;
  readonly stage: AssetStage;
  /** The day of the step that led there. */
  readonly stageOn: string;
  /** Two steps that did not see each other: one of them must be annulled. */
  readonly stageConflict: boolean;
  /** Claims of third parties that are not settled. */
  readonly openClaims: number;
  readonly value: Money | null;
  readonly valuedOn: string;
  readonly custodian: string;
  readonly place: string;
  readonly department: string;
  readonly office: string;
  readonly coordinates: Coordinates | null;
  readonly owners: readonly string[];
  readonly exhibits: number;
  /** Fields in conflict. */
  readonly conflicts: number;
  readonly warnings: number;
  /** The next day that something is due on; empty where nothing is. */
  readonly nextDue: string;
  readonly identifiedOn: string;
  readonly addedAt: string;
  readonly changedAt: string;
  /** The number of the asset that this is a part of; null for a whole. */
  readonly partOf: string | null;
}

export const assetSorts = [
  'number',
  'name',
  'kind',
  'stage',
  'stageOn',
  'value',
  'custodian',
  'office',
  'identifiedOn',
  'changedAt',
  'nextDue',
] as const;
export type AssetSort = (typeof assetSorts)[number];

export interface AssetFilter {
  /** Without a case: those of all cases of the caller's teams. */
  readonly case?: string | undefined;
  readonly text?: string | undefined;
  readonly stages?: readonly AssetStage[] | undefined;
  readonly kinds?: readonly AssetKind[] | undefined;
  /** With a claim that is not settled. */
  readonly challenged?: boolean | undefined;
  /** Value in this currency, in minor units. A range needs its currency. */
  readonly currency?: string | undefined;
  readonly valueFrom?: number | undefined;
  readonly valueTo?: number | undefined;
  readonly custodian?: string | undefined;
  readonly department?: string | undefined;
  readonly office?: string | undefined;
  /** Linked to this person or organisation. */
  readonly person?: string | undefined;
}

export interface AssetListInput extends AssetFilter {
  readonly sort: AssetSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
  /** Needs a case. */
  readonly asOf?: string | undefined;
}

/** What filters can be set to, and how many assets each leaves. */
export interface AssetFacets {
  readonly stages: readonly { readonly stage: AssetStage; readonly count: number }[];
  readonly kinds: readonly { readonly kind: AssetKind; readonly count: number }[];
  readonly custodians: readonly string[];
  readonly departments: readonly string[];
  readonly offices: readonly string[];
  readonly currencies: readonly string[];
}

/** A person's or organisation's link to an asset. */
export interface Holding {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly personKind: 'person' | 'organisation';
  readonly role: HoldingRole;
  /** In hundredths of a per cent: 5000 is a half. Null where not known. */
  readonly share: number | null;
  /** yyyy-MM-dd or empty. */
  readonly from: string;
  readonly until: string;
  readonly source: string;
  readonly at: string;
  readonly author: string;
}

export interface AssetExhibit {
  readonly id: string;
  readonly exhibit: string;
  readonly number: string;
  readonly name: string;
  readonly type: string;
  readonly role: ExhibitRole;
}

export interface AssetDeadline {
  readonly what: 'confirm' | 'expiry' | 'account' | 'check';
  readonly due: string;
  readonly warnFrom: string;
  readonly term: string | null;
}

export interface AssetPart {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly stage: AssetStage;
  readonly value: Money | null;
}

/** Everything about one asset. */
export interface AssetRecord extends AssetRow {
  readonly addedBy: string;
  readonly fields: Fields<AssetField>;
  readonly warningsFound: readonly Warning[];
  /** Every step and event, oldest first by its own day; annulled ones among them. */
  readonly events: readonly AssetEvent[];
  /** What a next step must say it saw. */
  readonly saw: readonly string[];
  readonly offers: readonly StepOffer[];
  readonly holdings: readonly Holding[];
  readonly exhibitLinks: readonly AssetExhibit[];
  readonly deadlines: readonly AssetDeadline[];
  readonly parts: readonly AssetPart[];
  /** What was spent on it, per currency. */
  readonly spent: readonly Money[];
}

export interface HoldingInput {
  readonly person: string;
  readonly role: HoldingRole;
  /** As typed, in per cent with at most two decimals: `33,33`. */
  readonly share?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly source?: string | undefined;
}

/** An exchange rate: one unit of `from` is `rate` units of `to`. */
export interface Rate {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** An exact decimal with a point: `6.96`. */
  readonly rate: string;
  readonly on: string;
  readonly source: string;
  readonly at: string;
  readonly author: string;
  readonly annulled: { readonly at: string; readonly author: string; readonly reason: string } | null;
}

/** A part of a split: it takes with it what it is worth of the whole. */
export interface PartInput {
  readonly name: string;
  /** In the currency of the whole's value. */
  readonly amount: string;
  /** Of livestock: how many head. */
  readonly count?: number | undefined;
  /** Of cash: which notes and coins; they must come to the amount. */
  readonly counts?: readonly CashCount[] | undefined;
}

/** The fields that an asset of a kind has, for a form. */
export interface KindForm {
  readonly kind: AssetKind;
  readonly fields: readonly { readonly field: AssetField; readonly required: boolean }[];
}

export interface SeizureForms {
  readonly kinds: readonly KindForm[];
  readonly steps: readonly {
    readonly step: AssetStep;
    readonly from: readonly AssetStage[];
    readonly required: readonly string[];
    readonly document: 'required' | 'optional';
    readonly decides: boolean;
  }[];
}
