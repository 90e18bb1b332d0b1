import { ActionIcon, Badge, Button, Group, Menu, Text } from '@mantine/core';
import {
  IconAdjustments,
  IconArrowBackUp,
  IconArrowLeft,
  IconChevronDown,
  IconDeviceFloppy,
  IconFilter,
  IconHistory,
  IconPackageExport,
  IconPlus,
  IconSection,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../../../electron/core/features/bundles/drafts/model.ts';
import type { Asked } from './Composer.tsx';
import classes from './compose.module.css';
import type { Work } from './work/useWork.ts';

interface Props {
  readonly draft: Draft;
  readonly work: Work;
  readonly onBack: () => void;
  readonly onAsk: (what: Asked) => void;
  readonly onSection: () => void;
}

/** What the bundle is, whether it is saved, and what may be done. */
export function ComposerBar({ draft, work, onBack, onAsk, onSection }: Props) {
  const { t } = useTranslation('bundles');
  const { kept, dirty, saving, saw, undo, save } = work;
  const given = draft.given?.version;
  return (
    <Group className={classes.head} gap="xs" wrap="nowrap">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('compose.back')}
        title={t('compose.back')}
        onClick={onBack}
      >
        <IconArrowLeft size={18} />
      </ActionIcon>
      <Text fw={600} className={classes.title} title={kept.name}>
        {kept.name}
      </Text>
      <Badge variant="light" size="sm" style={{ flex: 'none' }}>
        {t(`purpose.${kept.purpose}`)}
      </Badge>
      <Text size="xs" c="dimmed" style={{ flex: 'none' }} role="status">
        {t('compose.version', { version: saw })}
        {given !== undefined && ` · ${t('compose.given', { version: given })}`}
        {' · '}
        {t(saving ? 'compose.saving' : dirty ? 'compose.unsaved' : 'compose.saved')}
      </Text>
      <Group gap={6} wrap="nowrap" ml="auto">
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlus size={15} />}
              rightSection={<IconChevronDown size={14} />}
            >
              {t('compose.addMenu')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPlus size={15} />} onClick={() => onAsk('add')}>
              {t('compose.add')}
            </Menu.Item>
            <Menu.Item leftSection={<IconFilter size={15} />} onClick={() => onAsk('rule')}>
              {t('rule.title')}
            </Menu.Item>
            <Menu.Item leftSection={<IconSection size={15} />} onClick={onSection}>
              {t('compose.addSection')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <ActionIcon
          variant="default"
          aria-label={t('compose.settings')}
          title={t('compose.settings')}
          onClick={() => onAsk('settings')}
        >
          <IconAdjustments size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={t('changes.title')}
          title={t('changes.title')}
          onClick={() => onAsk('changes')}
        >
          <IconHistory size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={t('compose.undo')}
          title={t('compose.undo')}
          disabled={undo === null}
          onClick={() => undo?.()}
        >
          <IconArrowBackUp size={16} />
        </ActionIcon>
        <Button
          size="xs"
          variant={dirty ? 'filled' : 'default'}
          leftSection={<IconDeviceFloppy size={15} />}
          disabled={!dirty}
          loading={saving}
          onClick={save}
        >
          {t('compose.save')}
        </Button>
        <Button
          size="xs"
          variant={dirty ? 'default' : 'filled'}
          leftSection={<IconPackageExport size={15} />}
          disabled={dirty || saving || kept.composition.sections.every(({ items }) => items.length === 0)}
          title={dirty ? t('compose.saveFirst') : undefined}
          onClick={() => onAsk('export')}
        >
          {t('compose.export')}
        </Button>
      </Group>
    </Group>
  );
}
