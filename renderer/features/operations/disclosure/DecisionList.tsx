import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { LogRow } from '../../../../electron/core/features/operations/model.ts';
import classes from '../operations.module.css';
import type { Decision } from './decision.ts';
import { EntryDecision } from './EntryDecision.tsx';

interface Props {
  readonly label: string;
  readonly log: readonly LogRow[];
  readonly decisionOf: (row: LogRow) => Decision;
  readonly onDecide: (row: LogRow, decision: Decision) => void;
}

/** Every entry with what is to be done with it; only those in sight are drawn. */
export function DecisionList({ label, log, decisionOf, onDecide }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: log.length,
    getScrollElement: () => box.current,
    estimateSize: () => 92,
    getItemKey: (index) => log[index]?.id ?? index,
    overscan: 6,
  });
  return (
    <div ref={box} className={classes.decisions}>
      <ol className={classes.entries} aria-label={label} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = log[index];
          return (
            <li
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              className={classes.entry}
              style={{ transform: `translateY(${start}px)` }}
            >
              {row !== undefined && (
                <EntryDecision
                  row={row}
                  decision={decisionOf(row)}
                  onChange={(next) => onDecide(row, next)}
                />
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
