import { Button, Text } from '@mantine/core';
import { IconDeviceUsb } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../app/core.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';

export interface SavingSheet {
  readonly save: () => void;
  readonly busy: boolean;
  readonly error: Error | null;
  /** The file and the folder that it was put in. */
  readonly saved: { readonly name: string; readonly folder: string } | null;
}

/** Null when the person chose no folder. */
async function chooseAndSave() {
  const folder = await window.custodia.chooseFolder();
  if (folder === null) return null;
  const { name } = await call('vault.saveRecovery', { folder: folder.handle });
  return { name, folder: folder.label };
}

/** The sheet as a file in a folder that the person picks. The core writes it: the key does not pass through here. */
export function useSaveSheet(): SavingSheet {
  const saving = useMutation({ mutationFn: chooseAndSave });
  return {
    save: () => saving.mutate(),
    busy: saving.isPending,
    error: saving.error,
    saved: saving.data ?? null,
  };
}

export function SaveSheetButton({ save, busy }: SavingSheet) {
  const { t } = useTranslation('office');
  return (
    <Button variant="default" leftSection={<IconDeviceUsb size={17} />} loading={busy} onClick={save}>
      {t('recovery.save')}
    </Button>
  );
}

/** Where it was written, and that the file is as secret as the paper. */
export function SaveSheetOutcome({ error, saved }: SavingSheet) {
  const { t } = useTranslation('office');
  if (error !== null) return <ErrorNotice error={error} />;
  if (saved === null) return null;
  return (
    <Text size="sm" c="success" fw={500} role="status">
      {t('recovery.saved', saved)}
    </Text>
  );
}
