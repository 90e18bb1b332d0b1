import { format } from 'date-fns';
import type {
  ActType,
  CashCount,
  ClaimOutcome,
  Condition,
  InventoryLine,
  PaidFrom,
  StepField,
  StepOffer,
  ValueBasis,
  Witness,
} from '../../../../electron/core/features/seizures/model.ts';

export interface PartTyped {
  readonly name: string;
  readonly amount: string;
  /** Of livestock: how many head. */
  readonly count: string;
  /** Of cash: which notes and coins, `200 × 5; 100 × 2`. */
  readonly counts: string;
}

/** What is typed of any act; each act shows what it needs of it. */
export interface Draft {
  readonly on: string;
  readonly document: string;
  readonly note: string;
  readonly court: string;
  readonly number: string;
  readonly date: string;
  readonly grounds: string;
  readonly scope: string;
  readonly provisional: boolean;
  readonly until: string;
  readonly from: string;
  readonly place: string;
  readonly coordinates: string;
  readonly by: string;
  readonly witnesses: readonly Witness[];
  readonly inventory: readonly InventoryLine[];
  readonly urgency: string;
  readonly registry: string;
  readonly entryNumber: string;
  readonly custodian: string;
  readonly institution: string;
  readonly currency: string;
  readonly amount: string;
  readonly buyer: string;
  readonly reason: string;
  readonly beneficiary: string;
  readonly to: string;
  readonly person: string;
  readonly method: string;
  readonly parts: readonly PartTyped[];
  readonly basis: ValueBasis;
  readonly source: string;
  readonly condition: Condition;
  readonly what: string;
  readonly paidFrom: PaidFrom;
  readonly claimant: string;
  readonly outcome: ClaimOutcome;
}

export const noWitness: Witness = { name: '', document: '', capacity: '' };
export const noLine: InventoryLine = { description: '', quantity: '', condition: '' };
export const noPart: PartTyped = { name: '', amount: '', count: '', counts: '' };

/** An empty form of today. */
export function newDraft(currency: string): Draft {
  return {
    on: format(new Date(), 'yyyy-MM-dd'),
    document: '',
    note: '',
    court: '',
    number: '',
    date: '',
    grounds: '',
    scope: '',
    provisional: false,
    until: '',
    from: '',
    place: '',
    coordinates: '',
    by: '',
    witnesses: [noWitness, noWitness],
    inventory: [noLine],
    urgency: '',
    registry: '',
    entryNumber: '',
    custodian: '',
    institution: '',
    currency,
    amount: '',
    buyer: '',
    reason: '',
    beneficiary: '',
    to: '',
    person: '',
    method: '',
    parts: [noPart, noPart],
    basis: 'appraisal',
    source: '',
    condition: 'good',
    what: '',
    paidFrom: 'office',
    claimant: '',
    outcome: 'rejected',
  };
}

/** What the form of an act shows beside its day, document and note. */
export type FormField =
  | 'court'
  | 'grounds'
  | 'order'
  | 'scope'
  | 'provisional'
  | 'place'
  | 'coordinates'
  | 'by'
  | 'witnesses'
  | 'inventory'
  | 'urgency'
  | 'registry'
  | 'entryNumber'
  | 'custodian'
  | 'institution'
  | 'money'
  | 'buyer'
  | 'reason'
  | 'beneficiary'
  | 'to'
  | 'person'
  | 'method'
  | 'parts'
  | 'basis'
  | 'source'
  | 'condition'
  | 'what'
  | 'paidFrom'
  | 'period'
  | 'claimant'
  | 'outcome'
  | 'number';

export const formOf: Readonly<Record<ActType, readonly FormField[]>> = {
  request: ['court', 'grounds'],
  order: ['order', 'scope', 'provisional'],
  execute: ['place', 'coordinates', 'by', 'urgency', 'witnesses', 'inventory'],
  register: ['registry', 'entryNumber'],
  administer: ['custodian', 'institution', 'place', 'coordinates'],
  sell: ['order', 'money', 'buyer', 'reason'],
  forfeit: ['order', 'beneficiary'],
  return: ['order', 'to', 'person'],
  destroy: ['order', 'method', 'witnesses'],
  lift: ['order', 'reason'],
  split: ['reason', 'parts'],
  value: ['money', 'basis', 'by', 'source'],
  check: ['condition', 'by', 'place'],
  cost: ['money', 'what', 'paidFrom'],
  account: ['period'],
  claim: ['claimant', 'person', 'grounds'],
  settleClaim: ['outcome', 'court', 'number'],
};

/** What must be said of what is no step: steps tell it themselves. */
const furtherNeeds: Readonly<Partial<Record<ActType, readonly FormField[]>>> = {
  value: ['money', 'by', 'source'],
  check: ['by'],
  cost: ['money', 'what'],
  account: ['period'],
  claim: ['claimant', 'grounds'],
};

const asFormField = (field: StepField): FormField => (field === 'proceeds' ? 'money' : field);

/** What the form may not be sent without, as the core offers the step. */
export function neededIn(
  type: ActType,
  offer: StepOffer | undefined,
  outcome: ClaimOutcome,
): readonly FormField[] {
  // A court settles a claim, unless it was withdrawn.
  if (type === 'settleClaim') return outcome === 'withdrawn' ? [] : ['court'];
  return offer === undefined ? (furtherNeeds[type] ?? []) : offer.required.map(asFormField);
}

const said = (text: string): boolean => text.trim() !== '';

/** Whether the field was filled in: an order wholly, a list by at least one line. */
export function isSaid(field: FormField, draft: Draft): boolean {
  switch (field) {
    case 'order':
      return said(draft.court) && said(draft.number) && draft.date !== '';
    case 'money':
      return said(draft.amount) && said(draft.currency);
    case 'witnesses':
      return draft.witnesses.some(({ name }) => said(name));
    case 'inventory':
      return draft.inventory.some(({ description }) => said(description));
    case 'parts':
      return draft.parts.filter(({ name, amount }) => said(name) && said(amount)).length > 1;
    case 'period':
      return draft.from !== '' && draft.until !== '';
    case 'provisional':
    case 'condition':
    case 'outcome':
    case 'basis':
    case 'paidFrom':
      return true;
    default:
      return said(draft[field]);
  }
}

/** `200 × 5; 0,50 x 3` as notes and coins; null where a piece is no such pair. */
export function readCounts(text: string): readonly CashCount[] | null {
  const pieces = text
    .split(/[;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const counts = pieces.flatMap((piece) => {
    const [, value, count] = /^(\S+)\s*[×xX*]\s*(\d{1,9})$/u.exec(piece) ?? [];
    return value === undefined || count === undefined ? [] : [{ value, count: Number(count) }];
  });
  return counts.length === pieces.length ? counts : null;
}
