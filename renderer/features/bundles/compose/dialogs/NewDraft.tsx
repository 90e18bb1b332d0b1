import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kept } from '../../../../../electron/core/features/bundles/drafts/model.ts';
import { useCommand } from '../../../../app/core.ts';
import { Dialog } from '../../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../../components/ErrorNotice.tsx';
import { SettingsFields } from './SettingsFields.tsx';

interface Props {
  readonly caseId: string;
  readonly onClose: () => void;
  readonly onMade: (draft: string) => void;
}

const blank: Kept = {
  name: '',
  purpose: 'trial',
  composition: { profile: 'bolivia', audience: 'court', recipient: '', sections: [] },
};

/** A bundle that is kept from here on, still without exhibits. */
export function NewDraft({ caseId, onClose, onMade }: Props) {
  const { t } = useTranslation('bundles');
  const [kept, setKept] = useState(blank);
  const save = useCommand('bundles.saveDraft');
  return (
    <Dialog title={t('drafts.new')} size={560} onClose={onClose} keepOnClickOutside>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const name = kept.name.trim();
          save.mutate({ case: caseId, saw: 0, ...kept, name }, { onSuccess: ({ id }) => onMade(id) });
        }}
      >
        <Stack gap="sm">
          <SettingsFields kept={kept} onChange={setKept} />
          {save.error !== null && <ErrorNotice error={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('compose.cancel')}
            </Button>
            <Button type="submit" disabled={kept.name.trim() === ''} loading={save.isPending}>
              {t('drafts.make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
