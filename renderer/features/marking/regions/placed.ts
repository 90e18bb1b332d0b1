import type { Rect } from '../../../../electron/core/features/marking/model.ts';

/** A rectangle in per cent of its page, so that it follows every zoom. */
export function placed({ x, y, width, height }: Rect) {
  const part = (value: number) => `${value * 100}%`;
  return { left: part(x), top: part(y), width: part(width), height: part(height) };
}
