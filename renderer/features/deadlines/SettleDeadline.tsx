import { Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadlineRow, Settlement } from '../../../electron/core/features/deadlines/model.ts';
import { useCommand } from '../../app/core.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

interface Props {
  readonly deadline: DeadlineRow;
  readonly onClose: () => void;
}

/** Ends a deadline that a person set: it was met, or it no longer applies, and then why. */
export function SettleDeadline({ deadline, onClose }: Props) {
  const { t } = useTranslation('deadlines');
  const settle = useCommand('deadlines.settle');
  const [how, setHow] = useState<Settlement>('met');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const unsaid = how === 'dropped' && note.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (unsaid) return;
    const id = deadline.id.replace(/^own /, '');
    settle.mutate({ case: deadline.case, deadline: id, how, note }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t('settle.title')} size={460} onClose={onClose} mayClose={!settle.isPending}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" fw={600}>
            {deadline.label}
          </Text>
          <SegmentedControl
            aria-label={t('settle.how')}
            value={how}
            onChange={(value) => setHow(value === 'dropped' ? 'dropped' : 'met')}
            data={[
              { value: 'met', label: t('settle.met') },
              { value: 'dropped', label: t('settle.dropped') },
            ]}
          />
          <Textarea
            label={t('settle.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            autosize
            minRows={2}
            maxLength={2_000}
            withAsterisk={how === 'dropped'}
            error={tried && unsaid ? t('settle.noteMissing') : undefined}
          />
          {settle.error !== null && <ErrorNotice error={settle.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={settle.isPending}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={settle.isPending}>
              {t('settle.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
