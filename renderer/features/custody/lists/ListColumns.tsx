import { Alert, Button, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustodyListOutcome } from '../../../../electron/core/features/custody/lists/model.ts';
import { custodyColumns, type SaidColumns } from './columns.ts';

interface Props {
  readonly outcome: CustodyListOutcome;
  readonly said: SaidColumns;
  readonly busy: boolean;
  /** The list is read anew with these. */
  readonly onRead: (said: SaidColumns) => void;
}

/** Which column of the list is which; unfolded where one that is needed was not known. */
export function ListColumns({ outcome, said, busy, onRead }: Props) {
  const { t } = useTranslation('lists');
  const { missing, heads, columns } = outcome;
  const [open, setOpen] = useState(missing.length > 0);
  const [chosen, setChosen] = useState<SaidColumns>(said);
  const names = [...new Set(heads.filter((head) => head !== ''))];
  const value = (column: (typeof custodyColumns)[number]) => chosen[column] ?? columns[column] ?? '';
  return (
    <Stack gap="xs">
      {missing.length > 0 && (
        <Alert color="warning" variant="light" role="alert" p="xs">
          {t('custody.missing', { columns: missing.map((column) => t(`column.${column}`)).join(', ') })}
        </Alert>
      )}
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={open}
          onClick={() => setOpen((before) => !before)}
        >
          {t('custody.columns')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('custody.columnsHelp')}
        </Text>
      </Group>
      {open && (
        <>
          <SimpleGrid cols={4} spacing="xs" verticalSpacing={4}>
            {custodyColumns.map((column) => (
              <Select
                key={column}
                size="xs"
                label={t(`column.${column}`)}
                placeholder={t('custody.noColumn')}
                data={names}
                value={value(column) === '' ? null : value(column)}
                onChange={(head) => setChosen({ ...chosen, [column]: head ?? '' })}
                clearable
                searchable
              />
            ))}
          </SimpleGrid>
          <Group justify="flex-end">
            <Button size="xs" variant="default" loading={busy} onClick={() => onRead(chosen)}>
              {t('custody.look')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
