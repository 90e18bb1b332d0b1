import { Group, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Marked } from '../../marking/index.ts';
import { KeepBackButton } from './KeepBackButton.tsx';
import { ToolButton } from './ToolButton.tsx';

interface Props {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly total: number;
  readonly current: number;
  readonly next: () => void;
  readonly previous: () => void;
  /** Given where what is found can be kept back of copies. */
  readonly marked?: Marked | undefined;
}

/** Looks for words in what is open: Enter to the next, Shift+Enter to the one before. */
export function FindBar({ text, onText, total, current, next, previous, marked }: Props) {
  const { t } = useTranslation('evidence');
  return (
    <Group gap={4} wrap="nowrap">
      <TextInput
        size="xs"
        w={170}
        aria-label={t('viewer.search')}
        placeholder={t('viewer.search')}
        leftSection={<IconSearch size={14} />}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') (event.shiftKey ? previous : next)();
        }}
      />
      <Text size="xs" c="dimmed" miw={48} aria-live="polite">
        {text.trim() === '' ? '' : t('viewer.matches', { current, count: total })}
      </Text>
      <ToolButton label={t('viewer.previousMatch')} disabled={total === 0} onClick={previous}>
        <IconChevronUp size={16} />
      </ToolButton>
      <ToolButton label={t('viewer.nextMatch')} disabled={total === 0} onClick={next}>
        <IconChevronDown size={16} />
      </ToolButton>
      <KeepBackButton marked={marked} text={text} />
    </Group>
  );
}
