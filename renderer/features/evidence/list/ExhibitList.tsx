import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExhibitRow } from '../../../../electron/core/features/evidence/model.ts';
import { movedCursor } from './cursor.ts';
import { ExhibitItem } from './ExhibitItem.tsx';
import classes from './list.module.css';

interface Props {
  readonly rows: readonly ExhibitRow[];
  readonly open: string;
  readonly onOpen: (exhibit: string) => void;
  readonly onEnd: () => void;
}

const height = 62;

/** The exhibits beside the open one. Arrows move, Enter opens: only opening reads content. */
export function ExhibitList({ rows, open, onOpen, onEnd }: Props) {
  const { t } = useTranslation('evidence');
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const opened = rows.findIndex((row) => row.id === open);
  const [cursor, setCursor] = useState(opened);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (last >= rows.length - 20) onEnd();
  }, [last, rows.length, onEnd]);
  // The cursor follows the open exhibit, which may be opened from elsewhere.
  useEffect(() => {
    if (opened < 0) return;
    setCursor(opened);
    virtual.scrollToIndex(opened);
  }, [opened, virtual]);

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[cursor];
    if (event.key === 'Enter' && row !== undefined) onOpen(row.id);
    const to = event.altKey ? undefined : movedCursor(event.key, cursor, rows.length);
    if (to === undefined) return;
    event.preventDefault();
    setCursor(to);
    virtual.scrollToIndex(to);
  };

  return (
    <div
      ref={scroller}
      className={classes.list}
      role="listbox"
      tabIndex={0}
      aria-label={t('list')}
      aria-activedescendant={`${id}-${cursor}`}
      onKeyDown={onKeyDown}
    >
      <div className={classes.tall} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          return row === undefined ? null : (
            <ExhibitItem
              key={row.id}
              id={`${id}-${item.index}`}
              row={row}
              top={item.start}
              open={row.id === open}
              active={item.index === cursor}
              position={item.index + 1}
              total={rows.length}
              onOpen={onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}
