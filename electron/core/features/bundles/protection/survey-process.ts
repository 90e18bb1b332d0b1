import * as mupdf from 'mupdf';
import type { Term } from '../../../redaction/model.ts';
import { termsInPdf } from '../../../redaction/pdf.ts';
import { placesOf } from '../../../redaction/terms.ts';
import { decodeText } from '../../../redaction/text.ts';
import { serve } from './worker.ts';

/** The process that looks for terms where the redaction will take them out. */

export interface SurveyQuestion {
  readonly bytes: Uint8Array;
  readonly form: 'pdf' | 'text';
  readonly terms: readonly Term[];
}

export interface SurveyAnswer {
  readonly found: readonly { readonly page: number; readonly term: number; readonly count: number }[];
  /** Pages without text. */
  readonly unread: readonly number[];
  readonly pages: number;
  /** It could not be opened, or has more than pages: its own file may have to travel. */
  readonly beyondPages: boolean;
}

serve<SurveyQuestion, SurveyAnswer>(({ bytes, form, terms }, alive) =>
  form === 'pdf' ? inPdf(bytes, terms, alive) : inText(bytes, terms),
);

function inText(bytes: Uint8Array, terms: readonly Term[]): SurveyAnswer {
  const counts = new Map<number, number>();
  for (const { term } of placesOf([...decodeText(bytes)], terms))
    counts.set(term, (counts.get(term) ?? 0) + 1);
  const found = [...counts].map(([term, count]) => ({ page: 0, term, count }));
  return { found, unread: [], pages: 1, beyondPages: false };
}

function inPdf(bytes: Uint8Array, terms: readonly Term[], alive: () => void): SurveyAnswer {
  const document = mupdf.Document.openDocument(bytes, 'application/pdf').asPDF();
  const none = { found: [], unread: [], pages: 0, beyondPages: true };
  if (document === null || document.needsPassword()) return none;
  try {
    const root = document.getTrailer().get('Root');
    const more = ['Collection', 'AcroForm', 'Names'].some((key) => !root.get(key).isNull());
    return { ...termsInPdf(document, terms, alive), beyondPages: more };
  } finally {
    document.destroy();
  }
}
