import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenPdf } from './open.ts';
import classes from './PdfViewer.module.css';

const width = 108;
const height = 172;

interface Props {
  readonly pdf: OpenPdf;
  readonly page: number;
}

/** The pages small, at the side: only those in sight are drawn, and their drawing stops when they are scrolled away. */
export function Thumbnails({ pdf, page }: Props) {
  const { t } = useTranslation('viewers');
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: pdf.pages,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 2,
  });
  useEffect(() => {
    virtual.scrollToIndex(page - 1, { align: 'auto' });
  }, [virtual, page]);
  return (
    <nav ref={box} className={classes.thumbnails} aria-label={t('thumbnails')}>
      <div style={{ position: 'relative', height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => (
          <button
            key={key}
            type="button"
            className={classes.thumbnail}
            style={{ transform: `translateY(${start}px)`, height }}
            aria-current={index + 1 === page ? 'page' : undefined}
            aria-label={t('thumbnail', { page: index + 1 })}
            onClick={() => {
              pdf.viewer.currentPageNumber = index + 1;
            }}
          >
            <Small pdf={pdf} page={index + 1} />
            <span>{index + 1}</span>
          </button>
        ))}
      </div>
    </nav>
  );
}

function Small({ pdf, page }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const at = canvas.current;
    if (at === null) return;
    let cancel = () => {};
    const draw = async () => {
      const proxy = await pdf.document.getPage(page);
      const whole = proxy.getViewport({ scale: 1 });
      const scale = Math.min(width / whole.width, (height - 28) / whole.height);
      const viewport = proxy.getViewport({ scale });
      at.width = Math.ceil(viewport.width);
      at.height = Math.ceil(viewport.height);
      const task = proxy.render({ canvas: at, viewport });
      cancel = () => task.cancel();
      await task.promise;
    };
    // A page that cannot be drawn stays blank here; the viewer says why.
    draw().catch(() => undefined);
    return () => cancel();
  }, [pdf, page]);
  return <canvas ref={canvas} className={classes.small} aria-hidden />;
}
