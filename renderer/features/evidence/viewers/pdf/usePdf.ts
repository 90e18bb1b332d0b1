import { type RefObject, useEffect, useState } from 'react';
import type { ViewTicket } from '../../../../../electron/core/features/evidence/model.ts';
import type { OpenPdf } from './open.ts';

/** `locked`: the document asks for a password of its own; `damaged`: pdf.js cannot read it. */
export type PdfProblem = 'locked' | 'damaged';

export interface PdfState {
  readonly pdf: OpenPdf | null;
  readonly problem: PdfProblem | Error | null;
  readonly page: number;
  /** 1 is one point to one CSS pixel times 96/72: what pdf.js calls 100 %. */
  readonly scale: number;
}

function problemOf(error: unknown): PdfProblem | Error {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'locked';
  if (name === 'InvalidPDFException' || name === 'FormatError' || name === 'MissingPDFException')
    return 'damaged';
  return error instanceof Error ? error : new Error(String(error));
}

/** Opens the document in `container` while the caller is shown. pdf.js itself is loaded with the first PDF. */
export function usePdf(view: ViewTicket, container: RefObject<HTMLDivElement | null>): PdfState {
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [problem, setProblem] = useState<PdfProblem | Error | null>(null);
  const [page, setPage] = useState(1);
  const [scale, setScale] = useState(1);

  useEffect(() => {
    const place = container.current;
    if (place === null) return;
    let closed = false;
    const fail = (error: unknown) => {
      if (!closed) setProblem(problemOf(error));
    };
    const opening = import('./open.ts').then(({ openPdf }) => openPdf(view, place, fail));
    opening.then((opened) => {
      if (closed) return;
      opened.bus.on('pagesinit', () => {
        opened.viewer.currentScaleValue = 'page-width';
        setPdf(opened);
      });
      opened.bus.on('pagechanging', (event: { pageNumber: number }) => setPage(event.pageNumber));
      opened.bus.on('scalechanging', (event: { scale: number }) => setScale(event.scale));
    }, fail);
    return () => {
      closed = true;
      // A document that never opened has already been closed where it failed.
      opening.then(
        (opened) => opened.close(),
        () => undefined,
      );
    };
  }, [view, container]);

  return { pdf, problem, page, scale };
}
