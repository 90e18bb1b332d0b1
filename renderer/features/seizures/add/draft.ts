import { format } from 'date-fns';
import type {
  AssetDetails,
  AssetField,
  AssetInput,
  AssetKind,
  KindForm,
  ValueBasis,
} from '../../../../electron/core/features/seizures/model.ts';
import { filled } from '../filled.ts';
import { denominationsOf } from './denominations.ts';

export interface CountTyped {
  readonly value: string;
  readonly count: string;
}

/** An asset while it is written down. */
export interface AssetDraft {
  readonly kind: AssetKind | null;
  readonly name: string;
  readonly details: Readonly<Partial<Record<AssetField, string>>>;
  readonly counts: readonly CountTyped[];
  /** What the record says the cash comes to. */
  readonly total: string;
  readonly description: string;
  readonly identifiedOn: string;
  readonly place: string;
  readonly department: string;
  readonly office: string;
  readonly notes: string;
  readonly currency: string;
  readonly amount: string;
  readonly valuedOn: string;
  readonly basis: ValueBasis;
  readonly source: string;
  readonly by: string;
  readonly duplicateReason: string;
}

export const countsFor = (currency: string): readonly CountTyped[] =>
  denominationsOf(currency).map((value) => ({ value, count: '' }));

export function newAsset(): AssetDraft {
  const today = format(new Date(), 'yyyy-MM-dd');
  return {
    kind: null,
    name: '',
    details: { currency: 'BOB' },
    counts: countsFor('BOB'),
    total: '',
    description: '',
    identifiedOn: today,
    place: '',
    department: '',
    office: '',
    notes: '',
    currency: 'BOB',
    amount: '',
    valuedOn: today,
    basis: 'estimate',
    source: '',
    by: '',
    duplicateReason: '',
  };
}

/** The next of several: the kind, the day and the place stay, for they come from the same search. */
export function another(last: AssetDraft): AssetDraft {
  const { kind, identifiedOn, place, department, office, currency, valuedOn, basis, source, by } = last;
  const own = last.details.currency ?? 'BOB';
  return {
    ...newAsset(),
    ...{ kind, identifiedOn, place, department, office, currency, valuedOn, basis, source, by },
    details: { currency: own },
    counts: countsFor(own),
  };
}

function detailsOf({ kind, details, counts, total }: AssetDraft, form: KindForm): AssetDetails {
  const said = filled(
    Object.fromEntries(form.fields.map(({ field }) => [field, details[field] ?? ''])) as Record<
      string,
      string
    >,
  );
  if (kind !== 'cash') return { ...said, kind } as AssetDetails;
  return {
    kind,
    currency: details.currency ?? '',
    counts: counts
      .filter(({ value, count }) => value.trim() !== '' && count.trim() !== '')
      .map(({ value, count }) => ({ value: value.trim(), count: Number(count) })),
    ...filled({ total }),
  };
}

/** The asset as the core takes it. Cash is worth its count and is given no value. */
export function inputOf(draft: AssetDraft, form: KindForm): AssetInput {
  const { name, identifiedOn, description, place, department, office, notes, duplicateReason } = draft;
  const { currency, amount, valuedOn: on, basis, source, by } = draft;
  const valued = draft.kind !== 'cash' && amount.trim() !== '';
  return {
    name: name.trim(),
    details: detailsOf(draft, form),
    identifiedOn,
    ...filled({ description, place, department, office, notes, duplicateReason }),
    ...(valued
      ? { value: { currency, amount: amount.trim(), on, basis, source: source.trim(), by: by.trim() } }
      : {}),
  };
}

/** What is still missing, by the name of its field. */
export function missingIn(draft: AssetDraft, form: KindForm): readonly string[] {
  const { name, identifiedOn, details, counts, amount, source, by, kind } = draft;
  const needed = form.fields
    .filter(({ field, required }) => required && field !== 'counts' && (details[field] ?? '').trim() === '')
    .map(({ field }): string => field);
  const empty = (text: string) => text.trim() === '';
  const valued = kind !== 'cash' && !empty(amount);
  return [
    ...(empty(name) ? ['name'] : []),
    ...(identifiedOn === '' ? ['identifiedOn'] : []),
    ...needed,
    ...(kind === 'cash' && !counts.some(({ value, count }) => !empty(value) && !empty(count))
      ? ['counts']
      : []),
    ...(valued && empty(source) ? ['source'] : []),
    ...(valued && empty(by) ? ['by'] : []),
  ];
}
