import { Button, Loader, Title } from '@mantine/core';
import { IconLock, IconUserPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserRow } from '../../../electron/core/features/office/model.ts';
import { useCore } from '../../app/core.ts';
import { useMay } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { AddUser } from './users/AddUser.tsx';
import { EditRoles } from './users/EditRoles.tsx';
import { RemoveUser } from './users/RemoveUser.tsx';
import { RightsTable } from './users/RightsTable.tsx';
import { UserTable } from './users/UserTable.tsx';
import { useRights } from './users/useRights.ts';
import classes from './users/users.module.css';

/** Who may open the vault and in which roles. */
export function UsersPage() {
  return useMay('office.manage') ? <Users /> : <NotYours />;
}

/** Says who can, by name: the person knows whom to ask. */
function NotYours() {
  const { t } = useTranslation('office');
  const { data } = useCore('users.list', {});
  const administrators = (data ?? []).filter((user) => user.active && user.roles.includes('administrator'));
  return (
    <EmptyState
      icon={<IconLock size={28} stroke={1.4} />}
      title={t('users.notYours')}
      text={t('users.askThem', { names: administrators.map((user) => user.name).join(', ') })}
    />
  );
}

type Doing = { readonly what: 'add' } | { readonly what: 'roles' | 'remove'; readonly user: UserRow } | null;

function Users() {
  const { t } = useTranslation('office');
  const { data: users, error, refetch } = useCore('users.list', {});
  const rights = useRights();
  const [doing, setDoing] = useState<Doing>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const close = () => setDoing(null);
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('users.title')}
        text={t('users.text')}
        actions={
          <Button
            ref={addButton}
            leftSection={<IconUserPlus size={17} />}
            onClick={() => setDoing({ what: 'add' })}
          >
            {t('users.add')}
          </Button>
        }
      />
      {error !== null && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {users === undefined && error === null && <Loader size="sm" />}
      {users !== undefined && (
        <UserTable
          users={users}
          onRoles={(user) => setDoing({ what: 'roles', user })}
          onRemove={(user) => setDoing({ what: 'remove', user })}
        />
      )}
      {rights !== undefined && (
        <>
          <Title order={3} className={classes.section}>
            {t('rights.title')}
          </Title>
          <p className={classes.lead}>{t('rights.text')}</p>
          <RightsTable {...rights} />
          {doing?.what === 'add' && <AddUser roles={rights.roles} onClose={close} />}
          {doing?.what === 'roles' && <EditRoles roles={rights.roles} user={doing.user} onClose={close} />}
        </>
      )}
      {doing?.what === 'remove' && <RemoveUser user={doing.user} onClose={close} fallback={addButton} />}
    </div>
  );
}
