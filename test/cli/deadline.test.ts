import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPlace } from './custodia.ts';

const place = createPlace();
let caseNumber: string;

beforeAll(async () => {
  await place.createLight();
  caseNumber = place.json<{ number: string }>(['case', 'open', '--title', 'Plazos']).number;
});
afterAll(() => place.clear());

it('are set by a day or by a term of the law, listed, and settled', () => {
  const set = ['deadline', 'set', '--case', caseNumber];
  const hearing = place.json<{ id: string }>([...set, 'Audiencia', '--due', '2026-01-10']);
  expect(place.json([...set, 'Informe', '--term', 'preliminary', '--from', '2026-01-01'])).toMatchObject({
    due: '2026-01-21',
  });
  const list = () =>
    place.json<{ deadlines: { label: string; state: string }[] }>(['deadline', 'list']).deadlines;
  expect(list().map(({ label, state }) => [label, state])).toEqual([
    ['Audiencia', 'overdue'],
    ['Informe', 'overdue'],
  ]);
  expect(place.run(['deadline', 'list']).out).toContain('Investigación preliminar');
  const settle = ['deadline', 'settle', hearing.id, '--case', caseNumber];
  expect(place.run([...settle, '--how', 'dropped']).code).toBe(1);
  place.json([...settle, '--how', 'dropped', '--note', 'Se suspendió']);
  expect(list().map(({ label }) => label)).toEqual(['Informe']);
});

it('says what is missing: a day or a term, one of the two, and a day that exists', () => {
  const set = ['deadline', 'set', 'x', '--case', caseNumber];
  for (const wrong of [[], ['--due', '2026-01-10', '--term', 'preliminary'], ['--due', '2026-02-30']])
    expect(place.run([...set, ...wrong]).code, wrong.join(' ')).toBe(2);
  const unknown = place.run([...set, '--term', 'nunca']);
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain('preliminary');
});
