import { CustodiaError, type ErrorCode, type ErrorParams } from '../../api/errors.ts';
import type { CustodyEvent, CustodyInput, CustodyPhase, CustodyState } from './model.ts';
import { custodyEvents } from './model.ts';
import { type CustodyFact, sameHolder, stateOf } from './state.ts';

const inHand: readonly CustodyEvent[] = [
  'transferred',
  'sealed',
  'opened',
  'examined',
  'sampled',
  'copied',
  'returned',
  'destroyed',
];

/** What may happen to an exhibit, by where it is. Nothing may follow its destruction. */
const table: Readonly<Record<CustodyPhase, readonly CustodyEvent[]>> = {
  none: ['received'],
  held: inHand,
  out: ['received', ...inHand],
  returned: ['received'],
  destroyed: [],
};
/** What needs the contents: not while the seal is whole. */
const needOpen: readonly CustodyEvent[] = ['sealed', 'examined', 'sampled', 'copied'];

const phaseRefusals: Readonly<Record<CustodyPhase, ErrorCode>> = {
  none: 'custody.notReceived',
  held: 'custody.alreadyHeld',
  out: 'custody.alreadyHeld',
  returned: 'custody.isReturned',
  destroyed: 'custody.isDestroyed',
};

/** Why the event can't follow, as the code of its refusal; null where it may. */
export function refusalOf(state: CustodyState, event: CustodyEvent): ErrorCode | null {
  if (!table[state.phase].includes(event)) return phaseRefusals[state.phase];
  if (event === 'opened' && state.seal === '') return 'custody.notSealed';
  if (needOpen.includes(event) && state.seal !== '') return 'custody.isSealed';
  return null;
}

export function allowedEvents(state: CustodyState): CustodyEvent[] {
  return custodyEvents.filter((event) => refusalOf(state, event) === null);
}

type Text = 'from' | 'to' | 'seal' | 'reason' | 'taken';
/** What each event must say. */
const needed: Readonly<Record<CustodyEvent, readonly Text[]>> = {
  received: ['to'],
  transferred: ['from', 'to'],
  sealed: ['seal'],
  opened: ['reason'],
  examined: ['reason'],
  sampled: ['taken', 'reason'],
  copied: ['taken', 'reason'],
  returned: ['to'],
  destroyed: [],
};

/** Refuses an event that does not say what it must. */
function requireTexts(input: CustodyInput): void {
  const missing = needed[input.event].find((field) => (input[field] ?? '').trim() === '');
  if (missing !== undefined) throw new CustodiaError('call.invalid', { field: missing });
  const { authority = '', number = '', date = '' } = input.order ?? {};
  if (input.event === 'destroyed' && [authority, number, date].some((text) => text.trim() === '')) {
    throw new CustodiaError('call.invalid', { field: 'order' });
  }
  if (input.event === 'transferred' && sameHolder(input.from ?? '', input.to ?? '')) {
    throw new CustodiaError('call.invalid', { field: 'to' });
  }
  if (input.dueBack === undefined) return;
  const out = input.event === 'transferred' || input.event === 'examined';
  // An exhibit that leaves goes to somebody, and comes back after it left.
  if (!out || (input.to ?? '').trim() === '' || input.dueBack < input.when.slice(0, 10)) {
    throw new CustodiaError('call.invalid', { field: 'dueBack' });
  }
}

/** What the event tells, for the state that follows from it. */
function factOf(input: CustodyInput): CustodyFact {
  const { event, when, from = '', to = '', seal = '', dueBack } = input;
  return { event, when, from, to, seal, dueBack };
}

/**
 * Refuses an event that can't follow what was so at its moment, lacks what it must say, or lies in the future. An
 * event before the last one, or a giver other than who holds it, is heard where the reason is given: it is then on
 * record as the gap that it is.
 * @param number the exhibit's printed number, for the refusal's words
 */
export function requireCustody(
  past: readonly CustodyFact[],
  input: CustodyInput,
  now: number,
  number = '',
): void {
  const at = { state: stateOf(past, Date.parse(input.when)), last: stateOf(past).last };
  requireStep(at, input, now, { number, heard: (input.why ?? '').trim() !== '' });
}

/** What was so at the moment of an event, and the latest moment on record. */
export interface Standing {
  readonly state: CustodyState;
  readonly last: string;
}

/**
 * The same for whoever knows how it stood.
 * @param heard a gap or an earlier event has its reason
 */
export function requireStep(
  { state, last }: Standing,
  input: CustodyInput,
  now: number,
  { number, heard }: { readonly number: string; readonly heard: boolean },
): void {
  const when = Date.parse(input.when);
  const refuse = (code: ErrorCode, params: ErrorParams = {}): never => {
    throw new CustodiaError(code, { number, ...params });
  };
  const refusal = refusalOf(state, input.event);
  if (refusal !== null) refuse(refusal, { holder: state.holder, seal: state.seal });
  requireTexts(input);
  if (when > now + 60_000) throw new CustodiaError('call.invalid', { field: 'when' });
  const early = last !== '' && when < Date.parse(last);
  if (early && input.event === 'destroyed') throw new CustodiaError('call.invalid', { field: 'when' });
  if (heard) return;
  if (early) refuse('custody.whyTime', { when: last });
  const { from } = factOf(input);
  const holds = state.phase === 'held' || state.phase === 'out';
  if (holds && from !== '' && !sameHolder(from, state.holder)) {
    refuse('custody.whyGiver', { holder: state.holder, from });
  }
}
