import { describe, expect, it } from 'vitest';
import { CustodiaError } from '../../../../electron/core/api/errors.ts';
import type {
  CustodyEvent,
  CustodyInput,
  CustodyPhase,
} from '../../../../electron/core/features/custody/model.ts';
import { custodyEvents } from '../../../../electron/core/features/custody/model.ts';
import { allowedEvents, requireCustody } from '../../../../electron/core/features/custody/rules.ts';
import { type CustodyFact, stateOf } from '../../../../electron/core/features/custody/state.ts';

const at = (hour: number): string => `2026-09-15T${String(hour).padStart(2, '0')}:00:00-04:00`;
const fact = (event: CustodyEvent, hour: number, more: Partial<CustodyFact> = {}): CustodyFact => ({
  event,
  when: at(hour),
  from: '',
  to: '',
  seal: '',
  ...more,
});
const received = fact('received', 8, { to: 'Secretaría' });
const out = fact('transferred', 9, { from: 'Secretaría', to: 'IDIF', dueBack: '2026-09-20' });

/** A history that ends in each state, and what may follow it. */
const table: readonly (readonly [string, CustodyPhase, readonly CustodyFact[], readonly CustodyEvent[]])[] = [
  ['nothing yet', 'none', [], ['received']],
  [
    'in hand, open',
    'held',
    [received],
    ['transferred', 'sealed', 'examined', 'sampled', 'copied', 'returned', 'destroyed'],
  ],
  [
    'in hand, sealed',
    'held',
    [received, fact('sealed', 9, { seal: 'P-1' })],
    ['transferred', 'opened', 'returned', 'destroyed'],
  ],
  [
    'received in a sealed bag',
    'held',
    [{ ...received, seal: 'P-1' }],
    ['transferred', 'opened', 'returned', 'destroyed'],
  ],
  [
    'opened again',
    'held',
    [{ ...received, seal: 'P-1' }, fact('opened', 9)],
    ['transferred', 'sealed', 'examined', 'sampled', 'copied', 'returned', 'destroyed'],
  ],
  [
    'out, open',
    'out',
    [received, out],
    ['received', 'transferred', 'sealed', 'examined', 'sampled', 'copied', 'returned', 'destroyed'],
  ],
  [
    'out, sealed',
    'out',
    [received, fact('sealed', 9, { seal: 'P-1' }), out],
    ['received', 'transferred', 'opened', 'returned', 'destroyed'],
  ],
  [
    'back from outside',
    'held',
    [received, out, fact('returned', 10, { from: 'IDIF', to: 'secretaria' })],
    ['transferred', 'sealed', 'examined', 'sampled', 'copied', 'returned', 'destroyed'],
  ],
  ['given back for good', 'returned', [received, fact('returned', 9, { to: 'Dueño' })], ['received']],
  ['destroyed', 'destroyed', [received, fact('destroyed', 9)], []],
];

describe.each(table)('%s', (_name, phase, past, allowed) => {
  it(`is ${phase}, and only what the table says may follow`, () => {
    expect(stateOf(past).phase).toBe(phase);
    expect(allowedEvents(stateOf(past))).toEqual(allowed);
  });

  it.each(custodyEvents)('%s is heard or refused with the reason', (event) => {
    const attempt = (): void => requireCustody(past, full(event), Date.parse(at(23)), 'E-1');
    if (allowed.includes(event)) expect(attempt).not.toThrow();
    else
      expect(attempt).toThrow(
        /^custody\.(notReceived|alreadyHeld|isReturned|isDestroyed|isSealed|notSealed) /,
      );
  });
});

/** An event with everything that it could have to say, by whoever holds it. */
function full(event: CustodyEvent): CustodyInput {
  const order = { authority: 'Juzgado 3.º', number: '12/2026', date: '2026-09-14' };
  const texts = { to: 'Otra persona', seal: 'P-9', reason: 'Motivo', taken: 'Un hilo' };
  const giver = event === 'transferred' ? { from: 'Quien la tiene', why: 'no se anotó' } : {};
  return { case: 'c', exhibit: 'e', event, when: at(12), ...texts, ...giver, order };
}

describe('what an event must say', () => {
  const past = [received];
  const needs: readonly (readonly [CustodyEvent, readonly string[]])[] = [
    ['transferred', ['from', 'to']],
    ['sealed', ['seal']],
    ['examined', ['reason']],
    ['sampled', ['taken', 'reason']],
    ['copied', ['taken', 'reason']],
    ['returned', ['to']],
    ['destroyed', ['order']],
  ];
  it.each(needs)('%s: %j', (event, fields) => {
    for (const field of fields) {
      const input = { ...full(event), [field]: undefined } as CustodyInput;
      expect(codeOf(() => requireCustody(past, input, Date.parse(at(23))))).toEqual([
        'call.invalid',
        { field },
      ]);
    }
  });

  it('refuses a moment that is still to come', () => {
    const input = { ...full('sealed'), when: at(22) };
    expect(codeOf(() => requireCustody(past, input, Date.parse(at(20))))).toEqual([
      'call.invalid',
      { field: 'when' },
    ]);
  });

  it('refuses a return before it left, and one to nobody', () => {
    const examined = { ...full('examined'), dueBack: '2026-09-14' };
    const nobody = { ...full('examined'), dueBack: '2026-09-16', to: ' ' };
    for (const input of [examined, nobody])
      expect(codeOf(() => requireCustody(past, input, Date.parse(at(23))))).toEqual([
        'call.invalid',
        { field: 'dueBack' },
      ]);
  });
});

describe('what is out of the ordinary is heard with its reason only', () => {
  const past = [received, fact('transferred', 10, { from: 'Secretaría', to: 'Sala de evidencias' })];
  const now = Date.parse(at(23));

  it('a giver who does not hold it', () => {
    const input = { ...full('transferred'), from: 'Secretaría', why: '' };
    expect(codeOf(() => requireCustody(past, input, now, 'E-1'))).toEqual([
      'custody.whyGiver',
      { number: 'E-1', holder: 'Sala de evidencias', from: 'Secretaría' },
    ]);
    expect(() => requireCustody(past, { ...input, why: 'no se anotó la vuelta' }, now)).not.toThrow();
  });

  it('an event before the last one', () => {
    const input = { ...full('sealed'), when: at(9), why: undefined };
    expect(codeOf(() => requireCustody(past, input, now, 'E-1'))?.[0]).toBe('custody.whyTime');
    expect(() => requireCustody(past, { ...input, why: 'se olvidó' }, now)).not.toThrow();
  });

  it('a destruction before the last one is heard in no case', () => {
    const input = { ...full('destroyed'), when: at(9), why: 'se olvidó' };
    expect(codeOf(() => requireCustody(past, input, now))).toEqual(['call.invalid', { field: 'when' }]);
  });
});

it('an event of the past does not change who holds it today', () => {
  const late = [received, fact('transferred', 12, { to: 'B' }), fact('transferred', 10, { to: 'A' })];
  expect(stateOf(late)).toMatchObject({ holder: 'B', since: at(12) });
});

it('a return stays due through other hands, until it is back', () => {
  const through = [received, out, fact('transferred', 10, { from: 'IDIF', to: 'Otro laboratorio' })];
  expect(stateOf(through)).toMatchObject({ phase: 'out', dueBack: '2026-09-20', backTo: 'Secretaría' });
  expect(stateOf([...through, fact('received', 11, { to: 'Secretaría' })])).toMatchObject({
    phase: 'held',
    dueBack: '',
  });
});

function codeOf(run: () => void): readonly [string, unknown] | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof CustodiaError) return [error.code, error.params];
    throw error;
  }
  return undefined;
}
