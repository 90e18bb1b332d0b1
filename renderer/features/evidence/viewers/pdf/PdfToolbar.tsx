import { ActionIcon, Group, NumberInput, Text, TextInput } from '@mantine/core';
import {
  IconArrowAutofitHeight,
  IconArrowAutofitWidth,
  IconChevronDown,
  IconChevronUp,
  IconEyeOff,
  IconLayoutSidebar,
  IconRotateClockwise,
  IconSearch,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Marked, Regions } from '../../../marking/index.ts';
import { KeepBackButton } from '../KeepBackButton.tsx';
import { ToolButton } from '../ToolButton.tsx';
import classes from '../Viewer.module.css';
import type { OpenPdf } from './open.ts';
import type { PdfSearch } from './usePdfSearch.ts';
import { turn } from './zoom.ts';

interface Props {
  readonly pdf: OpenPdf | null;
  readonly page: number;
  readonly scale: number;
  readonly search: PdfSearch;
  readonly regions: Regions;
  readonly marked: Marked | undefined;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Whether the pages are shown small at the side. */
  readonly small: boolean;
  readonly onSmall: (small: boolean) => void;
}

export function PdfToolbar(props: Props) {
  const { pdf, page, scale, search, regions, marked, field, small, onSmall } = props;
  const { t } = useTranslation('viewers');
  return (
    <Group className={classes.toolbar} gap="md" justify="space-between" role="toolbar">
      <Group gap={4} wrap="nowrap">
        <ToolButton
          label={t('thumbnails')}
          aria-pressed={small}
          disabled={pdf === null}
          onClick={() => onSmall(!small)}
        >
          <IconLayoutSidebar size={16} />
        </ToolButton>
        <Pages pdf={pdf} page={page} />
        {regions.may && (
          <ToolButton
            label={t('marking:regions.start')}
            aria-pressed={regions.drawing}
            disabled={regions.drawing || pdf === null}
            onClick={regions.start}
          >
            <IconEyeOff size={16} />
          </ToolButton>
        )}
      </Group>
      <Zoom pdf={pdf} scale={scale} />
      <Search search={search} field={field} marked={marked} disabled={pdf === null} />
    </Group>
  );
}

function Pages({ pdf, page }: Pick<Props, 'pdf' | 'page'>) {
  const { t } = useTranslation('evidence');
  const go = (to: number) => {
    if (pdf !== null && to >= 1 && to <= pdf.pages) pdf.viewer.currentPageNumber = to;
  };
  return (
    <Group gap={4} wrap="nowrap">
      <ToolButton label={t('viewer.previousPage')} disabled={page <= 1} onClick={() => go(page - 1)}>
        <IconChevronUp size={16} />
      </ToolButton>
      <ToolButton
        label={t('viewer.nextPage')}
        disabled={pdf === null || page >= pdf.pages}
        onClick={() => go(page + 1)}
      >
        <IconChevronDown size={16} />
      </ToolButton>
      <NumberInput
        aria-label={t('viewer.pageNumber')}
        value={page}
        onChange={(value) => typeof value === 'number' && go(value)}
        min={1}
        max={pdf?.pages ?? 1}
        allowDecimal={false}
        hideControls
        w={48}
        size="xs"
        disabled={pdf === null}
      />
      <Text size="xs" c="dimmed">
        {t('viewer.ofPages', { count: pdf?.pages ?? 0 })}
      </Text>
    </Group>
  );
}

function Zoom({ pdf, scale }: Pick<Props, 'pdf' | 'scale'>) {
  const { t } = useTranslation('evidence');
  const viewer = pdf?.viewer;
  const scaleTo = (value: string) => {
    if (viewer !== undefined) viewer.currentScaleValue = value;
  };
  return (
    <Group gap={4} wrap="nowrap">
      <ToolButton label={t('viewer.zoomOut')} onClick={() => viewer?.decreaseScale()}>
        <IconZoomOut size={16} />
      </ToolButton>
      <Text size="xs" c="dimmed" w={40} ta="center">
        {Math.round(scale * 100)} %
      </Text>
      <ToolButton label={t('viewer.zoomIn')} onClick={() => viewer?.increaseScale()}>
        <IconZoomIn size={16} />
      </ToolButton>
      <ToolButton label={t('viewer.fitWidth')} onClick={() => scaleTo('page-width')}>
        <IconArrowAutofitWidth size={16} />
      </ToolButton>
      <ToolButton label={t('viewer.fitPage')} onClick={() => scaleTo('page-fit')}>
        <IconArrowAutofitHeight size={16} />
      </ToolButton>
      <ToolButton label={t('viewer.rotate')} onClick={() => viewer !== undefined && turn(viewer)}>
        <IconRotateClockwise size={16} />
      </ToolButton>
    </Group>
  );
}

interface SearchProps extends Pick<Props, 'search' | 'field' | 'marked'> {
  readonly disabled: boolean;
}

function Search({ search, field, marked, disabled }: SearchProps) {
  const { t } = useTranslation('evidence');
  return (
    <Group gap={4} wrap="nowrap">
      <TextInput
        ref={field}
        size="xs"
        w={180}
        aria-label={t('viewer.search')}
        placeholder={t('viewer.search')}
        leftSection={<IconSearch size={14} />}
        value={search.text}
        disabled={disabled}
        onChange={(event) => search.setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') (event.shiftKey ? search.previous : search.next)();
        }}
      />
      <Text size="xs" c="dimmed" miw={56} aria-live="polite">
        {search.text === '' ? '' : t('viewer.matches', { current: search.current, count: search.total })}
      </Text>
      <ActionIcon.Group>
        <ToolButton label={t('viewer.previousMatch')} disabled={search.total === 0} onClick={search.previous}>
          <IconChevronUp size={16} />
        </ToolButton>
        <ToolButton label={t('viewer.nextMatch')} disabled={search.total === 0} onClick={search.next}>
          <IconChevronDown size={16} />
        </ToolButton>
      </ActionIcon.Group>
      <KeepBackButton marked={marked} text={search.text} />
    </Group>
  );
}
