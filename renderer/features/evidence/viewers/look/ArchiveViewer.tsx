import { Group, Text, TextInput } from '@mantine/core';
import { IconLock, IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveItem } from '../../../../../electron/core/features/reading/model.ts';
import { formatBytes, formatMoment, formatNumber } from '../../../../app/format.ts';
import { useSought } from '../useSought.ts';
import shared from '../Viewer.module.css';
import classes from './look.module.css';

interface Props {
  readonly items: readonly ArchiveItem[];
  readonly total: number;
}

/** What an archive says it holds. Nothing of it is unpacked. */
export function ArchiveViewer({ items, total }: Props) {
  const { t } = useTranslation('viewers');
  const [text, setText] = useState(useSought().find);
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = text.trim().toLocaleLowerCase();
  const shown = items.filter((item) => item.path.toLocaleLowerCase().includes(wanted));
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 28,
    overscan: 12,
  });
  return (
    <div className={shared.viewer}>
      <Group className={shared.toolbar} gap="md" role="toolbar">
        <TextInput
          size="xs"
          w={220}
          aria-label={t('archive.filter')}
          placeholder={t('archive.filter')}
          leftSection={<IconSearch size={14} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Text size="xs" c="dimmed">
          {t('archive.count', { count: total, shown: formatNumber(total) })}
          {total > items.length && ` · ${t('archive.cut', { shown: formatNumber(items.length) })}`}
        </Text>
        <Text size="xs" c="dimmed" ml="auto">
          {t('archive.notUnpacked')}
        </Text>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section ref={scroller} className={classes.grid} tabIndex={0} aria-label={t('archive.list')}>
        <ul className={classes.files} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const item = shown[index];
            if (item === undefined) return null;
            return (
              <li key={key} className={classes.file} style={{ transform: `translateY(${start}px)` }}>
                <span className={classes.path} title={item.path}>
                  {item.path}
                </span>
                <span>{item.encrypted && <IconLock size={13} aria-label={t('archive.encrypted')} />}</span>
                <span>{formatBytes(item.size)}</span>
                <span>{item.modified === '' ? '' : formatMoment(item.modified)}</span>
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
}
