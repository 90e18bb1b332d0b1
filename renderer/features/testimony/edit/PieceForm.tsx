import { ActionIcon, Autocomplete, Button, Group, Textarea, Tooltip } from '@mantine/core';
import {
  IconArrowMerge,
  IconArrowsSplit2,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconTrash,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../testimony.module.css';
import type { Piece } from './pieces.ts';
import { TimeField } from './TimeField.tsx';
import type { Editing } from './usePieces.ts';

interface Props {
  readonly piece: Piece;
  readonly editing: Editing;
  readonly last: boolean;
  /** Those who speak in this transcript. */
  readonly speakers: readonly string[];
  readonly now: () => number;
}

/** The chosen piece: when, who, what. */
export function PieceForm({ piece, editing, last, speakers, now }: Props) {
  const { t } = useTranslation('testimony');
  const words = useRef<HTMLTextAreaElement>(null);
  const { id } = piece;
  useEffect(() => {
    words.current?.focus({ preventScroll: true });
  }, []);
  const wrong = piece.end < piece.start;
  const moment = (name: 'start' | 'end') => (
    <TimeField
      label={t(`edit.${name}`)}
      value={piece[name]}
      wrong={wrong}
      onChange={(seconds) => editing.change(id, { [name]: seconds })}
      here={
        <Tooltip label={t(`edit.${name}Here`)}>
          <ActionIcon
            size="sm"
            aria-label={t(`edit.${name}Here`)}
            onClick={() => editing.change(id, { [name]: Math.round(now() * 1_000) / 1_000 })}
          >
            {name === 'start' ? <IconPlayerSkipBack size={14} /> : <IconPlayerSkipForward size={14} />}
          </ActionIcon>
        </Tooltip>
      }
    />
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would take a line of each piece
    <div className={classes.form} role="group" aria-label={t('edit.piece', { number: editing.place + 1 })}>
      <Group gap={6} wrap="nowrap">
        {moment('start')}
        {moment('end')}
        <Autocomplete
          size="xs"
          flex={1}
          miw={80}
          aria-label={t('edit.speaker')}
          placeholder={t('edit.speaker')}
          maxLength={200}
          data={[...speakers]}
          value={piece.speaker}
          onChange={(speaker) => editing.change(id, { speaker })}
        />
      </Group>
      <Textarea
        ref={words}
        size="xs"
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5_000}
        aria-label={t('edit.text')}
        value={piece.text}
        onChange={(event) => editing.change(id, { text: event.currentTarget.value })}
      />
      <Group gap={4}>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconArrowsSplit2 size={13} />}
          onClick={() => editing.split(id, words.current?.selectionStart ?? piece.text.length, now())}
        >
          {t('edit.split')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconArrowMerge size={13} />}
          disabled={last}
          onClick={() => editing.merge(id)}
        >
          {t('edit.merge')}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          color="seal"
          ml="auto"
          leftSection={<IconTrash size={13} />}
          onClick={() => editing.remove(id)}
        >
          {t('edit.remove')}
        </Button>
      </Group>
      {wrong && (
        <span className={classes.wrong} role="alert">
          {t('edit.backwards')}
        </span>
      )}
    </div>
  );
}
