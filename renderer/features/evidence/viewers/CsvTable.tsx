import { useVirtualizer } from '@tanstack/react-virtual';
import Papa from 'papaparse';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './CsvTable.module.css';

interface Props {
  readonly text: string;
  readonly name: string;
}

const rowHeight = 26;

/** A CSV exhibit as a table: the separator is found out, the first row stands as the head, only rows in sight are drawn. */
export function CsvTable({ text, name }: Props) {
  const { t } = useTranslation('evidence');
  const rows = useMemo(() => Papa.parse<string[]>(text, { skipEmptyLines: true }).data, [text]);
  const scroller = useRef<HTMLDivElement>(null);
  const body = rows.slice(1);
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const virtual = useVirtualizer({
    count: body.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={scroller} className={classes.scroller} tabIndex={0} aria-label={name}>
      <table className={classes.table} aria-rowcount={rows.length}>
        <thead>
          <tr>
            <th className={classes.number}>{t('viewer.row')}</th>
            <Cells tag="th" row={rows[0] ?? []} columns={columns} />
          </tr>
        </thead>
        <tbody>
          <Gap height={above} />
          {items.map((item) => (
            <tr key={item.key} aria-rowindex={item.index + 2}>
              <td className={classes.number}>{item.index + 2}</td>
              <Cells tag="td" row={body[item.index] ?? []} columns={columns} />
            </tr>
          ))}
          <Gap height={below} />
        </tbody>
      </table>
    </section>
  );
}

/** Keeps the place of the rows that are not drawn. */
function Gap({ height }: { readonly height: number }) {
  return height > 0 ? (
    <tr aria-hidden>
      <td style={{ height, padding: 0 }} />
    </tr>
  ) : null;
}

interface CellsProps {
  readonly tag: 'th' | 'td';
  readonly row: readonly string[];
  readonly columns: number;
}

function Cells({ tag: Tag, row, columns }: CellsProps) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
  return Array.from({ length: columns }, (_, column) => <Tag key={column}>{row[column] ?? ''}</Tag>);
}
