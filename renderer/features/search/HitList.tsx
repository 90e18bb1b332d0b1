import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hit } from '../../../electron/core/features/search/model.ts';
import { HitRow } from './HitRow.tsx';
import classes from './search.module.css';
import { useOpenHit } from './useOpenHit.ts';

interface Props {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly hits: readonly Hit[];
  /** There are more than were counted. */
  readonly more: boolean;
  readonly text: string;
  /** Asks for as many as one answer may hold. */
  readonly onAll: (() => void) | undefined;
}

/** What was found; only what is in sight is drawn. Arrows go up and down, Enter opens. */
export function HitList({ ref, hits, more, text, onAll }: Props) {
  const { t } = useTranslation('search');
  const open = useOpenHit(text);
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: hits.length,
    getScrollElement: () => box.current,
    estimateSize: () => 62,
    overscan: 12,
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = Number((event.target as HTMLElement).dataset.index ?? Number.NaN);
    if (step === undefined || Number.isNaN(at)) return;
    event.preventDefault();
    virtual.scrollToIndex(Math.max(0, at + step));
    box.current?.querySelector<HTMLElement>(`button[data-index="${at + step}"]`)?.focus();
  };
  return (
    <div ref={box} className={classes.box}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the rows are buttons; here only the arrows between them */}
      <div
        ref={ref}
        className={classes.list}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const hit = hits[index];
          if (hit === undefined) return null;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={classes.item}
              style={{ transform: `translateY(${start}px)` }}
            >
              <HitRow hit={hit} index={index} onOpen={() => open(hit)} />
            </div>
          );
        })}
      </div>
      {more && <p className={classes.more}>{t('more')}</p>}
      {hits.length >= 100 && onAll !== undefined && (
        <Button variant="default" size="xs" my="sm" onClick={onAll}>
          {t('all')}
        </Button>
      )}
    </div>
  );
}
