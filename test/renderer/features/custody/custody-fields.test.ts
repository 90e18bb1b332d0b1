import { describe, expect, test } from 'vitest';
import { type CustodyEvent, custodyEvents } from '../../../../electron/core/features/custody/model.ts';
import { requireCustody } from '../../../../electron/core/features/custody/rules.ts';
import {
  type CustodyTexts,
  custodyForms,
  custodyInput,
  missingTexts,
  noTexts,
} from '../../../../renderer/features/custody/custody-fields.ts';

const when = '2026-09-14T12:00:00-04:00';
const now = Date.parse('2026-09-15T12:00:00-04:00');
const all: CustodyTexts = {
  from: 'A',
  to: 'B',
  place: 'C',
  seal: 'D',
  reason: 'E',
  note: 'F',
  taken: 'G',
  dueBack: '2026-09-20',
  orderAuthority: 'H',
  orderNumber: 'I',
  orderDate: '2026-09-01',
  why: 'J',
};
const at = (event: CustodyEvent) => ({ case: 'c', exhibit: 'e', event, when });

/** A past after which the event may follow. */
const before: Readonly<Record<CustodyEvent, readonly CustodyEvent[]>> = {
  received: [],
  transferred: ['received'],
  sealed: ['received'],
  opened: ['received', 'sealed'],
  examined: ['received'],
  sampled: ['received'],
  copied: ['received'],
  returned: ['received'],
  destroyed: ['received'],
};
const past = (event: CustodyEvent) =>
  before[event].map((each) => ({
    event: each,
    when,
    from: '',
    to: 'A',
    seal: each === 'sealed' ? 'D' : '',
  }));

describe.each(custodyEvents)('the form of %s', (event) => {
  const { shown, required } = custodyForms[event];

  test('shows all that it requires, and is accepted by the core when these are filled', () => {
    expect(shown).toEqual(expect.arrayContaining([...required]));
    const input = custodyInput(at(event), all);
    expect(() => requireCustody(past(event), input, now)).not.toThrow();
  });

  test('requires what the core refuses to do without, and nothing else', () => {
    for (const field of shown) {
      const texts = { ...all, [field]: field === 'dueBack' ? '' : ' ' };
      const record = () => requireCustody(past(event), custodyInput(at(event), texts), now);
      if (missingTexts(event, texts).length > 0) expect(record, field).toThrow();
      else expect(record, field).not.toThrow();
    }
  });
});

test('what an event does not show stays out, even when it was typed before', () => {
  expect(custodyInput(at('sealed'), all)).toEqual({
    ...at('sealed'),
    seal: 'D',
    place: 'C',
    reason: 'E',
    note: 'F',
    why: 'J',
  });
  expect(custodyInput(at('examined'), all)).not.toHaveProperty('from');
});

test('texts lose the space around them, and empty ones stay out', () => {
  const texts = { ...noTexts, to: '  Laboratorio IDIF ', place: '   ' };
  expect(custodyInput(at('received'), texts)).toEqual({ ...at('received'), to: 'Laboratorio IDIF' });
});
