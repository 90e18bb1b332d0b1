import { Center, Loader } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ViewerProps } from '../types.ts';
import { ViewerProblem } from '../ViewerProblem.tsx';
import { PdfToolbar } from './PdfToolbar.tsx';
import classes from './PdfViewer.module.css';
import { usePdf } from './usePdf.ts';
import { usePdfSearch } from './usePdfSearch.ts';
import { zoomed } from './zoom.ts';

/** A PDF exhibit: pages drawn as they come into sight, text that can be selected and searched. */
export function PdfViewer({ view, onRetry, offer }: ViewerProps) {
  const { t } = useTranslation('evidence');
  const container = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { pdf, problem, page, scale } = usePdf(view, container);
  const search = usePdfSearch(pdf);

  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'f') {
      event.preventDefault();
      event.stopPropagation();
      field.current?.select();
    } else if (pdf !== null && !(event.target instanceof HTMLInputElement) && zoomed(pdf.viewer, event)) {
      event.preventDefault();
    }
  };

  if (problem !== null) return <ViewerProblem problem={problem} onRetry={onRetry} offer={offer} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts for whatever inside has the focus
    <div className={classes.viewer} onKeyDown={onKeyDown}>
      <PdfToolbar pdf={pdf} page={page} scale={scale} search={search} field={field} />
      <div className={classes.stage}>
        {/* A scrolling region must be reachable by keyboard; pdf.js takes a `div` only. */}
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
        <div ref={container} className={classes.container} role="region" tabIndex={0} aria-label={view.name}>
          <div className="pdfViewer" />
        </div>
        {pdf === null && (
          <Center className={classes.waiting}>
            <Loader size="sm" aria-label={t('viewer.opening')} />
          </Center>
        )}
      </div>
    </div>
  );
}
