import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/core.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ActDialog } from '../form/ActDialog.tsx';
import { Long } from '../form/fields.tsx';
import { useForm } from '../form/useForm.ts';
import type { AgentDialog } from './types.ts';

/** The closed envelope as files for a holder outside, who opens them with the `age` command. */
export function CopyEnvelope({ operation, agent, onClose }: AgentDialog) {
  const { t } = useTranslation('operations');
  const copy = useCommand('operations.copyEnvelope');
  const form = useForm({ reason: '' }, ['reason']);
  const title = t('envelope.copyOf', { name: agent.codeName });
  const save = async () => {
    const folder = await window.custodia.chooseFolder();
    if (folder === null) return;
    const reason = form.values.reason.trim();
    copy.mutate({ operation: operation.id, agent: agent.id, reason, folder: folder.handle });
  };
  if (copy.data !== undefined)
    return (
      <Dialog title={title} size={520} onClose={onClose}>
        <Stack gap="sm">
          <Text size="sm" role="status">
            {t('envelope.copied', { count: copy.data.files.length })}
          </Text>
          <Group justify="flex-end">
            <Button data-autofocus onClick={onClose}>
              {t('common:done')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    );
  return (
    <ActDialog
      title={title}
      help={t('envelope.copyHelp')}
      save={t('envelope.copyDo')}
      act={copy}
      form={form}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Long form={form} name="reason" first />
    </ActDialog>
  );
}
