import { Group, SegmentedControl, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sheet } from '../../../../../electron/core/features/reading/model.ts';
import { formatNumber } from '../../../../app/format.ts';
import { FindBar } from '../FindBar.tsx';
import { useSought } from '../useSought.ts';
import shared from '../Viewer.module.css';
import classes from './look.module.css';
import { columnName, rowsWith } from './sheet.ts';

const rowHeight = 26;

/** A spreadsheet: its sheets, each with the cells as they are shown; only rows in sight are drawn. */
export function SheetViewer({ sheets }: { readonly sheets: readonly Sheet[] }) {
  const { t } = useTranslation('viewers');
  const [chosen, setChosen] = useState(0);
  const [find, setFind] = useState(useSought().find);
  const [at, setAt] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const sheet = sheets[chosen];
  const rows = sheet?.rows ?? [];
  const found = rowsWith(rows, find);
  const columns = Math.min(
    sheet?.columnCount ?? 0,
    rows.reduce((most, row) => Math.max(most, row.length), 0),
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const now = found[at];
  useEffect(() => {
    if (now !== undefined) virtual.scrollToIndex(now, { align: 'center' });
  }, [now, virtual]);
  const drawn = virtual.getVirtualItems();
  const step = (by: number) => setAt((n) => (n + by + found.length) % Math.max(1, found.length));
  const cut = sheet !== undefined && (sheet.rowCount > rows.length || sheet.columnCount > columns);
  return (
    <div className={shared.viewer}>
      <Group className={shared.toolbar} gap="md" role="toolbar">
        <SegmentedControl
          size="xs"
          aria-label={t('sheet.sheets')}
          value={String(chosen)}
          data={sheets.map((each, index) => ({ value: String(index), label: each.name }))}
          onChange={(value) => {
            setChosen(Number(value));
            setAt(0);
          }}
        />
        <Text size="xs" c="dimmed">
          {t('sheet.size', {
            rows: formatNumber(sheet?.rowCount ?? 0),
            columns: formatNumber(sheet?.columnCount ?? 0),
          })}
          {cut && ` · ${t('sheet.cut', { rows: formatNumber(rows.length) })}`}
        </Text>
        <div className={classes.gap} />
        <FindBar
          text={find}
          onText={(text) => {
            setFind(text);
            setAt(0);
          }}
          total={found.length}
          current={found.length === 0 ? 0 : at + 1}
          next={() => step(1)}
          previous={() => step(-1)}
        />
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section ref={scroller} className={classes.grid} tabIndex={0} aria-label={sheet?.name}>
        <table className={classes.cells} aria-rowcount={rows.length}>
          <thead>
            <tr>
              <th className={classes.rowNumber} aria-label={t('sheet.row')} />
              {Array.from({ length: columns }, (_, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <th key={column}>{columnName(column)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Gap height={drawn[0]?.start ?? 0} />
            {drawn.map(({ index, key }) => (
              <tr key={key} data-now={index === now || undefined}>
                <th className={classes.rowNumber}>{index + 1}</th>
                {Array.from({ length: columns }, (_, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                  <td key={column}>{rows[index]?.[column] ?? ''}</td>
                ))}
              </tr>
            ))}
            <Gap height={virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </section>
    </div>
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
