// The viewer half of pdf.js takes its core from a global that the first import sets: the order matters.
import { AnnotationMode, getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import { EventBus, PDFFindController, PDFLinkService, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import 'pdfjs-dist/web/pdf_viewer.css';
import Worker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';
import type { ViewTicket } from '../../../../../electron/core/features/evidence/model.ts';
import { BundledDataFactory } from './assets.ts';
import { openTransport } from './transport.ts';

export interface OpenPdf {
  readonly bus: EventBus;
  readonly viewer: PDFViewer;
  readonly pages: number;
  /** For drawing pages small, beside the viewer. */
  readonly document: PDFDocumentProxy;
  /** Ends the document, its worker and with them every decrypted byte held. */
  close(): Promise<void>;
}

/**
 * Shows a PDF in `container` (an absolutely placed, scrolling element that holds one `.pdfViewer`). Scripts,
 * XFA and forms stay off, outward links are dead, and each document has a worker of its own that dies with it.
 */
export async function openPdf(
  view: ViewTicket,
  container: HTMLDivElement,
  failed: (error: unknown) => void,
): Promise<OpenPdf> {
  const port = new Worker();
  port.addEventListener('error', failed);
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    range: await openTransport(view, failed),
    worker,
    BinaryDataFactory: BundledDataFactory,
    useWorkerFetch: false,
    enableXfa: false,
    // Fetch what is shown, not the whole file: each byte is decrypted for it.
    disableAutoFetch: true,
    disableStream: true,
    rangeChunkSize: 256 * 1024,
    useSystemFonts: false,
  });
  let unmount = () => {};
  const close = async () => {
    unmount();
    await task.destroy();
    worker.destroy();
    port.terminate();
  };
  try {
    const document = await task.promise;
    const { bus, viewer } = mount(container);
    viewer.setDocument(document);
    viewer.linkService.setDocument(document);
    // pdf.js keeps a list of all text layers on the page: without this the document's words stay in it.
    unmount = () => {
      viewer.setDocument(null);
      viewer.linkService.setDocument(null);
    };
    return { bus, viewer, pages: document.numPages, document, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function mount(container: HTMLDivElement) {
  const bus = new EventBus();
  const linkService = new PDFLinkService({ eventBus: bus });
  linkService.externalLinkEnabled = false;
  const findController = new PDFFindController({ eventBus: bus, linkService });
  const viewer = new PDFViewer({
    container,
    eventBus: bus,
    linkService,
    findController,
    annotationMode: AnnotationMode.ENABLE,
    enableAutoLinking: false,
    imagesRightClickMinSize: -1,
  });
  linkService.setViewer(viewer);
  return { bus, viewer };
}
