import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/core.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

interface Props {
  readonly caseId: string;
  readonly relation: string;
  readonly onClose: () => void;
}

/** Takes a relation back, with a reason; the timeline keeps both. */
export function EndRelation({ caseId, relation, onClose }: Props) {
  const { t } = useTranslation('people');
  const end = useCommand('people.unrelate');
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '' || end.isPending) return;
    end.mutate({ case: caseId, relation, reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t('relation.end')} size={440} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('relation.reason')}
            data-autofocus
            value={reason}
            maxLength={2000}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {end.error !== null && <ErrorNotice error={end.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" color="seal" disabled={reason.trim() === ''} loading={end.isPending}>
              {t('relation.end')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
