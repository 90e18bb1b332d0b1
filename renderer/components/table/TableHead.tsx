import { Checkbox, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './table.module.css';
import type { Column } from './types.ts';

interface Props<T> {
  readonly columns: readonly Column<T>[];
  readonly template: string;
  readonly sorting: { readonly id: string; readonly desc: boolean } | undefined;
  readonly onSort: (id: string) => void;
  /** null where rows cannot be marked. */
  readonly marks: { readonly all: boolean; readonly some: boolean; readonly toggle: () => void } | null;
}

/** The head of the table: stays in sight, sorts by click. */
export function TableHead<T>({ columns, template, sorting, onSort, marks }: Props<T>) {
  const { t } = useTranslation('common');
  return (
    <thead className={classes.head}>
      <tr aria-rowindex={1} className={classes.headRow} style={{ gridTemplateColumns: template }}>
        {marks !== null && (
          <th className={classes.markCell}>
            <Checkbox
              aria-label={t('table.markAll')}
              checked={marks.all}
              indeterminate={!marks.all && marks.some}
              onChange={marks.toggle}
            />
          </th>
        )}
        {columns.map((column) => {
          const direction = sorting?.id === column.id ? (sorting.desc ? 'descending' : 'ascending') : 'none';
          return (
            <th
              key={column.id}
              className={classes.headCell}
              data-align={column.align}
              aria-sort={column.sort === undefined ? undefined : direction}
            >
              {column.sort === undefined ? (
                <span className={classes.headText}>{column.header}</span>
              ) : (
                <UnstyledButton className={classes.sort} onClick={() => onSort(column.id)}>
                  <span className={classes.headText}>{column.header}</span>
                  {direction === 'ascending' && <IconArrowUp size={13} aria-hidden />}
                  {direction === 'descending' && <IconArrowDown size={13} aria-hidden />}
                </UnstyledButton>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
