import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRow, SealedIdentity } from '../../../electron/core/features/people/model.ts';
import { CoreError, call } from '../../app/core.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useShownBriefly } from '../../components/shown-briefly.ts';
import { nameOf } from './grouped.ts';
import classes from './people.module.css';

interface Props {
  readonly caseId: string;
  readonly person: PersonRow;
  readonly onClose: () => void;
}

const parts = ['trueName', 'document', 'whereabouts', 'notes'] as const;

/**
 * Opens the envelope with the holder's passphrase and a reason, both asked each time; what is in it is on the screen
 * for a minute and in no cache.
 */
export function OpenSeal({ caseId, person, onClose }: Props) {
  const { t } = useTranslation('people');
  const [reason, setReason] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const [identity, setIdentity] = useState<SealedIdentity | null>(null);
  const ready = reason.trim() !== '' && passphrase !== '' && !busy;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    setBusy(true);
    setError(null);
    call('people.openSeal', { case: caseId, person: person.id, reason: reason.trim(), passphrase })
      .then(setIdentity, (thrown: unknown) => setError(thrown instanceof Error ? thrown : new Error()))
      .finally(() => {
        setPassphrase('');
        setBusy(false);
      });
  };
  return (
    <Dialog
      title={t('seal.openTitle', { name: nameOf(person) })}
      size={520}
      onClose={onClose}
      mayClose={!busy}
      keepOnClickOutside
    >
      {identity !== null ? (
        <Shown identity={identity} onClose={onClose} />
      ) : (
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Text size="sm">{t('seal.openHelp')}</Text>
            <TextInput
              label={t('seal.reason')}
              data-autofocus
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('seal.passphrase')}
              autoComplete="off"
              value={passphrase}
              onChange={(event) => setPassphrase(event.currentTarget.value)}
            />
            {error instanceof CoreError && error.body.code === 'unlock.refused' ? (
              <Text size="sm" c="seal" role="alert">
                {t('seal.wrongPassphrase')}
              </Text>
            ) : (
              error !== null && <ErrorNotice error={error} />
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose} disabled={busy}>
                {t('common:cancel')}
              </Button>
              <Button type="submit" color="seal" disabled={!ready} loading={busy}>
                {t('seal.open')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}

function Shown({ identity, onClose }: { readonly identity: SealedIdentity; readonly onClose: () => void }) {
  const { t } = useTranslation('people');
  const left = useShownBriefly(onClose);
  return (
    <Stack gap="md">
      <dl className={classes.identity}>
        {parts
          .filter((part) => identity[part] !== '')
          .map((part) => [
            <dt key={`${part} name`}>{t(`identity.${part}`)}</dt>,
            <dd key={part}>{identity[part]}</dd>,
          ])}
      </dl>
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t('seal.recorded', { seconds: left })}
        </Text>
        <Button onClick={onClose} data-autofocus>
          {t('seal.hide')}
        </Button>
      </Group>
    </Stack>
  );
}
