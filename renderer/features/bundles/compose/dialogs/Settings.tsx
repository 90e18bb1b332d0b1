import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kept } from '../../../../../electron/core/features/bundles/drafts/model.ts';
import { Dialog } from '../../../../components/Dialog.tsx';
import { SettingsFields } from './SettingsFields.tsx';

interface Props {
  readonly kept: Kept;
  readonly onClose: () => void;
  readonly onDone: (kept: Kept) => void;
}

/** Name, purpose, court and audience of the bundle that is worked on. */
export function Settings({ kept, onClose, onDone }: Props) {
  const { t } = useTranslation('bundles');
  const [next, setNext] = useState(kept);
  return (
    <Dialog title={t('compose.settings')} size={560} onClose={onClose} keepOnClickOutside>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onDone({ ...next, name: next.name.trim() });
        }}
      >
        <Stack gap="sm">
          <SettingsFields kept={next} onChange={setNext} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('compose.cancel')}
            </Button>
            <Button type="submit" disabled={next.name.trim() === ''}>
              {t('compose.apply')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
