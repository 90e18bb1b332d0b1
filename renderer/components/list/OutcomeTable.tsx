import { Group, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Hash } from '../Hash.tsx';
import { type Column, VirtualTable } from '../VirtualTable.tsx';
import classes from './list.module.css';

interface Row {
  readonly row: number;
  readonly outcome: string;
}

interface Props<T extends Row> {
  readonly label: string;
  /** The list's own name and SHA-256. */
  readonly name: string;
  readonly sha256: string;
  /** The outcomes by which the rows are filtered, with how many there are of each. */
  readonly outcomes: readonly { readonly value: string; readonly label: string; readonly count: number }[];
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowHeight?: number;
}

/** What comes of every row of a list: all of them, or those of one outcome. */
export function OutcomeTable<T extends Row>({ label, name, sha256, outcomes, ...table }: Props<T>) {
  const { t } = useTranslation('lists');
  const [only, setOnly] = useState('all');
  const { columns, rows, rowHeight } = table;
  return (
    <>
      <Group justify="space-between">
        <SegmentedControl
          size="xs"
          value={only}
          onChange={setOnly}
          data={[
            { value: 'all', label: `${t('frame.all')} · ${rows.length}` },
            ...outcomes.map(({ value, label: said, count }) => ({ value, label: `${said} · ${count}` })),
          ]}
        />
        <Group gap={6}>
          <Text size="xs" c="dimmed">
            {t('frame.hash')}
          </Text>
          <Hash value={sha256} label={`SHA-256: ${name}`} />
        </Group>
      </Group>
      <div className={classes.table}>
        <VirtualTable
          label={label}
          of={only}
          columns={columns}
          rows={only === 'all' ? rows : rows.filter((row) => row.outcome === only)}
          rowKey={(row) => String(row.row)}
          {...(rowHeight === undefined ? {} : { rowHeight })}
        />
      </div>
    </>
  );
}
