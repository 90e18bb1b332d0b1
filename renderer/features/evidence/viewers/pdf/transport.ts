import { PDFDataRangeTransport } from 'pdfjs-dist';
import type { ViewTicket } from '../../../../../electron/core/features/evidence/model.ts';
import { readContent } from '../content.ts';

const firstRead = 64 * 1024;

/**
 * Reads the beginning of a document and gives pdf.js the rest part by part as it asks, so that a long one opens
 * at once and never lies whole in memory. `failed` is called when a later part cannot be read.
 */
export async function openTransport(
  view: ViewTicket,
  failed: (error: unknown) => void,
): Promise<PDFDataRangeTransport> {
  const closed = new AbortController();
  const first = await readContent(view, 0, Math.min(firstRead, view.size));
  const transport = new PDFDataRangeTransport(view.size, first, first.length >= view.size);
  transport.requestDataRange = (begin, end) => {
    readContent(view, begin, Math.min(end, view.size), closed.signal).then(
      (bytes) => transport.onDataRange(begin, bytes),
      (error: unknown) => {
        if (!closed.signal.aborted) failed(error);
      },
    );
  };
  transport.abort = () => closed.abort();
  return transport;
}
