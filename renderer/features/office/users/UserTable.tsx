import { Badge, Button, Group, Table, Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UserRow } from '../../../../electron/core/features/office/model.ts';
import { formatDay } from '../../../app/format.ts';
import { useSession } from '../../../app/session.ts';
import { Hash } from '../../../components/Hash.tsx';
import classes from './users.module.css';

interface Props {
  readonly users: readonly UserRow[];
  readonly onRoles: (user: UserRow) => void;
  readonly onRemove: (user: UserRow) => void;
}

/** Everybody who has or had access; those without it stand last, for what they signed stays. */
export function UserTable({ users, onRoles, onRemove }: Props) {
  const { t } = useTranslation('office');
  const sorted = users.toSorted(
    (a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name, 'es'),
  );
  return (
    <Table verticalSpacing={6} fz="sm" className={classes.table} highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('users.name')}</Table.Th>
          <Table.Th>{t('users.roles')}</Table.Th>
          <Table.Th>{t('users.since')}</Table.Th>
          <Table.Th>{t('users.fingerprint')}</Table.Th>
          <Table.Th aria-label={t('users.actions')} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sorted.map((user) => (
          <Row key={user.id} user={user} onRoles={() => onRoles(user)} onRemove={() => onRemove(user)} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface RowProps {
  readonly user: UserRow;
  readonly onRoles: () => void;
  readonly onRemove: () => void;
}

function Row({ user, onRoles, onRemove }: RowProps) {
  const { t } = useTranslation('office');
  const self = useSession().user.id === user.id;
  return (
    <Table.Tr data-gone={!user.active}>
      <Table.Td>
        <Text span size="sm" fw={500}>
          {user.name}
        </Text>
        {self && (
          <Text span size="xs" c="dimmed">
            {' '}
            {t('users.you')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          {user.active ? (
            user.roles.map((role) => <Badge key={role}>{t(`role.${role}`)}</Badge>)
          ) : (
            <Badge color="gray">{t('users.noAccess')}</Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td>{formatDay(user.since)}</Table.Td>
      <Table.Td>
        <Hash value={user.fingerprint} length={22} label={t('users.fingerprintOf', { name: user.name })} />
      </Table.Td>
      <Table.Td>
        {user.active && (
          <Group gap={6} justify="flex-end" wrap="nowrap">
            <Button size="compact-sm" variant="default" onClick={onRoles}>
              {t('users.changeRoles')}
            </Button>
            {/* Nobody removes themselves: another administrator does it, and is there afterwards. */}
            <Tooltip label={t('users.notSelf')} disabled={!self}>
              <Button
                size="compact-sm"
                variant="subtle"
                color="seal"
                data-disabled={self}
                aria-disabled={self}
                onClick={() => !self && onRemove()}
              >
                {t('common:remove')}
              </Button>
            </Tooltip>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
