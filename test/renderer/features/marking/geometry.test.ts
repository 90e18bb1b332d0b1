import fc from 'fast-check';
import { expect, it } from 'vitest';
import { requireRect } from '../../../../electron/core/features/marking/rules.ts';
import { storedRect } from '../../../../electron/core/redaction/image.ts';
import {
  between,
  byKey,
  moved,
  pageRect,
  resized,
  shownRect,
} from '../../../../renderer/features/marking/regions/geometry.ts';

const part = fc.double({ min: 0, max: 1, noNaN: true });
const point = fc.record({ x: part, y: part });
const far = fc.double({ min: -3, max: 3, noNaN: true });
const rect = fc
  .tuple(point, point)
  .map(([a, b]) => between(a, b))
  .filter(({ width, height }) => width > 0.004 && height > 0.004);

it('turns a quarter clockwise: what stood at the top left is seen at the top right', () => {
  const seen = shownRect({ x: 0, y: 0, width: 0.2, height: 0.1 }, 1);
  expect(seen.x).toBeCloseTo(0.9, 9);
  expect(seen).toMatchObject({ y: 0, width: 0.1, height: 0.2 });
});

it('agrees with the core about pictures that their camera turned', () => {
  const exif = { 1: 6, 2: 3, 3: 8 } as const;
  fc.assert(
    fc.property(rect, fc.constantFrom(1, 2, 3), (one, turns) => {
      const [ours, theirs] = [pageRect(one, turns), storedRect(one, exif[turns as 1 | 2 | 3])];
      for (const key of ['x', 'y', 'width', 'height'] as const) expect(ours[key]).toBeCloseTo(theirs[key], 9);
    }),
  );
});

it('comes back from every turn', () => {
  fc.assert(
    fc.property(rect, fc.nat(7), (one, turns) => {
      const back = pageRect(shownRect(one, turns), turns);
      for (const key of ['x', 'y', 'width', 'height'] as const) expect(back[key]).toBeCloseTo(one[key], 9);
    }),
  );
});

it('never leaves the page, wherever it is drawn, moved or sized to', () => {
  fc.assert(
    fc.property(rect, fc.record({ x: far, y: far }), fc.record({ x: far, y: far }), (one, by, to) => {
      for (const each of [moved(one, by), resized(one, by)]) expect(() => requireRect(each)).not.toThrow();
      const { x, y, width, height } = between(by, to);
      for (const value of [x, y, width, height]) expect(value).toBeGreaterThanOrEqual(0);
      for (const value of [x + width, y + height]) expect(value).toBeLessThanOrEqual(1 + 1e-9);
    }),
  );
});

it('is moved by arrows and sized by them with Shift; other keys do nothing', () => {
  const one = { x: 0.4, y: 0.4, width: 0.2, height: 0.1 };
  expect(byKey(one, 'ArrowLeft', false)).toEqual({ ...one, x: 0.395 });
  expect(byKey(one, 'ArrowDown', true)?.height).toBeCloseTo(0.105, 9);
  expect(byKey(one, 'a', false)).toBeUndefined();
});
