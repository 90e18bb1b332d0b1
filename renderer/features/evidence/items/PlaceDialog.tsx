import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExhibitDetail } from '../../../../electron/core/features/evidence/model.ts';
import { useCommand } from '../../../app/core.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { useAllExhibits } from '../data.ts';

interface Props {
  readonly caseId: string;
  readonly exhibit: ExhibitDetail;
  readonly onClose: () => void;
}

/** Puts an exhibit into an item, or takes it out, with the reason. */
export function PlaceDialog({ caseId, exhibit, onClose }: Props) {
  const { t } = useTranslation('items');
  const [into, setInto] = useState(exhibit.parent);
  const [reason, setReason] = useState('');
  const place = useCommand('evidence.place');
  const { data = [] } = useAllExhibits(caseId);
  const items = data.filter((row) => row.kind === 'item' && row.id !== exhibit.id);
  const ready = into !== exhibit.parent && reason.trim() !== '' && !place.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready)
      place.mutate({ case: caseId, exhibit: exhibit.id, parent: into, reason }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={t('inside.moveTitle', { number: exhibitNumber(exhibit.number) })}
      size={560}
      onClose={onClose}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Select
            data-autofocus
            label={t('inside.into')}
            placeholder={t('inside.nowhere')}
            searchable
            clearable
            data={items.map((row) => ({
              value: row.id,
              label: `${exhibitNumber(row.number)} · ${row.name}`,
            }))}
            value={into}
            onChange={setInto}
          />
          <TextInput
            label={t('inside.reason')}
            withAsterisk
            maxLength={2_000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {place.error !== null && <ErrorNotice error={place.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('record.cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={place.isPending}>
              {t('inside.moveSave')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
