import { useCallback, useEffect, useState } from 'react';
import type { Sought } from '../useSought.ts';
import type { OpenPdf } from './open.ts';

export interface PdfSearch {
  readonly text: string;
  readonly current: number;
  readonly total: number;
  readonly setText: (text: string) => void;
  readonly next: () => void;
  readonly previous: () => void;
}

interface MatchesCount {
  readonly matchesCount: { readonly current: number; readonly total: number };
}

/** Searches inside an open document: accents and case make no difference, every hit is marked. */
export function usePdfSearch(pdf: OpenPdf | null, sought: Sought): PdfSearch {
  const [text, setText] = useState('');
  const [count, setCount] = useState({ current: 0, total: 0 });

  useEffect(() => {
    if (pdf === null) return;
    const counted = (event: MatchesCount) => setCount(event.matchesCount);
    pdf.bus.on('updatefindmatchescount', counted);
    pdf.bus.on('updatefindcontrolstate', counted);
    return () => {
      pdf.bus.off('updatefindmatchescount', counted);
      pdf.bus.off('updatefindcontrolstate', counted);
    };
  }, [pdf]);

  const find = useCallback(
    (query: string, again: boolean, backwards: boolean) =>
      pdf?.bus.dispatch('find', {
        source: null,
        type: again ? 'again' : '',
        query,
        caseSensitive: false,
        entireWord: false,
        highlightAll: true,
        findPrevious: backwards,
        matchDiacritics: false,
      }),
    [pdf],
  );

  const { page, find: words, asked } = sought;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` leads there again
  useEffect(() => {
    if (pdf === null) return;
    let waiting = 0;
    const lead = () => {
      // Led there from another tab, the pages come into sight a moment later; before that they cannot be scrolled.
      if (pdf.viewer.container.offsetParent === null) {
        waiting = requestAnimationFrame(lead);
        return;
      }
      if (page !== undefined && page < pdf.pages) pdf.viewer.currentPageNumber = page + 1;
      if (words === '') return;
      setText(words);
      find(words, false, false);
    };
    lead();
    return () => cancelAnimationFrame(waiting);
  }, [pdf, page, words, asked, find]);

  return {
    text,
    ...count,
    setText: (next) => {
      setText(next);
      find(next, false, false);
    },
    next: () => find(text, true, false),
    previous: () => find(text, true, true),
  };
}
