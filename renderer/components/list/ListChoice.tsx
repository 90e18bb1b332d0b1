import { Button, Group, Progress, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../ErrorNotice.tsx';

interface Props {
  readonly help: string;
  /** The endings of names that are offered. */
  readonly accept: string;
  readonly chosen: boolean;
  readonly busy: boolean;
  /** How much of it is read, from 0 to 1; null where that is not known. */
  readonly done: number | null;
  readonly error: Error | null;
  readonly onChoose: (file: File) => void;
}

/** The button that chooses a list, how far it is read, and what was wrong with it. */
export function ListChoice({ help, accept, chosen, busy, done, error, onChoose }: Props) {
  const { t } = useTranslation('lists');
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" c="dimmed">
          {help}
        </Text>
        <Button
          variant="default"
          flex="none"
          onClick={() => picker.current?.click()}
          loading={busy}
          data-autofocus
        >
          {chosen ? t('frame.other') : t('frame.choose')}
        </Button>
      </Group>
      <input
        ref={picker}
        type="file"
        accept={accept}
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) onChoose(file);
        }}
      />
      {busy && <Progress value={(done ?? 1) * 100} animated aria-label={t('frame.reading')} />}
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}
