import { expect, test } from 'vitest';
import { movedCursor } from '../../../../../renderer/features/evidence/list/cursor.ts';

test('arrows move by one, pages by ten, and the ends hold', () => {
  expect(movedCursor('ArrowDown', 3, 28)).toBe(4);
  expect(movedCursor('ArrowUp', 3, 28)).toBe(2);
  expect(movedCursor('PageDown', 3, 28)).toBe(13);
  expect(movedCursor('PageUp', 13, 28)).toBe(3);
  expect(movedCursor('ArrowUp', 0, 28)).toBe(0);
  expect(movedCursor('ArrowDown', 27, 28)).toBe(27);
  expect(movedCursor('PageDown', 25, 28)).toBe(27);
  expect(movedCursor('PageUp', 4, 28)).toBe(0);
});

test('Home and End go to the ends', () => {
  expect(movedCursor('Home', 12, 28)).toBe(0);
  expect(movedCursor('End', 12, 28)).toBe(27);
});

test('an empty list and a list not yet found keep the cursor inside', () => {
  expect(movedCursor('ArrowDown', 0, 0)).toBe(0);
  expect(movedCursor('ArrowDown', -1, 5)).toBe(0);
});

test('other keys are not its business', () => {
  for (const key of ['Enter', 'a', 'Tab', 'Escape']) expect(movedCursor(key, 3, 28)).toBeUndefined();
});
