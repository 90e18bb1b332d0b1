import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../electron/core/api/roles.ts';
import type { UserRow } from '../../../../electron/core/features/office/model.ts';
import { call } from '../../../app/core.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { RolesPicker } from './RolesPicker.tsx';

interface Props {
  readonly roles: readonly Role[];
  readonly user: UserRow;
  readonly onClose: () => void;
}

/** Grants first and revokes after, each an entry of its own: a failure between leaves the person with more, not with nothing. */
async function change(user: UserRow, held: readonly Role[]): Promise<void> {
  for (const role of held.filter((each) => !user.roles.includes(each))) {
    await call('roles.grant', { user: user.id, role });
  }
  for (const role of user.roles.filter((each) => !held.includes(each))) {
    await call('roles.revoke', { user: user.id, role });
  }
}

/** Which roles a person holds. */
export function EditRoles({ roles, user, onClose }: Props) {
  const { t } = useTranslation('office');
  const client = useQueryClient();
  const [held, setHeld] = useState(user.roles);
  const save = useMutation({
    mutationFn: () => change(user, held),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (held.length > 0 && !save.isPending) save.mutate();
  };
  return (
    <Dialog
      onClose={onClose}
      size={520}
      title={t('users.rolesOf', { name: user.name })}
      mayClose={!save.isPending}
    >
      <form onSubmit={submit}>
        <RolesPicker
          roles={roles}
          held={held}
          onChange={setHeld}
          error={held.length === 0 ? t('users.roleMissing') : undefined}
        />
        {save.error !== null && <ErrorNotice error={save.error} />}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={held.length === 0}>
            {t('common:save')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
