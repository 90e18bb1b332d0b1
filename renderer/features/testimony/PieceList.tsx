import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './testimony.module.css';

interface Props<T> {
  readonly pieces: readonly T[];
  readonly keyOf: (piece: T, index: number) => number;
  /** Brought into sight when it becomes another one; -1 for none. */
  readonly inSight: number;
  readonly label: string;
  readonly children: (piece: T, index: number) => ReactNode;
}

/** The pieces of a transcript, thousands of them: only those in sight are drawn, each as high as its words. */
export function PieceList<T>({ pieces, keyOf, inSight, label, children }: Props<T>) {
  const box = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: pieces.length,
    getScrollElement: () => box.current,
    estimateSize: () => 44,
    overscan: 8,
    getItemKey: (index) => {
      const piece = pieces[index];
      return piece === undefined ? index : keyOf(piece, index);
    },
  });
  useEffect(() => {
    if (inSight >= 0) virtual.scrollToIndex(inSight, { align: 'auto' });
  }, [virtual, inSight]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={box} className={classes.segments} tabIndex={0} aria-label={label}>
      <ol className={classes.tall} style={{ height: virtual.getTotalSize() }} aria-label={label}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const piece = pieces[index];
          return piece === undefined ? null : (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={classes.row}
              aria-posinset={index + 1}
              aria-setsize={pieces.length}
              style={{ transform: `translateY(${start}px)` }}
            >
              {children(piece, index)}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
