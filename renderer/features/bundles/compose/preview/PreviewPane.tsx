import { Badge, Group, Loader, SegmentedControl, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../../components/ErrorNotice.tsx';
import classes from '../compose.module.css';
import { PreviewIndex } from './PreviewIndex.tsx';
import { PreviewSheet } from './PreviewSheet.tsx';
import type { Spot } from './usePage.ts';
import type { Preview } from './usePreview.ts';

interface Props {
  readonly caseId: string;
  readonly preview: Preview;
}

const start: Spot = { volume: 0, leaf: 0 };

/** What the export would print: the index with its numbers, and any page. */
export function PreviewPane({ caseId, preview }: Props) {
  const { t } = useTranslation('bundles');
  const { result, pending, error, progress } = preview;
  const [shown, setShown] = useState('index');
  const [spot, setSpot] = useState(start);
  const leaves = result?.volumes[spot.volume]?.labels.length ?? 0;

  // A page that is no more: the last one there is.
  useEffect(() => {
    if (leaves === 0) setSpot(start);
    else if (spot.leaf >= leaves) setSpot({ volume: spot.volume, leaf: leaves - 1 });
  }, [leaves, spot]);

  return (
    <section className={classes.preview} aria-label={t('preview.title')}>
      <Group className={classes.bar} justify="space-between" wrap="nowrap">
        <SegmentedControl
          size="xs"
          aria-label={t('preview.title')}
          value={shown}
          onChange={setShown}
          data={[
            { value: 'index', label: t('preview.index') },
            { value: 'page', label: t('preview.page') },
          ]}
        />
        <Group gap={6} wrap="nowrap" role="status">
          {pending && <Loader size={14} />}
          <Text size="xs" c="dimmed" truncate>
            {pending
              ? progress === null
                ? t('preview.laying')
                : t('preview.reading', { done: progress.done, total: progress.total })
              : result !== null &&
                t('preview.extent', { count: result.pages, volumes: result.volumes.length })}
          </Text>
          {result?.volumes.some(({ over }) => over) === true && (
            <Badge size="xs" color="warning">
              {t('preview.over')}
            </Badge>
          )}
        </Group>
      </Group>
      {error !== null && <ErrorNotice error={error} />}
      {result === null ? (
        <Text size="sm" c="dimmed" p="md">
          {!pending && error === null && t('preview.empty')}
        </Text>
      ) : shown === 'index' ? (
        <PreviewIndex
          result={result}
          onOpen={(to) => {
            setSpot(to);
            setShown('page');
          }}
        />
      ) : (
        <PreviewSheet caseId={caseId} result={result} spot={spot} onSpot={setSpot} />
      )}
    </section>
  );
}
