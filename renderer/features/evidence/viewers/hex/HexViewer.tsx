import { Group, Text, TextInput } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../../../app/format.ts';
import type { ViewerProps } from '../types.ts';
import shared from '../Viewer.module.css';
import { ViewerProblem } from '../ViewerProblem.tsx';
import classes from './HexViewer.module.css';
import { charsOf, hexOf, offsetOf, parseOffset, perRow } from './rows.ts';
import { useBytes } from './useBytes.ts';

/** Browsers draw no element higher than this; of a larger file the rows lie closer on the scroll bar. */
const mostRows = 800_000;

/** What no viewer opens, byte by byte. Only what is in sight is read. */
export function HexViewer({ view, onRetry, offer }: ViewerProps) {
  const { t } = useTranslation('viewers');
  const scroller = useRef<HTMLDivElement>(null);
  const [start, setStart] = useState(0);
  const [typed, setTyped] = useState('');
  const rows = Math.min(mostRows, Math.ceil((view.size - start) / perRow));
  const virtual = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => 20,
    overscan: 20,
  });
  const drawn = virtual.getVirtualItems();
  const first = start + (drawn[0]?.index ?? 0) * perRow;
  const { bytesAt, error } = useBytes(view, first, drawn.length * perRow);
  const go = () => {
    const offset = parseOffset(typed, view.size);
    if (offset === null) return;
    setStart(offset < mostRows * perRow ? 0 : offset - (offset % perRow));
    virtual.scrollToIndex(offset < mostRows * perRow ? Math.floor(offset / perRow) : 0, { align: 'start' });
  };
  if (error !== null) return <ViewerProblem problem={error} onRetry={onRetry} offer={offer} />;
  return (
    <div className={shared.viewer}>
      <Group className={shared.toolbar} gap="md" role="toolbar">
        <TextInput
          size="xs"
          w={170}
          aria-label={t('hex.goTo')}
          placeholder={t('hex.goTo')}
          value={typed}
          error={typed !== '' && parseOffset(typed, view.size) === null}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') go();
          }}
        />
        <Text size="xs" c="dimmed">
          {t('hex.bytes', { size: formatBytes(view.size), type: view.type })}
        </Text>
        <Group ml="auto">{offer}</Group>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section ref={scroller} className={classes.scroller} tabIndex={0} aria-label={view.name}>
        <div className={classes.rows} style={{ height: virtual.getTotalSize() }}>
          {drawn.map(({ index, start: top, key }) => {
            const offset = start + index * perRow;
            const bytes = bytesAt(offset, Math.min(perRow, view.size - offset));
            return (
              <div key={key} className={classes.row} style={{ transform: `translateY(${top}px)` }}>
                <span className={classes.offset}>{offsetOf(offset)}</span>
                <span>{bytes === null ? '' : hexOf(bytes)}</span>
                <span className={classes.chars}>{bytes === null ? '' : charsOf(bytes)}</span>
              </div>
            );
          })}
        </div>
      </section>
    </div>
  );
}
