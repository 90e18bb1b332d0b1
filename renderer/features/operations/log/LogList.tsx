import type { LogRow } from '../../../../electron/core/features/operations/model.ts';
import { RowList } from '../../../components/RowList.tsx';
import classes from '../operations.module.css';
import { LogEntry } from './LogEntry.tsx';

interface Props {
  readonly label: string;
  readonly rows: readonly (LogRow | undefined)[];
  readonly onRange: (first: number, last: number) => void;
  readonly onCorrect: ((row: LogRow) => void) | null;
}

/** The log as it is scrolled, each correction beside what it puts right. */
export function LogList({ label, rows, onRange, onCorrect }: Props) {
  return (
    <RowList
      label={label}
      rows={rows}
      height={120}
      box={classes.scroll}
      item={classes.entry}
      onRange={onRange}
    >
      {(row) => (
        <LogEntry
          row={row}
          corrected={rows.find((each) => each !== undefined && each.id === row.corrects)}
          onCorrect={onCorrect === null ? null : () => onCorrect(row)}
        />
      )}
    </RowList>
  );
}
