import type {
  Disclosed,
  DisclosureOrder,
  LogRow,
} from '../../../../electron/core/features/operations/model.ts';

export const ways = ['whole', 'redacted', 'withheld'] as const;
export const fields = ['text', 'place', 'contact', 'persons', 'riskNote'] as const;
export type Field = (typeof fields)[number];

/** What is to be done with one entry, while it is decided. */
export interface Decision {
  readonly how: Disclosed['how'];
  readonly words: readonly string[];
  readonly fields: readonly Field[];
  readonly reason: string;
  readonly order: DisclosureOrder;
}

export const noOrder: DisclosureOrder = { authority: '', number: '', day: '' };
export const undecided: Decision = { how: 'whole', words: [], fields: [], reason: '', order: noOrder };

export function isOrder({ authority, number, day }: DisclosureOrder): boolean {
  return authority.trim() !== '' && number.trim() !== '' && day !== '';
}

/** Whether an entry can go as it was decided: what is kept back says what, why, and on whose order. */
export function isReady({ how, words, fields: out, reason, order }: Decision): boolean {
  if (how === 'whole') return true;
  return reason.trim() !== '' && isOrder(order) && (how === 'withheld' || words.length + out.length > 0);
}

/** Every entry with what was decided of it, as the core takes it. */
export function decidedOf(
  log: readonly LogRow[],
  decisions: Readonly<Record<string, Decision>>,
): readonly Disclosed[] {
  return log.map(({ id }) => {
    const { how, words, fields: out, reason, order } = decisions[id] ?? undecided;
    if (how === 'whole') return { log: id, how };
    const why = { reason: reason.trim(), order };
    return how === 'withheld' ? { log: id, how, ...why } : { log: id, how, words, fields: out, ...why };
  });
}
