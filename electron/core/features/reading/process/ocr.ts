import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as mupdf from 'mupdf';
import { createWorker, OEM, type Worker } from 'tesseract.js';
import type { TextPage } from '../model.ts';
import type { Content } from './content.ts';
import { openPaged } from './pdf.ts';
import { photograph } from './photograph.ts';

/** Letters of 10 points are about 28 pixels high at this resolution, which is what the engine was trained on. */
const dotsPerInch = 200;
/** A photograph is made smaller than this many pixels on its longer side: more does not read better. */
const longestSide = 2_800;
/** Words that the engine itself doubts more than this are noise of a photograph without letters. */
const leastConfidence = 35;

let engine: Promise<Worker> | undefined;

/** Reads pages that are pictures. The Spanish data lies in an npm package: nothing is fetched. */
export async function readScans(
  content: Content,
  pages: readonly number[],
  tell: (page: TextPage) => void,
): Promise<void> {
  engine ??= start();
  const worker = await engine;
  const render = await openPictures(content);
  for (const page of pages) {
    const { data } = await worker.recognize(Buffer.from(render(page)));
    tell({ page, text: data.confidence < leastConfidence ? '' : data.text.trim() });
  }
}

function start(): Promise<Worker> {
  const folder = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/spa/package.json'));
  return createWorker('spa', OEM.LSTM_ONLY, {
    langPath: join(folder, '4.0.0_best_int'),
    cacheMethod: 'none',
    errorHandler: () => undefined,
  });
}

/** Pages and pictures alike as PNG of a size that the engine reads well. */
async function openPictures(content: Content): Promise<(page: number) => Uint8Array> {
  if (content.type.startsWith('image/')) {
    const bytes = await content.all(200 * 1024 * 1024);
    return () => photograph(bytes, { longestSide, colour: false });
  }
  const document = await openPaged(content);
  return (index) => {
    const page = document.loadPage(index);
    const [x0, y0, x1, y1] = page.getBounds();
    const scale = Math.min(dotsPerInch / 72, longestSide / Math.max(x1 - x0, y1 - y0, 1));
    const pixmap = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceGray, false);
    const png = pixmap.asPNG();
    pixmap.destroy();
    page.destroy();
    return png;
  };
}
