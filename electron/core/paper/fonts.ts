import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { resourcesFolder } from '../resources.ts';

const files = {
  serif: 'IBMPlexSerif-Regular.ttf',
  title: 'IBMPlexSerif-SemiBold.ttf',
  sans: 'IBMPlexSans-Regular.ttf',
  bold: 'IBMPlexSans-SemiBold.ttf',
  mono: 'IBMPlexMono-Regular.ttf',
} as const;
export type Face = keyof typeof files;

/** A font in the document: what it is called in a page's resources, and how wide and under which number a character is. */
export interface Type {
  readonly object: mupdf.PDFObject;
  /** Glyph number as four hex digits. A character that the font lacks is shown as a box, never left out. */
  glyph(char: string): string;
  /** In parts of the font's size. */
  width(char: string): number;
}

export type Types = Readonly<Record<Face, Type>>;

/** Puts the fonts of resources/fonts into a document; what is not used of them is dropped when it is saved. */
export function loadTypes(document: mupdf.PDFDocument): Types {
  const load = (face: Face): Type => {
    const font = new mupdf.Font(face, readFileSync(join(resourcesFolder(), 'fonts', files[face])));
    const known = new Map<string, { glyph: string; width: number }>();
    const look = (char: string) => {
      const found = known.get(char);
      if (found !== undefined) return found;
      const own = font.encodeCharacter(char.codePointAt(0) ?? 0x25a1);
      const gid = own === 0 ? font.encodeCharacter(0x25a1) : own;
      const made = { glyph: gid.toString(16).padStart(4, '0'), width: font.advanceGlyph(gid) };
      known.set(char, made);
      return made;
    };
    return {
      object: document.addFont(font),
      glyph: (char) => look(char).glyph,
      width: (char) => look(char).width,
    };
  };
  return {
    serif: load('serif'),
    title: load('title'),
    sans: load('sans'),
    bold: load('bold'),
    mono: load('mono'),
  };
}
