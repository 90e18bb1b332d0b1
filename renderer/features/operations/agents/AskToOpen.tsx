import { Button, Group, PasswordInput, Stack, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CoreError } from '../../../app/core.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';

interface Props {
  readonly help: string;
  readonly does: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly mayGoOn?: boolean;
  readonly onAsk: (ground: { readonly reason: string; readonly passphrase: string }) => Promise<void>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** The reason and the holder's passphrase, asked each time the envelope is opened for whatever use. */
export function AskToOpen(props: Props) {
  const { help, does, isPending, error, mayGoOn = true, onAsk, onClose, children } = props;
  const { t } = useTranslation('operations');
  const [reason, setReason] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const ready = reason.trim() !== '' && passphrase !== '' && mayGoOn && !isPending;
  const ask = async () => {
    const ground = { reason: reason.trim(), passphrase };
    setPassphrase('');
    await onAsk(ground);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (ready) void ask();
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{help}</Text>
        {children}
        <Textarea
          label={t('field.reason')}
          data-autofocus
          autosize
          minRows={1}
          maxLength={2_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('envelope.passphrase')}
          autoComplete="off"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        {error instanceof CoreError && error.body.code === 'unlock.refused' ? (
          <Text size="sm" c="seal" role="alert">
            {t('envelope.wrongPassphrase')}
          </Text>
        ) : (
          error !== null && <ErrorNotice error={error} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={isPending}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" color="seal" disabled={!ready} loading={isPending}>
            {does}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
