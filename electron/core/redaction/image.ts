import type * as mupdf from 'mupdf';
import type { Rect } from './model.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle of the picture as it is shown, as one of the picture as it is stored: EXIF says how it is turned. */
export function storedRect({ x, y, width, height }: Rect, orientation: number): Rect {
  const [right, bottom] = [1 - x - width, 1 - y - height];
  const turned: Readonly<Record<number, Rect>> = {
    2: { x: right, y, width, height },
    3: { x: right, y: bottom, width, height },
    4: { x, y: bottom, width, height },
    5: { x: y, y: x, width: height, height: width },
    6: { x: y, y: right, width: height, height: width },
    7: { x: bottom, y: right, width: height, height: width },
    8: { x: bottom, y: x, width: height, height: width },
  };
  return turned[orientation] ?? { x, y, width, height };
}

/** Pixels that a rectangle touches, those at its edge whole. */
export function pixelsOf(rect: Rect, size: Size): { x0: number; y0: number; x1: number; y1: number } {
  const within = (value: number, most: number): number => Math.min(most, Math.max(0, value));
  return {
    x0: within(Math.floor(rect.x * size.width), size.width),
    y0: within(Math.floor(rect.y * size.height), size.height),
    x1: within(Math.ceil((rect.x + rect.width) * size.width), size.width),
    y1: within(Math.ceil((rect.y + rect.height) * size.height), size.height),
  };
}

/** Makes rectangles of a picture in RGB black: what was there is no longer in it. */
export function blacken(pixmap: mupdf.Pixmap, rects: readonly Rect[]): void {
  const size = { width: pixmap.getWidth(), height: pixmap.getHeight() };
  const stride = pixmap.getStride();
  const bytesPerPixel = pixmap.getNumberOfComponents();
  const pixels = pixmap.getPixels();
  for (const rect of rects) {
    const { x0, y0, x1, y1 } = pixelsOf(rect, size);
    for (let y = y0; y < y1; y += 1)
      pixels.fill(0, y * stride + x0 * bytesPerPixel, y * stride + x1 * bytesPerPixel);
  }
}
