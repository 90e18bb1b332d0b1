import { TextInput, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconHelpCircle, IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './search.module.css';

interface Props {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Arrow down: into what was found. */
  readonly onDown: () => void;
}

/** Where one types; a scanner of labels types here too. */
export function SearchField({ text, onText, onDown }: Props) {
  const { t } = useTranslation('search');
  const field = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => field.current?.focus()]]);
  return (
    <TextInput
      ref={field}
      data-autofocus
      autoFocus
      size="md"
      aria-label={t('field')}
      placeholder={t('field')}
      leftSection={<IconSearch size={19} />}
      rightSection={
        <Tooltip label={<span className={classes.help}>{t('syntax')}</span>} multiline w={360}>
          <IconHelpCircle size={18} stroke={1.5} aria-label={t('syntax')} />
        </Tooltip>
      }
      value={text}
      maxLength={400}
      onChange={(event) => onText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        onDown();
      }}
    />
  );
}
