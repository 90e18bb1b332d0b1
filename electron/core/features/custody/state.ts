import { folded } from '../cases/index.ts';
import type { CustodyEvent, CustodyState } from './model.ts';

/** What an event tells of who has the exhibit and how. */
export interface CustodyFact {
  readonly event: CustodyEvent;
  readonly when: string;
  readonly from: string;
  readonly to: string;
  readonly seal: string;
  readonly dueBack?: string | null | undefined;
}

/** Before anything happened to it. */
export const untouched: CustodyState = {
  phase: 'none',
  holder: '',
  since: '',
  seal: '',
  dueBack: '',
  backTo: '',
  last: '',
};

/** A holder's name as it is compared: accents, case and blanks do not make two people. */
export function holderKey(name: string): string {
  return folded(name).replace(/\s+/g, ' ').trim();
}

/** Whether two spellings are one holder. */
export function sameHolder(a: string, b: string): boolean {
  return holderKey(a) === holderKey(b);
}

/** Whether the exhibit changes hands: an examination is one only where it goes out and is to come back. */
export function moves({ event, dueBack }: CustodyFact): boolean {
  if (event === 'examined') return (dueBack ?? '') !== '';
  return event === 'received' || event === 'transferred' || event === 'returned' || event === 'destroyed';
}

/** In the order in which they happened; of two at the same moment, in the order in which they were written down. */
export function inTime<T extends { readonly when: string }>(facts: readonly T[]): T[] {
  return [...facts].sort((a, b) => Date.parse(a.when) - Date.parse(b.when));
}

/** Where the exhibit is after all that happened, or after all that happened until a moment. */
export function stateOf(facts: readonly CustodyFact[], until = Number.POSITIVE_INFINITY): CustodyState {
  return inTime(facts)
    .filter((fact) => Date.parse(fact.when) <= until)
    .reduce(after, untouched);
}

/** Where the exhibit is after one more fact, the latest in time. */
export function after(state: CustodyState, fact: CustodyFact): CustodyState {
  const next = { ...state, seal: sealAfter(state, fact), last: fact.when };
  if (!moves(fact)) return next;
  const isBack = comesBack(state, fact);
  const held = { ...next, holder: fact.to, since: fact.when };
  if (fact.event === 'destroyed') return { ...held, phase: 'destroyed', holder: '', seal: '', ...notDue };
  if (fact.event === 'returned' && !isBack) return { ...held, phase: 'returned', seal: '', ...notDue };
  return { ...held, ...dueAfter(state, fact, isBack) };
}

const notDue = { dueBack: '', backTo: '' } as const;

/** What was out is back with whom it left. */
function comesBack({ phase, backTo }: CustodyState, { event, to }: CustodyFact): boolean {
  return phase === 'out' && (event === 'received' || sameHolder(to, backTo));
}

/** An exhibit that is out stays so, through whatever hands, until it is back. */
function dueAfter(
  state: CustodyState,
  fact: CustodyFact,
  isBack: boolean,
): Pick<CustodyState, 'phase' | 'dueBack' | 'backTo'> {
  const isOut = state.phase === 'out';
  const due = fact.dueBack ?? (isOut ? state.dueBack : '');
  if (isBack || due === '') return { phase: 'held', ...notDue };
  return { phase: 'out', dueBack: due, backTo: isOut ? state.backTo : state.holder };
}

/** A seal that an event names is on the exhibit from then on, until one breaks it. */
function sealAfter(state: CustodyState, { event, seal }: CustodyFact): string {
  if (event === 'opened') return '';
  return seal === '' ? state.seal : seal;
}

/** How it stood before each of the facts, in their own order of time. */
export function statesBefore(ordered: readonly CustodyFact[]): CustodyState[] {
  let state = untouched;
  return ordered.map((fact) => {
    const before = state;
    state = after(state, fact);
    return before;
  });
}
