import { Button } from '@mantine/core';
import { IconFileImport, IconFolderOpen, IconSearchOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/EmptyState.tsx';

interface Props {
  readonly searching: boolean;
  readonly past: boolean;
  /** Undefined where nothing may be attached. */
  readonly onAttach: (() => void) | undefined;
  readonly onClear: () => void;
}

/** Why the list is empty, and what to do about it. */
export function NoExhibits({ searching, past, onAttach, onClear }: Props) {
  const { t } = useTranslation('evidence');
  if (searching) {
    return (
      <EmptyState
        icon={<IconSearchOff size={28} stroke={1.4} />}
        title={t('noMatch')}
        text={t('noMatchHelp')}
        action={
          <Button size="xs" variant="default" onClick={onClear}>
            {t('clearSearch')}
          </Button>
        }
      />
    );
  }
  const icon = <IconFolderOpen size={28} stroke={1.4} />;
  if (onAttach === undefined) {
    return <EmptyState icon={icon} title={t('empty')} text={past ? t('emptyPast') : t('emptyReadOnly')} />;
  }
  return (
    <EmptyState
      icon={icon}
      title={t('empty')}
      text={t('emptyHelp')}
      action={
        <Button leftSection={<IconFileImport size={18} />} onClick={onAttach}>
          {t('attach.button')}
        </Button>
      }
    />
  );
}
