import type { Rect } from '../../../../electron/core/features/marking/model.ts';

/** A place on a page, in fractions of its width and height. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Smaller than this a rectangle is a slip of the hand; the core refuses what is thinner than a thousandth. */
export const smallest = 0.004;

/** A page's rectangle where it is seen after so many quarter turns clockwise. */
export function shownRect({ x, y, width, height }: Rect, turns: number): Rect {
  const [right, bottom] = [1 - x - width, 1 - y - height];
  switch (((turns % 4) + 4) % 4) {
    case 1:
      return { x: bottom, y: x, width: height, height: width };
    case 2:
      return { x: right, y: bottom, width, height };
    case 3:
      return { x: y, y: right, width: height, height: width };
    default:
      return { x, y, width, height };
  }
}

/** A rectangle that is seen after so many quarter turns, as one of the page that was not turned. */
export function pageRect(rect: Rect, turns: number): Rect {
  return shownRect(rect, 4 - (turns % 4));
}

const within = (value: number, most = 1): number => Math.min(most, Math.max(0, value));

/** What lies between two places, as far as it lies on the page. */
export function between(a: Point, b: Point): Rect {
  const [left, right] = [within(Math.min(a.x, b.x)), within(Math.max(a.x, b.x))];
  const [top, bottom] = [within(Math.min(a.y, b.y)), within(Math.max(a.y, b.y))];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The rectangle elsewhere: it stops at the edges of the page. */
export function moved(rect: Rect, by: Point): Rect {
  return {
    ...rect,
    x: within(rect.x + by.x, 1 - rect.width),
    y: within(rect.y + by.y, 1 - rect.height),
  };
}

/** The rectangle larger or smaller by its lower right corner. */
export function resized(rect: Rect, by: Point): Rect {
  return {
    ...rect,
    width: Math.max(smallest, Math.min(1 - rect.x, rect.width + by.x)),
    height: Math.max(smallest, Math.min(1 - rect.y, rect.height + by.y)),
  };
}

const step = 0.005;
const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
};

/** What an arrow key makes of a rectangle: moves it, with Shift makes it larger or smaller. Undefined for other keys. */
export function byKey(rect: Rect, key: string, shift: boolean): Rect | undefined {
  const by = arrows[key];
  if (by === undefined) return undefined;
  return shift ? resized(rect, by) : moved(rect, by);
}
