import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useAsk } from '../useAsk.ts';
import classes from './ConfirmStep.module.css';
import { useKeepOpen } from './useKeepOpen.ts';

interface Props {
  readonly onBack: () => void;
  readonly onConfirmed: () => void;
}

/** The end of the key, read from the sheet and typed: so it is certain that the sheet exists and can be read. */
export function ConfirmStep({ onBack, onConfirmed }: Props) {
  const { t } = useTranslation('office');
  const { ask, busy, error, clear } = useAsk('vault.confirmRecovery');
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useKeepOpen();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if ((await ask({ lastCharacters: typed })) !== null) onConfirmed();
    else input.current?.select();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <TextInput
          ref={input}
          label={t('recovery.lastSix')}
          size="lg"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={6}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          classNames={{ input: classes.typed ?? '' }}
          value={typed}
          onChange={(event) => {
            clear();
            setTyped(event.currentTarget.value.replace(/\s/g, '').toUpperCase());
          }}
        />
        {error !== null && <ErrorNotice error={error} />}
        <Group justify="space-between">
          <Button variant="default" onClick={onBack} disabled={busy}>
            {t('recovery.seeAgain')}
          </Button>
          <Button type="submit" loading={busy} disabled={typed.length < 6}>
            {t('recovery.confirmDo')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
