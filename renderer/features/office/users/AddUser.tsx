import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../electron/core/api/roles.ts';
import { useSession } from '../../../app/session.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { NewPassphrase } from '../passphrase/NewPassphrase.tsx';
import { useNewPassphrase } from '../passphrase/useNewPassphrase.ts';
import { useAsk } from '../useAsk.ts';
import { RolesPicker } from './RolesPicker.tsx';
import classes from './users.module.css';

interface Props {
  readonly roles: readonly Role[];
  readonly onClose: () => void;
}

/** A new person: name, first passphrase, roles. */
export function AddUser({ roles, onClose }: Props) {
  const { t } = useTranslation('office');
  const { office } = useSession();
  const [name, setName] = useState('');
  const [held, setHeld] = useState<readonly Role[]>([]);
  const [tried, setTried] = useState(false);
  const passphrase = useNewPassphrase([name, office.name]);
  const { ask, busy, error } = useAsk('users.add');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const strong = passphrase.check();
    if (!strong || name.trim() === '' || held.length === 0 || busy) return;
    const added = await ask({ name: name.trim(), passphrase: passphrase.first, roles: held });
    if (added === null) return;
    notifications.show({ color: 'success', message: t('users.added', { name: added.name }) });
    onClose();
  };
  return (
    <Dialog onClose={onClose} size={820} title={t('users.addTitle')} mayClose={!busy} keepOnClickOutside>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <div className={classes.twoSides}>
          <Stack gap="sm">
            <TextInput
              label={t('userForm.name')}
              description={t('userForm.nameHelp')}
              data-autofocus
              autoComplete="off"
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={tried && name.trim() === '' ? t('userForm.nameMissing') : undefined}
            />
            <NewPassphrase state={passphrase} />
            <Text size="xs" c="dimmed">
              {t('users.firstPassphrase')}
            </Text>
          </Stack>
          <RolesPicker
            roles={roles}
            held={held}
            onChange={setHeld}
            error={tried && held.length === 0 ? t('users.roleMissing') : undefined}
          />
        </div>
        {error !== null && <ErrorNotice error={error} />}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose} disabled={busy}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('users.addDo')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
