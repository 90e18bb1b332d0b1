import { Button, Chip, Group, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand, useCore } from '../../../app/core.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { useForm } from '../form/useForm.ts';
import type { InDialog } from '../types.ts';

/** An agent comes in under a code name drawn from the list: a chosen one would lead to somebody. */
export function AddAgent({ operation, onClose }: InDialog) {
  const { t } = useTranslation('operations');
  const add = useCommand('operations.addAgent');
  const { data = [], refetch } = useCore('operations.codeNames', { operation: operation.id });
  const form = useForm({ codeName: '' }, ['codeName']);
  const { codeName } = form.values;
  return (
    <ActDialog
      title={t('agent.add')}
      help={t('agent.addHelp')}
      save={t('agent.addDo')}
      act={add}
      form={form}
      onSave={() => add.mutate({ operation: operation.id, codeName }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Text size="sm" fw={500}>
        {t('field.codeName')}
      </Text>
      <Chip.Group value={codeName} onChange={(value) => form.set('codeName', String(value))}>
        <Group gap={6}>
          {data.map((name) => (
            <Chip key={name} size="sm" value={name}>
              {name}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Group>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconRefresh size={13} />}
          onClick={() => {
            form.set('codeName', '');
            void refetch();
          }}
        >
          {t('agent.others')}
        </Button>
        {form.isMissing('codeName') && (
          <Text size="xs" c="seal">
            {t('missing')}
          </Text>
        )}
      </Group>
    </ActDialog>
  );
}
