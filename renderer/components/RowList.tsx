import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './RowList.module.css';

interface Props<R> {
  readonly label: string;
  /** Undefined where not loaded yet. */
  readonly rows: readonly (R | undefined)[];
  /** About how high a row is, in pixels. */
  readonly height: number;
  /** The look of the box that scrolls, and of each row in it. */
  readonly box: string | undefined;
  readonly item: string | undefined;
  readonly onRange?: (first: number, last: number) => void;
  readonly children: (row: R, index: number) => ReactNode;
}

/** A long list of entries: only those in sight are drawn, each as high as its words need. */
export function RowList<R extends { readonly id: string }>(props: Props<R>) {
  const { label, rows, height, box, item, onRange, children } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange?.(first, last), [onRange, first, last]);
  return (
    <div ref={scroller} className={box}>
      <ol className={classes.rows} aria-label={label} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const row = rows[index];
          return (
            <li
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              className={`${classes.row} ${item ?? ''}`}
              style={{ transform: `translateY(${start}px)` }}
            >
              {row !== undefined && children(row, index)}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
