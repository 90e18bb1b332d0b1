import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoverySheet } from '../../../../electron/core/features/office/model.ts';
import { PassphraseField } from '../passphrase/PassphraseField.tsx';
import { PassphraseRefused } from '../passphrase/PassphraseRefused.tsx';
import { useAsk } from '../useAsk.ts';

interface Props {
  readonly onSheet: (sheet: RecoverySheet) => void;
  /** The way out, at the left of the button. */
  readonly leave: ReactNode;
}

/** The person's passphrase once more, and a new sheet is issued. */
export function AskForSheet({ onSheet, leave }: Props) {
  const { t } = useTranslation('office');
  const { ask, busy, error, clear } = useAsk('vault.renewRecovery');
  const [passphrase, setPassphrase] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || passphrase === '') return;
    const sheet = await ask({ passphrase });
    setPassphrase('');
    if (sheet !== null) onSheet(sheet);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <PassphraseField
          label={t('passphrase.yours')}
          data-autofocus
          autoFocus
          value={passphrase}
          onChange={(event) => {
            clear();
            setPassphrase(event.currentTarget.value);
          }}
        />
        <PassphraseRefused error={error} />
        <Group justify="space-between">
          {leave}
          <Button type="submit" loading={busy} disabled={passphrase === ''}>
            {t('recovery.issue')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
