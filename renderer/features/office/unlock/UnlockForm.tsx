import { Button, Group, Loader, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../../app/format.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { PassphraseField } from '../passphrase/PassphraseField.tsx';
import type { Unlocking } from './useUnlock.ts';

interface Props {
  readonly name: string;
  readonly passphrase: string;
  readonly onName: (name: string) => void;
  readonly onPassphrase: (passphrase: string) => void;
  readonly unlocking: Unlocking;
  readonly onSubmit: () => Promise<void>;
}

/** Name and passphrase. After a refusal the passphrase is selected, to be typed over. */
export function UnlockForm({ name, passphrase, onName, onPassphrase, unlocking, onSubmit }: Props) {
  const { t } = useTranslation('office');
  const { busy, error, wait } = unlocking;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error !== null && !busy) field.current?.select();
  }, [error, busy]);
  const ready = name.trim() !== '' && passphrase !== '' && wait === 0 && !busy;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) void onSubmit();
    else if (name.trim() !== '' && passphrase === '') field.current?.focus();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t('unlock.name')}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          readOnly={busy}
          value={name}
          onChange={(event) => onName(event.currentTarget.value)}
        />
        <PassphraseField
          ref={field}
          label={t('unlock.passphrase')}
          readOnly={busy}
          value={passphrase}
          onChange={(event) => onPassphrase(event.currentTarget.value)}
        />
        {error !== null && !busy && <ErrorNotice error={error} />}
        <Group justify="space-between" wrap="nowrap">
          <Text size="xs" c="dimmed" role="status">
            {busy && t('unlock.slow')}
            {!busy && wait > 0 && t('unlock.waitWhy')}
          </Text>
          <Button
            type="submit"
            miw={150}
            style={{ flex: 'none' }}
            disabled={wait > 0 && !busy}
            leftSection={busy ? <Loader size={14} color="currentcolor" /> : undefined}
            aria-busy={busy}
          >
            {buttonText()}
          </Button>
        </Group>
      </Stack>
    </form>
  );

  function buttonText(): string {
    if (busy) return t('unlock.opening');
    return wait > 0 ? t('unlock.waitFor', { time: formatDuration(wait) }) : t('unlock.open');
  }
}
