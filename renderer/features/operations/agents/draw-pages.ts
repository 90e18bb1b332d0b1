import { getDocument, PDFWorker } from 'pdfjs-dist';
import Worker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';

/** Dots for each point of a page: 200 for an inch. */
const scale = 200 / 72;

/** The pages of a PDF as pictures, in memory only; its worker ends with the drawing. */
export async function drawPages(base64: string): Promise<string[]> {
  const port = new Worker();
  const worker = PDFWorker.create({ port });
  const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const task = getDocument({ data, worker, enableXfa: false, useSystemFonts: false, useWorkerFetch: false });
  try {
    const pdf = await task.promise;
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale });
      const canvas = document.createElement('canvas');
      canvas.width = Math.ceil(viewport.width);
      canvas.height = Math.ceil(viewport.height);
      await page.render({ canvas, viewport, intent: 'print' }).promise;
      pages.push(canvas.toDataURL('image/png'));
    }
    return pages;
  } finally {
    await task.destroy();
    worker.destroy();
    port.terminate();
  }
}
