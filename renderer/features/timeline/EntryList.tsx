import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { TimelineEntry } from '../../../electron/core/features/timeline/model.ts';
import { formatLongDay } from '../../app/format.ts';
import { EntryRow } from './EntryRow.tsx';
import classes from './timeline.module.css';

interface Props {
  readonly label: string;
  readonly entries: readonly TimelineEntry[];
  readonly onEnd: () => void;
}

/** The day that an entry begins, or null where it is the same as the one above. */
function dayAt(entries: readonly TimelineEntry[], index: number): string | null {
  const day = formatLongDay(entries[index]?.at ?? '');
  const above = entries[index - 1];
  return above !== undefined && formatLongDay(above.at) === day ? null : day;
}

/** Entries under their days; only those in sight are drawn, each as high as its words need. */
export function EntryList({ label, entries, onEnd }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<string | null>(null);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => box.current,
    estimateSize: () => 52,
    getItemKey: (index) => entries[index]?.id ?? index,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= entries.length - 20) onEnd();
  }, [last, entries.length, onEnd]);
  return (
    <div ref={box} className={classes.box}>
      <ol className={classes.list} aria-label={label} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const entry = entries[index];
          if (entry === undefined) return null;
          const day = dayAt(entries, index);
          return (
            <li
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              className={classes.item}
              style={{ transform: `translateY(${start}px)` }}
            >
              {day !== null && <div className={classes.day}>{day}</div>}
              <EntryRow
                entry={entry}
                open={open === entry.id}
                onToggle={() => setOpen(open === entry.id ? null : entry.id)}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}
