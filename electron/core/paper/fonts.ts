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
/** How tall a capital of IBM Plex is, in thousandths of the size: the same in each of its faces (`sCapHeight`). */
const capHeight = 698;
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
  return typesWith((font) => document.addFont(font));
}

/**
 * The same for a document that has foreign pages: `embed`, once when all is drawn, puts in of each font what was used.
 * The engine's own way would go through every page and change the fonts of the others too.
 */
export function loadOwnTypes(document: mupdf.PDFDocument): { types: Types; embed(): void } {
  const fonts: { readonly font: mupdf.Font; readonly place: mupdf.PDFObject; readonly used: Set<string> }[] =
    [];
  const types = typesWith(
    (font) => {
      const place = document.createObject();
      fonts.push({ font, place, used: new Set() });
      return place;
    },
    (place, glyph) => fonts.find((each) => each.place === place)?.used.add(glyph),
  );
  return { types, embed: () => embedUsed(document, fonts) };
}

function embedUsed(
  document: mupdf.PDFDocument,
  fonts: readonly {
    readonly font: mupdf.Font;
    readonly place: mupdf.PDFObject;
    readonly used: ReadonlySet<string>;
  }[],
): void {
  const own = new mupdf.PDFDocument();
  const used = fonts.filter((each) => each.used.size > 0);
  const objects = used.map(({ font }) => own.addFont(font));
  const shown = used.map((each, index) => `/F${index} 9 Tf <${[...each.used].sort().join('')}> Tj`);
  const resources = { Font: Object.fromEntries(objects.map((object, index) => [`F${index}`, object])) };
  own.insertPage(-1, own.addPage([0, 0, 100, 100], 0, resources, `BT ${shown.join(' ')} ET`));
  own.subsetFonts();
  used.forEach(({ used: glyphs }, index) => {
    const object = objects[index];
    if (object !== undefined) complete(own, object, glyphs);
  });
  const graft = document.newGraftMap();
  used.forEach(({ place }, index) => {
    const object = objects[index];
    if (object !== undefined) place.writeObject(graft.graftObject(object).resolve());
  });
  own.destroy();
}

/**
 * What PDF/A asks of an embedded font and the engine leaves out: that characters are glyphs of the same number, how tall a capital
 * is, and which glyphs there are.
 */
function complete(document: mupdf.PDFDocument, object: mupdf.PDFObject, glyphs: ReadonlySet<string>): void {
  const descendant = object.get('DescendantFonts', 0);
  descendant.put('CIDToGIDMap', document.newName('Identity'));
  const descriptor = descendant.get('FontDescriptor');
  descriptor.put('CapHeight', capHeight);
  const numbers = [0, ...[...glyphs].map((glyph) => Number.parseInt(glyph, 16))];
  const set = Buffer.alloc(Math.floor(Math.max(...numbers) / 8) + 1);
  for (const number of numbers) {
    const at = Math.floor(number / 8);
    set[at] = (set[at] ?? 0) | (0x80 >> (number % 8));
  }
  descriptor.put('CIDSet', document.addStream(set, {}));
}

function typesWith(
  put: (font: mupdf.Font) => mupdf.PDFObject,
  using: (object: mupdf.PDFObject, glyph: string) => void = () => undefined,
): Types {
  const load = (face: Face): Type => {
    const font = new mupdf.Font(face, readFileSync(join(resourcesFolder(), 'fonts', files[face])));
    const object = put(font);
    const known = new Map<string, { glyph: string; width: number }>();
    const drawn = new Set<string>();
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
      object,
      glyph: (char) => {
        const { glyph } = look(char);
        if (!drawn.has(glyph)) {
          drawn.add(glyph);
          using(object, glyph);
        }
        return glyph;
      },
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
