import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useRef } from 'react';
import { useTableModel } from './table/model.ts';
import { TableHead } from './table/TableHead.tsx';
import { TableRow } from './table/TableRow.tsx';
import classes from './table/table.module.css';
import type { VirtualTableProps } from './table/types.ts';
import { useRowKeys } from './table/useRowKeys.ts';

export type { Column, VirtualTableProps } from './table/types.ts';

const none: ReadonlySet<string> = new Set();
const headHeight = 32;

/**
 * A list of any length: only the rows in sight are drawn. It fills its parent, which must have a height. Arrows, Page
 * Up and Down, Home and End move, Enter or a click opens, Space marks.
 */
export function VirtualTable<T>(props: VirtualTableProps<T>) {
  const { columns, rowKey, onOpen, onRange, onMark, marked = none, rowHeight = 36 } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const { rows, sorting, sortBy } = useTableModel(props);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: headHeight,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange?.(first, last), [onRange, first, last]);

  const at = useCallback((index: number) => rows[index]?.original.row, [rows]);
  const loaded = rows.flatMap(({ original }) => (original.row === undefined ? [] : [rowKey(original.row)]));
  const all = loaded.length > 0 && loaded.every((key) => marked.has(key));
  const toggleAll = () => onMark?.(new Set(all ? [] : loaded));
  const open = useCallback(
    (index: number) => {
      const row = at(index);
      if (row !== undefined) onOpen?.(row);
    },
    [at, onOpen],
  );
  const mark = useCallback(
    (index: number) => {
      const row = at(index);
      if (row === undefined || onMark === undefined) return;
      const next = new Set(marked);
      if (!next.delete(rowKey(row))) next.add(rowKey(row));
      onMark(next);
    },
    [at, onMark, marked, rowKey],
  );
  const keys = useRowKeys({
    count: rows.length,
    page: Math.max(1, Math.floor(((box.current?.clientHeight ?? 400) - headHeight) / rowHeight) - 1),
    reveal: (index) => virtual.scrollToIndex(index),
    open,
    mark,
    markAll: toggleAll,
  });
  const { setActive } = keys;
  const { of } = props;
  const shown = useRef(of);
  useEffect(() => {
    if (shown.current === of) return;
    shown.current = of;
    setActive(-1);
    box.current?.scrollTo({ top: 0 });
  }, [of, setActive]);
  const click = useCallback(
    (index: number) => {
      setActive(index);
      open(index);
    },
    [setActive, open],
  );
  const template = [...(onMark === undefined ? [] : ['2.25rem']), ...columns.map(({ width }) => width)].join(
    ' ',
  );

  return (
    <div ref={box} className={classes.box}>
      <table
        className={classes.table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are reached by arrow keys is a grid
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={onMark !== undefined}
        aria-activedescendant={keys.active < 0 ? undefined : `${id}-${keys.active}`}
        tabIndex={0}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
      >
        <TableHead
          columns={columns}
          template={template}
          sorting={sorting}
          onSort={sortBy}
          marks={onMark === undefined ? null : { all, some: marked.size > 0, toggle: toggleAll }}
        />
        <tbody className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = at(index);
            const key = row === undefined ? undefined : rowKey(row);
            return (
              <TableRow
                key={key ?? `loading ${index}`}
                id={`${id}-${index}`}
                index={index}
                row={row}
                columns={columns}
                template={template}
                top={start}
                height={rowHeight}
                active={index === keys.active}
                selected={key !== undefined && key === props.selected}
                opens={onOpen !== undefined}
                marked={onMark === undefined ? undefined : key !== undefined && marked.has(key)}
                onClick={click}
                onMark={mark}
              />
            );
          })}
        </tbody>
      </table>
      {rows.length === 0 && <div className={classes.empty}>{props.empty}</div>}
    </div>
  );
}
