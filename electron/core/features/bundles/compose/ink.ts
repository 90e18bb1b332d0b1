import * as mupdf from 'mupdf';
import { openBytes } from './open.ts';
import type { Placing } from './place-pdf.ts';

/** Dots an inch at which a page and its source are compared: a stamp of a centimetre is fourteen dots wide. */
const dots = 36;
/** A picture's own pixels may be many thousand: no side is rendered larger than this. */
const longestSide = 700;
/** The side of a block of dots, a sixth of an inch, over which grey is averaged: letters lie by a part of a dot elsewhere. */
const block = 6;
/** Levels of grey, of 256, by which a block's average may differ: a line of small print or a stroke of two points makes forty. */
const levels = 20;
/** By how much more pale words darken a block. */
const paleLevels = 32;

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Grey {
  readonly width: number;
  readonly height: number;
  /** Dots a point, and its size in points: a picture says another than it is printed with. */
  readonly by: number;
  readonly points: Size;
  readonly pixels: Uint8Array;
}

/** The pages of a source as a reader shows them: annotations, filled forms and signatures with them. */
export interface Looks {
  page(index: number): Grey;
  close(): void;
}

export function looksOf(bytes: Uint8Array, type: string): Looks {
  const document = openBytes(bytes, type);
  return {
    page: (index) => {
      const page = document.loadPage(index);
      const [x0, y0, x1, y1] = page.getBounds();
      const points = { width: x1 - x0, height: y1 - y0 };
      const by = scaleFor(points.width, points.height);
      const width = Math.ceil(points.width * by + shift);
      const height = Math.ceil(points.height * by + shift);
      const grey = render(page, [by, 0, 0, by, -x0 * by, -y0 * by], { width, height, by, points });
      page.destroy();
      return grey;
    },
    close: () => document.destroy(),
  };
}

function scaleFor(width: number, height: number): number {
  return Math.min(dots / 72, longestSide / Math.max(width, height, 1));
}

/**
 * The engine fits pictures to whole dots: where an edge lies on one, the least error of rounding moves it by another. So
 * both renderings are shifted a little, away from all edges that lie on whole dots.
 */
const shift = 0.31;

function render(page: mupdf.Page, matrix: mupdf.Matrix, of: Omit<Grey, 'pixels'>): Grey {
  const { width, height } = of;
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceGray, [0, 0, width, height], false);
  pixmap.clear(255);
  const [a, b, c, d, e, f] = matrix;
  const device = new mupdf.DrawDevice([a, b, c, d, e + shift, f + shift], pixmap);
  page.run(device, mupdf.Matrix.identity);
  device.close();
  device.destroy();
  const stride = pixmap.getStride();
  const all = pixmap.getPixels();
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) pixels.set(all.subarray(y * stride, y * stride + width), y * width);
  pixmap.destroy();
  return { ...of, pixels };
}

/** The part of a finished page where a source stands, as large as the source was rendered. */
export function placedLook(page: mupdf.Page, { left, top, scale }: Placing, placed: Size, look: Grey): Grey {
  const across = (look.by * look.points.width) / (placed.width * scale);
  const down = (look.by * look.points.height) / (placed.height * scale);
  return render(page, [across, 0, 0, down, -left * across, -top * down], look);
}

/**
 * Whether nothing is missing of what the source shows, and nothing was put over it: in no block of 6 × 6 dots does the average
 * differ by more than 20 levels of grey. `pale`: the copy has words across it, which only darken a little.
 */
export function sameInk(source: Grey, copy: Grey, pale: boolean): boolean {
  const across = Math.ceil(source.width / block);
  const changes = new Float64Array(across * Math.ceil(source.height / block));
  for (let at = 0; at < source.pixels.length; at += 1) {
    const [x, y] = [at % source.width, Math.floor(at / source.width)];
    const place = Math.floor(y / block) * across + Math.floor(x / block);
    changes[place] = (changes[place] ?? 0) + (copy.pixels[at] ?? 0) - (source.pixels[at] ?? 0);
  }
  const most = levels * block * block;
  const darkest = (pale ? levels + paleLevels : levels) * block * block;
  return changes.every((change) => change <= most && -change <= darkest);
}
