import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { LogRow } from '../../../../electron/core/features/operations/model.ts';
import classes from '../operations.module.css';
import { LogEntry } from './LogEntry.tsx';

interface Props {
  readonly label: string;
  readonly rows: readonly (LogRow | undefined)[];
  readonly onRange: (first: number, last: number) => void;
  readonly onCorrect: ((row: LogRow) => void) | null;
}

/** Only the entries in sight are drawn, each as high as its words need. */
export function LogList({ label, rows, onRange, onCorrect }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 120,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange(first, last), [onRange, first, last]);
  return (
    <div ref={box} className={classes.scroll}>
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
              {row !== undefined && (
                <LogEntry
                  row={row}
                  corrected={rows.find((each) => each !== undefined && each.id === row.corrects)}
                  onCorrect={onCorrect === null ? null : () => onCorrect(row)}
                />
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
