import * as mupdf from 'mupdf';
import { seededRandom } from './random.ts';

export type Point = readonly [number, number];

/** Draws shapes and text on pixels, in pixels from the top left; colours are `0xrrggbb`. */
export interface Painter {
  /** Ends the drawing and gives its pixels. */
  finish(): mupdf.Pixmap;
  rect(x: number, y: number, width: number, height: number, colour: number, alpha?: number): void;
  rounded(x: number, y: number, width: number, height: number, radius: number, colour: number): void;
  polygon(points: readonly Point[], colour: number, alpha?: number): void;
  disc(x: number, y: number, radius: number, colour: number, alpha?: number): void;
  line(points: readonly Point[], width: number, colour: number, alpha?: number): void;
  text(x: number, y: number, size: number, text: string, colour: number, font?: string): void;
  /** A vertical change from one colour to the other. */
  fade(x: number, y: number, width: number, height: number, from: number, to: number): void;
}

const identity: mupdf.Matrix = [1, 0, 0, 1, 0, 0];
const fonts = new Map<string, mupdf.Font>();

/** One of mupdf's built-in fonts: `Helvetica`, `Times-Roman`, `Courier` and their variants. */
export function fontNamed(name: string): mupdf.Font {
  const known = fonts.get(name) ?? new mupdf.Font(name);
  fonts.set(name, known);
  return known;
}

export function rgb(colour: number): [number, number, number] {
  return [(colour >> 16) / 255, ((colour >> 8) & 255) / 255, (colour & 255) / 255];
}

export function textWidth(text: string, size: number, font = 'Helvetica'): number {
  const face = fontNamed(font);
  return [...text].reduce((sum, char) => sum + face.advanceGlyph(face.encodeCharacter(char)) * size, 0);
}

/** Breaks a text into lines no wider than `width`. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function pathOf(points: readonly Point[], closed: boolean): mupdf.Path {
  const path = new mupdf.Path();
  points.forEach(([x, y], index) => {
    if (index === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  });
  if (closed) path.closePath();
  return path;
}

function roundedPath(x: number, y: number, width: number, height: number, r: number): mupdf.Path {
  // A quarter circle as a Bézier curve: its control points lie 0.5523 of the radius away.
  const k = r * 0.4477;
  const [right, bottom] = [x + width, y + height];
  const path = new mupdf.Path();
  path.moveTo(x + r, y);
  path.lineTo(right - r, y);
  path.curveTo(right - k, y, right, y + k, right, y + r);
  path.lineTo(right, bottom - r);
  path.curveTo(right, bottom - k, right - k, bottom, right - r, bottom);
  path.lineTo(x + r, bottom);
  path.curveTo(x + k, bottom, x, bottom - k, x, bottom - r);
  path.lineTo(x, y + r);
  path.curveTo(x, y + k, x + k, y, x + r, y);
  path.closePath();
  return path;
}

/** A fresh picture of the given size in pixels. */
export function painter(width: number, height: number, background: number): Painter {
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, width, height], false);
  pixmap.clear(255);
  const device = new mupdf.DrawDevice(identity, pixmap);
  const fill = (path: mupdf.Path, colour: number, alpha: number) =>
    device.fillPath(path, false, identity, mupdf.ColorSpace.DeviceRGB, rgb(colour), alpha);

  const made: Painter = {
    finish: () => {
      device.close();
      return pixmap;
    },
    rect: (x, y, w, h, colour, alpha = 1) =>
      fill(
        pathOf(
          [
            [x, y],
            [x + w, y],
            [x + w, y + h],
            [x, y + h],
          ],
          true,
        ),
        colour,
        alpha,
      ),
    rounded: (x, y, w, h, radius, colour) => fill(roundedPath(x, y, w, h, radius), colour, 1),
    polygon: (points, colour, alpha = 1) => fill(pathOf(points, true), colour, alpha),
    disc: (x, y, radius, colour, alpha = 1) =>
      fill(roundedPath(x - radius, y - radius, 2 * radius, 2 * radius, radius), colour, alpha),
    line: (points, lineWidth, colour, alpha = 1) =>
      device.strokePath(
        pathOf(points, false),
        new mupdf.StrokeState({ lineCap: 'Round', lineJoin: 'Round', lineWidth, miterLimit: 4 }),
        identity,
        mupdf.ColorSpace.DeviceRGB,
        rgb(colour),
        alpha,
      ),
    text: (x, y, size, content, colour, font = 'Helvetica') => {
      const text = new mupdf.Text();
      text.showString(fontNamed(font), [size, 0, 0, -size, x, y], content);
      device.fillText(text, identity, mupdf.ColorSpace.DeviceRGB, rgb(colour), 1);
    },
    fade: (x, y, w, h, from, to) => {
      const [a, b] = [rgb(from), rgb(to)];
      for (let row = 0; row < h; row++) {
        const mix = a.map((value, index) => value + ((b[index] ?? 0) - value) * (row / h));
        const colour = mix.reduce((sum, value) => sum * 256 + Math.round(value * 255), 0);
        made.rect(x, y + row, w, 1.5, colour);
      }
    },
  };
  made.rect(0, 0, width, height, background);
  return made;
}

/** The same picture lying on its side: a quarter turn anticlockwise. */
export function onItsSide(pixmap: mupdf.Pixmap): mupdf.Pixmap {
  const [width, height] = [pixmap.getWidth(), pixmap.getHeight()];
  const turned = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, height, width], false);
  const [from, to] = [pixmap.getPixels(), turned.getPixels()];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      to.set(from.subarray(at, at + 3), ((width - 1 - x) * height + y) * 3);
    }
  }
  return turned;
}

/**
 * Grain and darker corners, as of a small lens: turns a drawing into something like a photograph.
 * @param grain the largest change of a pixel, of 255
 * @param dark how much light the corners lose, 0 to 2
 */
export function develop(pixmap: mupdf.Pixmap, seed: number, grain: number, dark = 0.55): void {
  const [width, height, channels] = [pixmap.getWidth(), pixmap.getHeight(), pixmap.getNumberOfComponents()];
  const random = seededRandom(seed);
  const pixels = pixmap.getPixels();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x / width - 0.5, y / height - 0.5];
      const shade = 1 - dark * (dx * dx + dy * dy);
      const noise = (random() + random() - 1) * grain;
      const at = (y * width + x) * channels;
      for (let channel = 0; channel < channels; channel++) {
        pixels[at + channel] = (pixels[at + channel] ?? 0) * shade + noise;
      }
    }
  }
}
