import type { CustodyEvent, CustodyInput } from '../../../electron/core/features/custody/model.ts';

export const custodyTexts = [
  'from',
  'to',
  'place',
  'seal',
  'taken',
  'reason',
  'dueBack',
  'orderAuthority',
  'orderNumber',
  'orderDate',
  'note',
  'why',
] as const;
export type CustodyText = (typeof custodyTexts)[number];
export type CustodyTexts = Readonly<Record<CustodyText, string>>;

export const noTexts: CustodyTexts = {
  from: '',
  to: '',
  place: '',
  seal: '',
  taken: '',
  reason: '',
  dueBack: '',
  orderAuthority: '',
  orderNumber: '',
  orderDate: '',
  note: '',
  why: '',
};

interface FormShape {
  readonly shown: readonly CustodyText[];
  /** What the core refuses the event without, said beforehand. */
  readonly required: readonly CustodyText[];
}

/** Which fields the form of each event shows, in order, and which must be filled. */
export const custodyForms: Readonly<Record<CustodyEvent, FormShape>> = {
  received: { shown: ['from', 'to', 'place', 'seal', 'reason', 'note', 'why'], required: ['to'] },
  transferred: {
    shown: ['from', 'to', 'place', 'seal', 'reason', 'dueBack', 'note', 'why'],
    required: ['from', 'to'],
  },
  sealed: { shown: ['seal', 'place', 'reason', 'note', 'why'], required: ['seal'] },
  opened: { shown: ['seal', 'place', 'reason', 'note', 'why'], required: ['reason'] },
  examined: { shown: ['to', 'place', 'dueBack', 'reason', 'note', 'why'], required: ['reason'] },
  sampled: { shown: ['to', 'place', 'taken', 'reason', 'note', 'why'], required: ['taken', 'reason'] },
  copied: { shown: ['to', 'place', 'taken', 'reason', 'note', 'why'], required: ['taken', 'reason'] },
  returned: { shown: ['from', 'to', 'place', 'seal', 'reason', 'note', 'why'], required: ['to'] },
  destroyed: {
    shown: ['orderAuthority', 'orderNumber', 'orderDate', 'from', 'place', 'reason', 'note', 'why'],
    required: ['orderAuthority', 'orderNumber', 'orderDate'],
  },
};

/** What is still to be filled in: what goes out to be brought back goes to somebody. */
export function missingTexts(event: CustodyEvent, texts: CustodyTexts): CustodyText[] {
  const { required, shown } = custodyForms[event];
  const goesOut = shown.includes('dueBack') && texts.dueBack !== '' && !required.includes('to');
  const all: readonly CustodyText[] = goesOut ? [...required, 'to'] : required;
  return all.filter((field) => texts[field].trim() === '');
}

/** The call's input from what was typed: fields that the event does not show, or that are empty, stay out. */
export function custodyInput(
  of: Pick<CustodyInput, 'case' | 'exhibit' | 'event' | 'when'>,
  texts: CustodyTexts,
): CustodyInput {
  const filled = custodyForms[of.event].shown
    .map((field) => [field, texts[field].trim()] as const)
    .filter(([field, text]) => text !== '' && !field.startsWith('order'));
  const order = {
    authority: texts.orderAuthority.trim(),
    number: texts.orderNumber.trim(),
    date: texts.orderDate,
  };
  return { ...of, ...Object.fromEntries(filled), ...(of.event === 'destroyed' ? { order } : {}) };
}
