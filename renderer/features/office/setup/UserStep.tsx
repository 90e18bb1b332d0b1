import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { NewPassphrase } from '../passphrase/NewPassphrase.tsx';
import { useNewPassphrase } from '../passphrase/useNewPassphrase.ts';

interface Props {
  readonly office: string;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onBack: () => void;
  readonly onCreate: (passphrase: string) => void;
}

/** The first person: a name, a passphrase, and that nobody can set it anew. */
export function UserStep({ office, name, onName, busy, error, onBack, onCreate }: Props) {
  const { t } = useTranslation('office');
  const passphrase = useNewPassphrase([name, office]);
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (passphrase.check() && name.trim() !== '' && !busy) onCreate(passphrase.first);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          label={t('userForm.name')}
          placeholder={t('userForm.namePlaceholder')}
          maxLength={200}
          autoFocus
          autoComplete="off"
          value={name}
          onChange={(event) => onName(event.currentTarget.value)}
          error={tried && name.trim() === '' ? t('userForm.nameMissing') : undefined}
        />
        <NewPassphrase state={passphrase} />
        <Alert
          variant="light"
          color="warning"
          icon={<IconKey size={18} />}
          title={t('setup.noReset.title')}
          p="sm"
        >
          {t('setup.noReset.text')}
        </Alert>
        {error !== null && <ErrorNotice error={error} />}
        <Group justify="space-between" mt="xs">
          <Button variant="default" onClick={onBack} disabled={busy}>
            {t('common:back')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('setup.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
