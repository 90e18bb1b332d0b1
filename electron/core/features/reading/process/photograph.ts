import * as mupdf from 'mupdf';
import type { Content } from './content.ts';
import { Unreadable } from './unreadable.ts';

const mostBytes = 200 * 1024 * 1024;
/** Larger pictures are drawn smaller: a page needs no more to be looked at. */
const shownSide = 4_000;

/** A picture of a kind that browsers do not draw, as PNG. */
export async function drawPicture(content: Content): Promise<Uint8Array> {
  return photograph(await content.all(mostBytes), { longestSide: shownSide, colour: true });
}

/** As a person holds it: through the engine's picture page, which obeys the orientation in its properties. */
export function photograph(
  bytes: Uint8Array<ArrayBuffer>,
  as: { readonly longestSide: number; readonly colour: boolean },
): Uint8Array {
  let document: mupdf.Document;
  try {
    document = mupdf.Document.openDocument(bytes, 'image');
  } catch (cause) {
    throw new Unreadable('damaged', { cause });
  }
  const page = document.loadPage(0);
  const [x0, y0, x1, y1] = page.getBounds();
  const scale = Math.min(4, as.longestSide / Math.max(x1 - x0, y1 - y0, 1));
  const space = as.colour ? mupdf.ColorSpace.DeviceRGB : mupdf.ColorSpace.DeviceGray;
  const pixmap = page.toPixmap(mupdf.Matrix.scale(scale, scale), space, false);
  const png = pixmap.asPNG();
  pixmap.destroy();
  page.destroy();
  document.destroy();
  return png;
}
