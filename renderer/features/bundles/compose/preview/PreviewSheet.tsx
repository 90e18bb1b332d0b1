import { ActionIcon, Group, Loader, Select, Text, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewResult } from '../../../../../electron/core/features/bundles/drafts/preview/model.ts';
import { ErrorNotice } from '../../../../components/ErrorNotice.tsx';
import { contentUrl } from '../../../evidence/index.ts';
import classes from '../compose.module.css';
import { type Spot, usePage } from './usePage.ts';

interface Props {
  readonly caseId: string;
  readonly result: PreviewResult;
  readonly spot: Spot;
  readonly onSpot: (spot: Spot) => void;
}

/** One page as it would be printed. Keys: Page up and Page down. */
export function PreviewSheet({ caseId, result, spot, onSpot }: Props) {
  const { t } = useTranslation('bundles');
  const { page, error, pending } = usePage(caseId, result.id, spot);
  const labels = result.volumes[spot.volume]?.labels ?? [];
  const label = labels[spot.leaf] ?? '';
  const step = (by: number) => {
    const leaf = spot.leaf + by;
    if (leaf >= 0 && leaf < labels.length) onSpot({ ...spot, leaf });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { PageUp: -1, PageDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    step(by);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts for whatever inside has the focus
    <div className={classes.sheet} onKeyDown={onKeyDown}>
      <Group className={classes.bar} gap={6} wrap="nowrap">
        <ActionIcon
          size="sm"
          variant="default"
          aria-label={t('preview.before')}
          title={t('preview.before')}
          disabled={spot.leaf === 0}
          onClick={() => step(-1)}
        >
          <IconChevronLeft size={15} />
        </ActionIcon>
        <Jump key={label} label={label} labels={labels} onLeaf={(leaf) => onSpot({ ...spot, leaf })} />
        <ActionIcon
          size="sm"
          variant="default"
          aria-label={t('preview.after')}
          title={t('preview.after')}
          disabled={spot.leaf >= labels.length - 1}
          onClick={() => step(1)}
        >
          <IconChevronRight size={15} />
        </ActionIcon>
        <Text size="xs" c="dimmed">
          {t('preview.place', { page: spot.leaf + 1, count: labels.length })}
        </Text>
        {result.volumes.length > 1 && (
          <Select
            size="xs"
            w={130}
            ml="auto"
            aria-label={t('preview.volume')}
            allowDeselect={false}
            value={String(spot.volume)}
            data={result.volumes.map(({ path }, at) => ({
              value: String(at),
              label: path.slice(path.lastIndexOf('/') + 1),
            }))}
            onChange={(value) => onSpot({ volume: Number(value ?? 0), leaf: 0 })}
          />
        )}
        {pending && <Loader size={14} />}
      </Group>
      {error !== null && <ErrorNotice error={error} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={classes.paper} tabIndex={0} aria-label={t('preview.page')}>
        {page !== null && error === null && (
          <img
            src={contentUrl(page.ticket)}
            width={page.width}
            height={page.height}
            alt={t('preview.pageNumbered', { number: label === '' ? String(spot.leaf + 1) : label })}
            data-waiting={pending || undefined}
          />
        )}
      </section>
    </div>
  );
}

interface JumpProps {
  readonly label: string;
  readonly labels: readonly string[];
  readonly onLeaf: (leaf: number) => void;
}

/** The number that is printed on the page; another one leads to that page. */
function Jump({ label, labels, onLeaf }: JumpProps) {
  const { t } = useTranslation('bundles');
  const [text, setText] = useState(label);
  const [unknown, setUnknown] = useState(false);
  const go = () => {
    const wanted = text.trim().toLowerCase();
    const leaf = labels.findIndex((each) => each.toLowerCase() === wanted);
    setUnknown(leaf < 0);
    if (leaf >= 0) onLeaf(leaf);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <TextInput
        size="xs"
        w={84}
        aria-label={t('preview.number')}
        title={t('preview.number')}
        value={text}
        error={unknown}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setUnknown(false);
        }}
      />
    </form>
  );
}
