import fc from 'fast-check';
import { expect, test } from 'vitest';
import { added, moved, toggled, without } from '../../../../../renderer/features/bundles/prepare/order.ts';

const five = ['a', 'b', 'c', 'd', 'e'];

test('an item moves forward and back; the others keep their order', () => {
  expect(moved(five, 0, 2)).toEqual(['b', 'c', 'a', 'd', 'e']);
  expect(moved(five, 3, 0)).toEqual(['d', 'a', 'b', 'c', 'e']);
  expect(moved(five, 1, 4)).toEqual(['a', 'c', 'd', 'e', 'b']);
});

test('beyond the ends, or onto itself, nothing moves', () => {
  for (const [from, to] of [
    [0, -1],
    [4, 5],
    [5, 0],
    [-1, 0],
    [2, 2],
  ] as const)
    expect(moved(five, from, to)).toBe(five);
});

test('a move loses nothing, and the move back undoes it', () => {
  const place = fc.integer({ min: 0, max: 4 });
  fc.assert(
    fc.property(place, place, (from, to) => {
      const after = moved(five, from, to);
      expect(after[to]).toBe(five[from]);
      expect([...after].sort()).toEqual(five);
      expect(moved(after, to, from)).toEqual(five);
    }),
  );
});

test('a toggled item goes out, or in at the end', () => {
  expect(toggled(['c', 'a'], 'a')).toEqual(['c']);
  expect(toggled(['c', 'a'], 'b')).toEqual(['c', 'a', 'b']);
});

test('adding keeps the order that was made and puts none in twice', () => {
  expect(added(['c', 'a'], ['a', 'b', 'c', 'd'])).toEqual(['c', 'a', 'b', 'd']);
});

test('taking out leaves the others in their order', () => {
  expect(without(['e', 'c', 'a', 'b'], ['a', 'c', 'x'])).toEqual(['e', 'b']);
});
