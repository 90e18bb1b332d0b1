import { Checkbox } from '@mantine/core';
import { type MouseEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './table.module.css';
import type { Column } from './types.ts';

interface Props<T> {
  readonly id: string;
  readonly index: number;
  readonly row: T | undefined;
  readonly columns: readonly Column<T>[];
  readonly template: string;
  readonly top: number;
  readonly height: number;
  readonly active: boolean;
  readonly selected: boolean;
  readonly opens: boolean;
  /** Undefined where rows cannot be marked. */
  readonly marked: boolean | undefined;
  readonly onClick: (index: number) => void;
  readonly onMark: (index: number) => void;
}

/** A control inside a row (a copy button, a box) does its own work and does not open the row. */
function onControl(event: MouseEvent): boolean {
  const { target } = event;
  return target instanceof Element && target.closest('button, a, input, label') !== null;
}

function Row<T>(props: Props<T>) {
  const { row, index, columns, marked } = props;
  const { t } = useTranslation('common');
  return (
    <tr
      id={props.id}
      className={classes.row}
      aria-rowindex={index + 2}
      aria-selected={marked ?? props.selected}
      data-active={props.active}
      data-selected={props.selected}
      data-opens={props.opens && row !== undefined}
      style={{
        gridTemplateColumns: props.template,
        height: props.height,
        transform: `translateY(${props.top}px)`,
      }}
      onClick={(event) => !onControl(event) && props.onClick(index)}
    >
      {marked !== undefined && (
        <td className={classes.markCell}>
          <Checkbox
            tabIndex={-1}
            aria-label={t('table.mark')}
            checked={marked}
            disabled={row === undefined}
            onChange={() => props.onMark(index)}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.id} className={classes.cell} data-align={column.align}>
          {row === undefined ? <span className={classes.loading} /> : column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

export const TableRow = memo(Row) as typeof Row;
