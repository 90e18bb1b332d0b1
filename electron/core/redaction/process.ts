import * as mupdf from 'mupdf';
import type { Term, TermPlaces } from './model.ts';
import { termPlacesInPdf } from './pdf.ts';

/** The process that looks for a term in a PDF that nobody vouches for. It has no vault, and may be killed any time. */

export interface Sought {
  readonly content: Uint8Array;
  readonly term: Term;
}
export type Found = { readonly places: TermPlaces } | { readonly failed: string };

process.on('message', ({ content, term }: Sought) => {
  process.send?.(search(content, term));
});
process.on('disconnect', () => process.exit(0));

function search(content: Uint8Array, term: Term): Found {
  try {
    const document = mupdf.Document.openDocument(content, 'application/pdf').asPDF();
    if (document === null || document.needsPassword()) return { failed: 'locked' };
    return { places: termPlacesInPdf(document, term) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
