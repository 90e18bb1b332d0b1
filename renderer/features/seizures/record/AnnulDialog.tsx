import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssetEvent } from '../../../../electron/core/features/seizures/model.ts';
import { call } from '../../../app/core.ts';
import { formatDay } from '../../../app/format.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useWords } from '../useWords.ts';

interface Props {
  readonly caseId: string;
  readonly asset: string;
  readonly event: AssetEvent;
  readonly onClose: () => void;
}

/** Says that an act was written in error. */
export function AnnulDialog({ caseId, asset, event, onClose }: Props) {
  const { t } = useTranslation('seizures');
  const words = useWords();
  const what = `${words.event(event.type)} · ${formatDay(event.on)}`;
  return (
    <ReasonDialog
      title={t('annul.title', { what })}
      help={t('annul.help')}
      action={t('annul.do')}
      onSend={(reason) =>
        event.decides
          ? call('seizures.annulDecision', { case: caseId, asset, event: event.id, reason })
          : call('seizures.annul', { case: caseId, asset, event: event.id, reason })
      }
      onClose={onClose}
    />
  );
}

interface ReasonProps {
  readonly title: string;
  readonly help: string;
  readonly action: string;
  readonly onSend: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Takes something back, and says why: both stay in the file. */
export function ReasonDialog({ title, help, action, onSend, onClose }: ReasonProps) {
  const { t } = useTranslation('seizures');
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const send = useMutation({
    mutationFn: onSend,
    onSuccess: () => {
      void client.invalidateQueries();
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '' && !send.isPending) send.mutate(reason.trim());
  };
  return (
    <Dialog title={title} size={480} onClose={onClose} mayClose={!send.isPending}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {help}
          </Text>
          <Textarea
            label={t('form.why')}
            data-autofocus
            withAsterisk
            autosize
            minRows={2}
            maxLength={2_000}
            value={reason}
            onChange={(change) => setReason(change.currentTarget.value)}
          />
          {send.error !== null && <ErrorNotice error={send.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={send.isPending}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" color="seal" disabled={reason.trim() === ''} loading={send.isPending}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
