import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import type { LogRow } from '../../../electron/core/features/operations/model.ts';
import classes from './operations.module.css';

interface Props {
  readonly label: string;
  /** Undefined where not loaded yet. */
  readonly rows: readonly (LogRow | undefined)[];
  /** About how high an entry is, in pixels. */
  readonly height: number;
  /** The look of the box that scrolls. */
  readonly className: string | undefined;
  readonly onRange?: (first: number, last: number) => void;
  readonly children: (row: LogRow) => ReactNode;
}

/** Entries of a log: only those in sight are drawn, each as high as its words need. */
export function EntryRows({ label, rows, height, className, onRange, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange?.(first, last), [onRange, first, last]);
  return (
    <div ref={box} className={className}>
      <ol className={classes.entries} aria-label={label} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const row = rows[index];
          return (
            <li
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              className={classes.entry}
              style={{ transform: `translateY(${start}px)` }}
            >
              {row !== undefined && children(row)}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
