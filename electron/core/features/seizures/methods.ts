import type { InCase, InCaseAsOf, Method, Nothing, Page } from '../../api/method.ts';
import type { Amendment, FieldVersion } from '../../journal/model.ts';
import type { MoneyInput } from '../../money/model.ts';
import type {
  AddedAsset,
  AssetDeadline,
  AssetFacets,
  AssetField,
  AssetFilter,
  AssetInput,
  AssetListInput,
  AssetRecord,
  AssetRow,
  ClaimOutcome,
  Condition,
  ExhibitRole,
  GroupTotal,
  HoldingGraph,
  HoldingInput,
  InventoryLine,
  Ledger,
  LedgerInput,
  Order,
  PaidFrom,
  PartInput,
  Rate,
  SeizureForms,
  TotalGroup,
  ValuationInput,
  Warning,
  Witness,
} from './model.ts';

interface OfAsset extends InCase {
  readonly asset: string;
}
interface OfAssetAsOf extends OfAsset {
  readonly asOf?: string | undefined;
}
interface Added {
  readonly id: string;
}
/** Something that happened to an asset on a day. */
interface OnDay extends OfAsset {
  /** yyyy-MM-dd, not in the future. */
  readonly on: string;
  /** An exhibit of the case. */
  readonly document?: string | undefined;
  readonly note?: string | undefined;
}
/** A step of the main line: `saw` is the record's own, as it was shown. */
interface Step extends OnDay {
  readonly saw: readonly string[];
}

/** What may be called of this register. */
export interface SeizureMethods {
  'seizures.forms': Method<Nothing, SeizureForms>;
  'seizures.list': Method<AssetListInput, Page<AssetRow>>;
  'seizures.facets': Method<{ readonly case?: string | undefined }, AssetFacets>;
  /** The id of an asset by its id or printed number, among the cases of the caller's teams. */
  'seizures.find': Method<
    { readonly given: string },
    { readonly case: string; readonly asset: string; readonly number: string }
  >;
  'seizures.show': Method<OfAssetAsOf, AssetRecord>;
  'seizures.history': Method<OfAsset & { readonly field: AssetField }, readonly FieldVersion[]>;
  'seizures.graph': Method<InCaseAsOf, HoldingGraph>;
  'seizures.ledger': Method<LedgerInput, Ledger>;
  'seizures.totals': Method<
    AssetFilter & { readonly by: TotalGroup; readonly asOf?: string | undefined },
    readonly GroupTotal[]
  >;
  'seizures.rates': Method<InCaseAsOf, readonly Rate[]>;
  /** What is due of the assets of a case, the soonest first. */
  'seizures.deadlines': Method<
    InCaseAsOf,
    readonly (AssetDeadline & { readonly asset: string; readonly number: string; readonly name: string })[]
  >;

  'seizures.add': Method<InCase & AssetInput, AddedAsset>;
  /** Looks at an asset without writing it: for a preview of an import. */
  'seizures.examine': Method<InCase & AssetInput, { readonly warnings: readonly Warning[] }>;
  'seizures.amend': Method<
    OfAsset & {
      readonly amendments: readonly Amendment<AssetField>[];
      readonly duplicateReason?: string | undefined;
    },
    { readonly warnings: readonly Warning[] }
  >;
  'seizures.linkPerson': Method<OfAsset & HoldingInput, Added>;
  'seizures.linkExhibit': Method<OfAsset & { readonly exhibit: string; readonly role: ExhibitRole }, Added>;
  'seizures.unlink': Method<OfAsset & { readonly link: string; readonly reason: string }, Nothing>;

  'seizures.value': Method<OfAsset & ValuationInput, Added>;
  'seizures.stateRate': Method<
    InCase & {
      readonly from: string;
      readonly to: string;
      /** As typed: `6,96`. */
      readonly rate: string;
      readonly on: string;
      readonly source: string;
    },
    Added
  >;

  'seizures.request': Method<
    Step & { readonly court?: string | undefined; readonly grounds?: string | undefined },
    Added
  >;
  'seizures.order': Method<
    Step & {
      readonly order: Order;
      readonly scope: string;
      readonly provisional?: boolean | undefined;
      /** yyyy-MM-dd, where the court set the end of a provisional measure. */
      readonly until?: string | undefined;
    },
    Added
  >;
  'seizures.execute': Method<
    Step & {
      readonly place: string;
      /** As typed. */
      readonly coordinates?: string | undefined;
      readonly by: string;
      readonly witnesses: readonly Witness[];
      readonly inventory: readonly InventoryLine[];
      /** Required where there is no order before it. */
      readonly urgency?: string | undefined;
    },
    Added
  >;
  'seizures.register': Method<
    Step & { readonly registry: string; readonly entryNumber?: string | undefined },
    Added
  >;
  'seizures.administer': Method<
    Step & {
      readonly custodian: string;
      readonly institution?: string | undefined;
      readonly place: string;
      readonly coordinates?: string | undefined;
    },
    Added
  >;
  'seizures.sell': Method<
    Step & {
      readonly order: Order;
      readonly proceeds: MoneyInput;
      readonly buyer?: string | undefined;
      readonly reason: string;
    },
    Added
  >;
  'seizures.forfeit': Method<
    Step & { readonly order: Order; readonly beneficiary?: string | undefined },
    Added
  >;
  'seizures.return': Method<
    Step & { readonly order: Order; readonly to: string; readonly person?: string | undefined },
    Added
  >;
  'seizures.destroy': Method<
    Step & { readonly order: Order; readonly method: string; readonly witnesses: readonly Witness[] },
    Added
  >;
  'seizures.lift': Method<Step & { readonly order?: Order | undefined; readonly reason: string }, Added>;
  /** Into parts that add up to the whole: for a forfeiture or return of only some of it. */
  'seizures.split': Method<
    Step & { readonly reason: string; readonly parts: readonly PartInput[] },
    { readonly parts: readonly { readonly id: string; readonly number: string }[] }
  >;

  'seizures.check': Method<
    OnDay & { readonly condition: Condition; readonly by: string; readonly place?: string | undefined },
    Added
  >;
  'seizures.cost': Method<
    OnDay & { readonly cost: MoneyInput; readonly what: string; readonly paidFrom: PaidFrom },
    Added
  >;
  /** The custodian's account of a time of administration. */
  'seizures.account': Method<OnDay & { readonly from: string; readonly until: string }, Added>;
  'seizures.claim': Method<
    OnDay & {
      readonly claimant: string;
      readonly person?: string | undefined;
      readonly grounds: string;
    },
    Added
  >;
  'seizures.settleClaim': Method<
    OnDay & {
      readonly claim: string;
      readonly outcome: ClaimOutcome;
      readonly court?: string | undefined;
      readonly number?: string | undefined;
    },
    Added
  >;

  /** Says that a step, event or rate was written in error: a new entry beside it. `asset` is null for a rate. */
  'seizures.annul': Method<
    InCase & { readonly asset: string | null; readonly event: string; readonly reason: string },
    Nothing
  >;
  /** The same for what only a prosecutor decides. */
  'seizures.annulDecision': Method<OfAsset & { readonly event: string; readonly reason: string }, Nothing>;
}
