import * as mupdf from 'mupdf';
import { drawLeaf } from './draw.ts';
import type { BundlePlan, Layout, Picture } from './model.ts';
import type { Sources } from './sources.ts';

/** How wide the picture of an upright sheet is, in pixels. */
const across = 1_000;

/** One leaf of a volume, drawn as the volume's drawing would draw it, as a picture. */
export async function pictureOf(
  plan: BundlePlan,
  layout: Layout,
  volume: number,
  leaf: number,
  sources: Sources,
  tell: (item: number) => void,
): Promise<Picture> {
  const document = await drawLeaf(plan, layout, volume, leaf, sources, tell);
  try {
    const page = document.loadPage(0);
    const [x0, , x1, y1] = page.getBounds();
    const scale = across / Math.min(x1 - x0, y1);
    const pixmap = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false, true);
    return {
      bytes: pixmap.asPNG().slice(),
      width: pixmap.getWidth(),
      height: pixmap.getHeight(),
    };
  } finally {
    document.destroy();
  }
}
