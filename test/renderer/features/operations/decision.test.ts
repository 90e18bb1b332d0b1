import { describe, expect, it } from 'vitest';
import type { LogRow } from '../../../../electron/core/features/operations/model.ts';
import {
  type Decision,
  decidedOf,
  isReady,
  undecided,
} from '../../../../renderer/features/operations/disclosure/decision.ts';

const order = { authority: 'Juzgado 3º', number: '12', day: '2026-11-20' };
const redacted: Decision = { how: 'redacted', words: ['Rosa'], fields: [], reason: 'Víctima', order };

describe('what is kept back says what, why and on whose order', () => {
  it.each([
    ['a whole entry', undecided, true],
    ['words blacked out', redacted, true],
    ['a field blacked out', { ...redacted, words: [], fields: ['place'] }, true],
    ['nothing blacked out', { ...redacted, words: [] }, false],
    ['no reason', { ...redacted, reason: ' ' }, false],
    ['no day of the order', { ...redacted, order: { ...order, day: '' } }, false],
    ['an entry kept back', { ...redacted, how: 'withheld', words: [] }, true],
    ['kept back by nobody', { ...redacted, how: 'withheld', order: { ...order, authority: '' } }, false],
  ] as const)('%s', (_name, decision, ready) => {
    expect(isReady(decision as Decision)).toBe(ready);
  });
});

it('names every entry of the log, whole where nobody decided otherwise', () => {
  const log = ['a', 'b', 'c'].map((id) => ({ id }) as LogRow);
  const decided = decidedOf(log, { b: redacted, c: { ...redacted, how: 'withheld' } });
  expect(decided).toEqual([
    { log: 'a', how: 'whole' },
    { log: 'b', how: 'redacted', words: ['Rosa'], fields: [], reason: 'Víctima', order },
    { log: 'c', how: 'withheld', reason: 'Víctima', order },
  ]);
});
