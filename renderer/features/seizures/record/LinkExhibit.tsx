import { Button, Group, Select, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExhibitRole } from '../../../../electron/core/features/seizures/model.ts';
import { useCommand } from '../../../app/core.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { exhibitRoles } from '../lists.ts';
import { ExhibitPicker } from '../steps/ExhibitPicker.tsx';

interface Props {
  readonly caseId: string;
  readonly asset: string;
  readonly onClose: () => void;
}

/** Ties an exhibit of the case to the asset, and says what it shows of it. */
export function LinkExhibit({ caseId, asset, onClose }: Props) {
  const { t } = useTranslation('seizures');
  const link = useCommand('seizures.linkExhibit');
  const [exhibit, setExhibit] = useState('');
  const [role, setRole] = useState<ExhibitRole>('photograph');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (exhibit === '' || link.isPending) return;
    link.mutate({ case: caseId, asset, exhibit, role }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t('exhibit.add')} size={520} onClose={onClose} keepOnClickOutside>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <ExhibitPicker
            caseId={caseId}
            label={t('exhibit.which')}
            first
            required
            value={exhibit}
            onChange={setExhibit}
          />
          <Select
            label={t('exhibit.shows')}
            allowDeselect={false}
            data={exhibitRoles.map((value) => ({ value, label: t(`exhibitRole.${value}`) }))}
            value={role}
            onChange={(value) => setRole(exhibitRoles.find((each) => each === value) ?? 'photograph')}
          />
          {link.error !== null && <ErrorNotice error={link.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={link.isPending}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={exhibit === ''} loading={link.isPending}>
              {t('common:add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
