import { Center, Loader } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RegionBar, useRegions } from '../../../marking/index.ts';
import type { ViewerProps } from '../types.ts';
import { isTyping } from '../typing.ts';
import { useSought } from '../useSought.ts';
import { ViewerProblem } from '../ViewerProblem.tsx';
import { PageRegions } from './PageRegions.tsx';
import { PdfToolbar } from './PdfToolbar.tsx';
import classes from './PdfViewer.module.css';
import { Thumbnails } from './Thumbnails.tsx';
import { usePdf } from './usePdf.ts';
import { usePdfSearch } from './usePdfSearch.ts';
import { zoomed } from './zoom.ts';

/** A scrolling region must be reachable by keyboard; pdf.js takes a `div` only. */
const region = (name: string) => ({ role: 'region', tabIndex: 0, 'aria-label': name }) as const;

/** A PDF exhibit: pages drawn as they come into sight, text that can be selected and searched. */
export function PdfViewer({ view, onRetry, offer, marked }: ViewerProps) {
  const { t } = useTranslation('evidence');
  const container = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { pdf, problem, page, scale } = usePdf(view, container);
  const sought = useSought();
  const search = usePdfSearch(pdf, sought);
  const [small, setSmall] = useState(false);
  const regions = useRegions(marked);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'f') {
      event.preventDefault();
      event.stopPropagation();
      field.current?.select();
    } else if (pdf !== null && !isTyping(event) && zoomed(pdf.viewer, event)) {
      event.preventDefault();
    }
  };

  if (problem !== null) return <ViewerProblem problem={problem} onRetry={onRetry} offer={offer} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts for whatever inside has the focus
    <div className={classes.viewer} onKeyDown={onKeyDown}>
      <PdfToolbar
        pdf={pdf}
        page={page}
        scale={scale}
        search={search}
        regions={regions}
        marked={marked}
        field={field}
        small={small}
        onSmall={(next) => {
          setSmall(next);
          // The page has more or less room now; it takes it once the side is drawn.
          requestAnimationFrame(() => {
            if (pdf !== null) pdf.viewer.currentScaleValue = 'page-width';
          });
        }}
      />
      {regions.drawing && <RegionBar regions={regions} page={page - 1} />}
      {pdf !== null && <PageRegions pdf={pdf} regions={regions} />}
      <div className={classes.beside}>
        {small && pdf !== null && <Thumbnails pdf={pdf} page={page} />}
        <div className={classes.stage}>
          <div ref={container} className={classes.container} {...region(view.name)}>
            <div className="pdfViewer" />
          </div>
          {pdf === null && (
            <Center className={classes.waiting}>
              <Loader size="sm" aria-label={t('viewer.opening')} />
            </Center>
          )}
        </div>
      </div>
    </div>
  );
}
