import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../electron/core/api/roles.ts';

interface Props {
  /** All roles, in the table's order. */
  readonly roles: readonly Role[];
  readonly held: readonly Role[];
  readonly onChange: (held: readonly Role[]) => void;
  readonly error?: string | undefined;
}

/** Every role with what it may do in one line; a person may hold several. */
export function RolesPicker({ roles, held, onChange, error }: Props) {
  const { t } = useTranslation('office');
  return (
    <Checkbox.Group
      label={t('users.roles')}
      value={[...held]}
      onChange={(picked) => onChange(roles.filter((role) => picked.includes(role)))}
      error={error}
      errorProps={{ mt: 'sm' }}
    >
      <Stack gap={9} mt={6}>
        {roles.map((role) => (
          <Checkbox
            key={role}
            value={role}
            size="sm"
            label={t(`role.${role}`)}
            description={t(`roleLine.${role}`)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
