import { expect, test } from 'vitest';
import {
  fitScale,
  stepScale,
  turned,
} from '../../../../../renderer/features/evidence/viewers/image-scale.ts';

test('a quarter turn exchanges width and height, half a turn does not', () => {
  const size = { width: 1280, height: 960 };
  expect(turned(size, 1)).toEqual({ width: 960, height: 1280 });
  expect(turned(size, 3)).toEqual({ width: 960, height: 1280 });
  expect(turned(size, 2)).toEqual(size);
  expect(turned(size, 0)).toEqual(size);
});

test('the side that is too long decides what is seen whole', () => {
  expect(fitScale({ width: 1000, height: 100 }, { width: 500, height: 500 })).toBe(0.5);
  expect(fitScale({ width: 100, height: 2000 }, { width: 500, height: 500 })).toBe(0.25);
});

test('a small image is not blown up', () => {
  expect(fitScale({ width: 20, height: 10 }, { width: 500, height: 500 })).toBe(1);
});

test('before anything is measured the scale is one', () => {
  expect(fitScale({ width: 0, height: 0 }, { width: 500, height: 500 })).toBe(1);
  expect(fitScale({ width: 20, height: 10 }, { width: 0, height: 0 })).toBe(1);
});

test('a step back takes a step forward back, within 5 % and 1600 %', () => {
  expect(stepScale(1, 1)).toBe(1.25);
  expect(stepScale(stepScale(1, 1), -1)).toBeCloseTo(1, 10);
  expect(stepScale(15, 1)).toBe(16);
  expect(stepScale(0.05, -1)).toBe(0.05);
});
