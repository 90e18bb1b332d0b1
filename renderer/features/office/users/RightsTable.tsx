import { Table, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Rights } from './useRights.ts';
import classes from './users.module.css';

/** Role × right, as the core checks it. */
export function RightsTable({ roles, rights, table }: Rights) {
  const { t } = useTranslation('office');
  return (
    <Table verticalSpacing={3} fz="sm" className={classes.rights} highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('rights.right')}</Table.Th>
          {roles.map((role) => (
            <Table.Th key={role} scope="col">
              {t(`role.${role}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rights.map((right) => (
          <Table.Tr key={right}>
            <Table.Th scope="row">{t(`right.${right}`)}</Table.Th>
            {roles.map((role) => (
              <Table.Td key={role}>
                {table[role].includes(right) ? (
                  <>
                    <IconCheck size={16} stroke={2.2} className={classes.yes} aria-hidden />
                    <VisuallyHidden>{t('common:yes')}</VisuallyHidden>
                  </>
                ) : (
                  <VisuallyHidden>{t('common:no')}</VisuallyHidden>
                )}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
