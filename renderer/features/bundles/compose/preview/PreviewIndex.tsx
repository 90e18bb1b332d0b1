import { Text, UnstyledButton } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  PreviewResult,
  PreviewRow,
} from '../../../../../electron/core/features/bundles/drafts/preview/model.ts';
import lineClasses from '../../lines/lines.module.css';
import classes from '../compose.module.css';
import type { Spot } from './usePage.ts';

interface Props {
  readonly result: PreviewResult;
  readonly onOpen: (spot: Spot) => void;
}

const rowHeight = 34;

/** The index as it will be printed; a row opens the page where its exhibit begins. */
export function PreviewIndex({ result, onOpen }: Props) {
  const { t } = useTranslation('bundles');
  const box = useRef<HTMLDivElement>(null);
  const { rows, volumes } = result;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  return (
    <div ref={box} className={lineClasses.scroller}>
      <ol
        className={lineClasses.tall}
        style={{ height: virtual.getTotalSize() }}
        aria-label={t('preview.index')}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <li
              key={index}
              className={classes.indexRow}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            >
              {row.kind === 'section' ? (
                <span className={classes.indexSection}>{row.title}</span>
              ) : (
                <ItemRow row={row} several={volumes.length > 1} onOpen={onOpen} />
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

interface RowProps {
  readonly row: Extract<PreviewRow, { kind: 'item' }>;
  readonly several: boolean;
  readonly onOpen: (spot: Spot) => void;
}

function ItemRow({ row, several, onOpen }: RowProps) {
  const { t } = useTranslation('bundles');
  const numbers = numbersText(row);
  return (
    <UnstyledButton
      className={classes.indexItem}
      title={row.title}
      aria-label={t('preview.open', { number: row.number, title: row.title, numbers })}
      onClick={() => onOpen({ volume: row.volume, leaf: row.leaf })}
    >
      <span className={lineClasses.number}>{row.number}</span>
      <span className={lineClasses.name}>
        {row.continued ? t('bundle:index.continued', { title: row.title }) : row.title}
      </span>
      {row.reason !== null && (
        <Text span size="xs" c="dimmed">
          {t('preview.native')}
        </Text>
      )}
      <span className={classes.numbers} data-late={row.late !== null || undefined}>
        {several && row.volume > 0 ? t('preview.inVolume', { volume: row.volume + 1, numbers }) : numbers}
      </span>
    </UnstyledButton>
  );
}

export function numbersText({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? from : `${from}–${to}`;
}
