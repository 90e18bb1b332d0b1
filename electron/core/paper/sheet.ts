import { deflateSync } from 'node:zlib';
import type * as mupdf from 'mupdf';
import type { Face, Types } from './fonts.ts';
import { drawn, shorten, widthOf, wrap } from './text.ts';

/** A4 in points; the band at the foot is the foja's own, and nothing else is ever printed in it. */
export const a4 = { width: 595.28, height: 841.89 } as const;
/** What a court may ask for: Bolivia's oficio is 216 × 330 mm, legal 8.5 × 14 inches. */
export const papers = {
  a4,
  oficio: { width: 612.28, height: 935.43 },
  legal: { width: 612, height: 1008 },
} as const;
export const margin = 56;
export const foot = 40;

/** The colours of print: ink of a register, oxblood of sealing wax. */
export const colours = {
  /** What a scanner reads. */
  black: '0 0 0',
  text: '0.106 0.165 0.173',
  muted: '0.322 0.376 0.373',
  ink: '0.055 0.231 0.251',
  accent: '0.078 0.4 0.42',
  seal: '0.608 0.173 0.145',
  line: '0.78 0.75 0.69',
  panel: '0.965 0.945 0.898',
} as const;
export type Colour = keyof typeof colours;

export interface Style {
  readonly face: Face;
  readonly size: number;
  readonly colour?: Colour;
}

/** A page that is being drawn, from the top: `y` grows downwards, in points. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  text(x: number, y: number, text: string, style: Style): void;
  rule(x: number, y: number, width: number, colour?: Colour, thickness?: number): void;
  box(x: number, y: number, width: number, height: number, colour: Colour): void;
  /** Places an object (a picture or another page) by a matrix in PDF's own terms. */
  place(object: mupdf.PDFObject, matrix: readonly number[]): void;
  /** Words across the page in pale grey, through which everything can still be read. */
  watermark(text: string): void;
  /** Words that nobody sees and a search finds, one line under the other over the whole page. */
  unseen(lines: readonly string[]): void;
  /** Makes the page, to be inserted into the document. */
  finish(): mupdf.PDFObject;
}

const n = (value: number): string => (Math.round(value * 1_000) / 1_000).toString();

export function createSheet(
  document: mupdf.PDFDocument,
  types: Types,
  size: { readonly width: number; readonly height: number } = a4,
): Sheet {
  const operators: string[] = [];
  const fonts = new Set<Face>();
  const objects: mupdf.PDFObject[] = [];
  const { width, height } = size;
  let pale = false;
  const glyphsOf = (face: Face, text: string): string => {
    fonts.add(face);
    return drawn(text)
      .map((char) => types[face].glyph(char))
      .join('');
  };
  return {
    width,
    height,
    text: (x, y, text, { face, size: points, colour = 'text' }) => {
      const chars = drawn(text);
      if (chars.length === 0) return;
      fonts.add(face);
      const glyphs = chars.map((char) => types[face].glyph(char)).join('');
      operators.push(
        `BT ${colours[colour]} rg /${face} ${n(points)} Tf 1 0 0 1 ${n(x)} ${n(height - y)} Tm <${glyphs}> Tj ET`,
      );
    },
    rule: (x, y, length, colour = 'line', thickness = 0.7) => {
      operators.push(
        `${colours[colour]} RG ${n(thickness)} w ${n(x)} ${n(height - y)} m ${n(x + length)} ${n(height - y)} l S`,
      );
    },
    box: (x, y, w, h, colour) => {
      operators.push(`${colours[colour]} rg ${n(x)} ${n(height - y - h)} ${n(w)} ${n(h)} re f`);
    },
    place: (object, matrix) => {
      objects.push(object);
      operators.push(`q ${matrix.map(n).join(' ')} cm /X${objects.length} Do Q`);
    },
    watermark: (text) => {
      pale = true;
      const points = Math.min(
        64,
        (Math.hypot(width, height) * 0.7) / Math.max(0.1, widthOf(text, types.bold, 1)),
      );
      const turn = Math.atan2(height, width);
      const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
      const along = widthOf(text, types.bold, points) / 2;
      const [x, y] = [width / 2 - along * cos, height / 2 - along * sin];
      const matrix = [cos, sin, -sin, cos, x, y].map(n).join(' ');
      operators.push(
        `q /Pale gs 0.4 g BT /bold ${n(points)} Tf ${matrix} Tm <${glyphsOf('bold', text)}> Tj ET Q`,
      );
    },
    unseen: (lines) => {
      const step = (height - foot - 20) / Math.max(1, lines.length);
      lines.forEach((line, index) => {
        const glyphs = glyphsOf('sans', line);
        if (glyphs === '') return;
        const points = Math.min(9, step * 0.9);
        operators.push(
          `BT 3 Tr /sans ${n(points)} Tf 1 0 0 1 20 ${n(height - 15 - step * (index + 0.8))} Tm <${glyphs}> Tj 0 Tr ET`,
        );
      });
    },
    finish: () => {
      const state = { Type: document.newName('ExtGState'), ca: 0.16, CA: 0.16 };
      const resources = {
        ...(pale ? { ExtGState: { Pale: state } } : {}),
        Font: Object.fromEntries([...fonts].map((face) => [face, types[face].object])),
        XObject: Object.fromEntries(objects.map((object, index) => [`X${index + 1}`, object])),
      };
      const filter = { Filter: document.newName('FlateDecode') };
      return document.addObject({
        Type: document.newName('Page'),
        MediaBox: [0, 0, width, height],
        Rotate: 0,
        Resources: resources,
        Contents: document.addRawStream(deflateSync(operators.join('\n')), filter),
      });
    },
  };
}

/** Text from the top of the page downwards. */
export interface Flow {
  sheet: Sheet;
  readonly types: Types;
  y: number;
}

/** Writes a paragraph, broken into lines, and moves below it. */
export function paragraph(
  flow: Flow,
  text: string,
  style: Style & { readonly lead?: number; readonly x?: number; readonly width?: number },
): void {
  const { x = margin, width = flow.sheet.width - 2 * margin, lead = 1.4 } = style;
  for (const line of wrap(text, flow.types[style.face], style.size, width)) {
    flow.y += style.size * lead;
    flow.sheet.text(x, flow.y, line, style);
  }
}

/** One line, shortened to fit, ending at `right` where it is given. */
export function cell(
  flow: Flow,
  text: string,
  at: { readonly x: number; readonly width: number; readonly right?: boolean },
  style: Style,
): void {
  const type = flow.types[style.face];
  const shown = shorten(text, type, style.size, at.width);
  const x = at.right === true ? at.x + at.width - widthOf(shown, type, style.size) : at.x;
  flow.sheet.text(x, flow.y, shown, style);
}
