import type { Block, PaperFormat } from '../model.ts';

/** All that is drawn: the document's own text, and the fixed words around it, already in their language. */
export interface PaperPlan {
  readonly format: PaperFormat;
  readonly office: string;
  /** What stands at the head of every page: the case. */
  readonly subject: string;
  /** What the code holds: it scans into the search. */
  readonly code: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** `Impreso el … por …`. */
  readonly printed: string;
  /** `Página {{page}} de {{pages}}`, for the page's numbers to be put in. */
  readonly page: string;
  readonly printedBy: string;
}

export interface DrawnPaper {
  readonly bytes: Uint8Array;
  readonly pages: number | null;
}
