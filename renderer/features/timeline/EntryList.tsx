import { useCallback, useState } from 'react';
import type { TimelineEntry } from '../../../electron/core/features/timeline/model.ts';
import { formatLongDay } from '../../app/format.ts';
import { RowList } from '../../components/RowList.tsx';
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

/** Entries under their days; `onEnd` as the end comes near. */
export function EntryList({ label, entries, onEnd }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const count = entries.length;
  const onRange = useCallback(
    (_first: number, last: number) => {
      if (last >= count - 20) onEnd();
    },
    [count, onEnd],
  );
  return (
    <RowList label={label} rows={entries} height={52} box={classes.box} item={classes.item} onRange={onRange}>
      {(entry, index) => {
        const day = dayAt(entries, index);
        return (
          <>
            {day !== null && <div className={classes.day}>{day}</div>}
            <EntryRow
              entry={entry}
              open={open === entry.id}
              onToggle={() => setOpen(open === entry.id ? null : entry.id)}
            />
          </>
        );
      }}
    </RowList>
  );
}
