// The viewer half of pdf.js takes its core from a global that the first import sets: the order matters.
import { AnnotationMode, getDocument, PDFDataRangeTransport, PDFWorker } from 'pdfjs-dist';
import 'pdfjs-dist/web/pdf_viewer.css';
import Worker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';
import { EventBus, PDFFindController, PDFLinkService, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import type { ViewTicket } from '../../../../../electron/core/features/evidence/model.ts';
import { readContent } from '../content.ts';
