import type {
  AssetKind,
  AssetSort,
  AssetStage,
  ClaimOutcome,
  Condition,
  ExhibitRole,
  HoldingRole,
  LedgerState,
  PaidFrom,
  ValueBasis,
} from '../../../electron/core/features/seizures/model.ts';
import { inOrder } from '../../components/list/in-order.ts';

export const assetKinds = inOrder<AssetKind>({
  cash: true,
  bankAccount: true,
  vehicle: true,
  realEstate: true,
  companyShare: true,
  livestock: true,
  jewellery: true,
  electronics: true,
  weapon: true,
  cryptocurrency: true,
  other: true,
});

export const assetStages = inOrder<AssetStage>({
  identified: true,
  requested: true,
  ordered: true,
  executed: true,
  registered: true,
  administered: true,
  sold: true,
  forfeited: true,
  returned: true,
  destroyed: true,
  split: true,
});

export const assetSorts = inOrder<AssetSort>({
  number: true,
  name: true,
  kind: true,
  stage: true,
  stageOn: true,
  value: true,
  custodian: true,
  office: true,
  identifiedOn: true,
  changedAt: true,
  nextDue: true,
});

export const ledgerStates = inOrder<LedgerState>({
  identified: true,
  requested: true,
  ordered: true,
  executed: true,
  registered: true,
  administered: true,
  sold: true,
  forfeited: true,
  returned: true,
  destroyed: true,
  spent: true,
});

export const valueBases = inOrder<Exclude<ValueBasis, 'count' | 'part' | 'sale'>>({
  estimate: true,
  appraisal: true,
  statement: true,
  market: true,
});

export const conditions = inOrder<Condition>({
  good: true,
  worn: true,
  damaged: true,
  unusable: true,
  missing: true,
});

export const payers = inOrder<PaidFrom>({ asset: true, office: true, custodian: true });

export const claimOutcomes = inOrder<ClaimOutcome>({
  upheld: true,
  partlyUpheld: true,
  rejected: true,
  withdrawn: true,
});

export const holdingRoles = inOrder<HoldingRole>({
  owner: true,
  holder: true,
  beneficiary: true,
  nominee: true,
});

export const exhibitRoles = inOrder<ExhibitRole>({
  photograph: true,
  document: true,
  inventory: true,
  valuation: true,
  receipt: true,
  item: true,
  other: true,
});

/** The currencies offered first; any other code may be typed. */
export const currencies = ['BOB', 'USD', 'EUR', 'BRL', 'ARS', 'PEN', 'CLP'] as const;
