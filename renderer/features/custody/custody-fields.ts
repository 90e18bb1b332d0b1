import type { CustodyEvent, CustodyInput } from '../../../electron/core/features/custody/model.ts';

export const custodyTexts = ['from', 'to', 'place', 'seal', 'reason', 'note'] as const;
export type CustodyText = (typeof custodyTexts)[number];
export type CustodyTexts = Readonly<Record<CustodyText, string>>;

interface FormShape {
  readonly shown: readonly CustodyText[];
  /** What the core refuses the event without, said beforehand. */
  readonly required: readonly CustodyText[];
}

/** Which fields the form of each event shows, in order, and which must be filled. */
export const custodyForms: Readonly<Record<CustodyEvent, FormShape>> = {
  received: { shown: ['from', 'to', 'place', 'seal', 'reason', 'note'], required: ['to'] },
  transferred: { shown: ['from', 'to', 'place', 'seal', 'reason', 'note'], required: ['from', 'to'] },
  sealed: { shown: ['seal', 'place', 'reason', 'note'], required: ['seal'] },
  opened: { shown: ['seal', 'place', 'reason', 'note'], required: ['reason'] },
  examined: { shown: ['to', 'place', 'reason', 'note'], required: ['reason'] },
  returned: { shown: ['from', 'to', 'place', 'seal', 'reason', 'note'], required: ['to'] },
};

/** The call's input from what was typed: fields that the event does not show, or that are empty, stay out. */
export function custodyInput(
  of: Pick<CustodyInput, 'case' | 'exhibit' | 'event' | 'when'>,
  texts: CustodyTexts,
): CustodyInput {
  const filled = custodyForms[of.event].shown
    .map((field) => [field, texts[field].trim()] as const)
    .filter(([, text]) => text !== '');
  return { ...of, ...Object.fromEntries(filled) };
}
