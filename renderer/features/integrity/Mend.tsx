import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DamagedExhibit } from '../../../electron/core/features/integrity/model.ts';
import { call } from '../../app/core.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

/** Puts the content back: from the file that it once was, or from a backup. Nothing else is taken. */
export function Mend({ of }: { readonly of: DamagedExhibit }) {
  const { t } = useTranslation('integrity');
  const client = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const mend = useMutation({
    mutationFn: (from: { file: string } | { backup: string }) =>
      call('integrity.mend', { case: of.case, exhibit: of.exhibit, ...from }),
    onSuccess: () => client.invalidateQueries(),
  });
  const fromFile = async (files: FileList | null) => {
    const [offered] = await window.custodia.claim([...(files ?? [])]);
    if (offered !== undefined) mend.mutate({ file: offered.handle });
  };
  const fromBackup = async () => {
    const folder = await window.custodia.chooseFolder();
    if (folder !== null) mend.mutate({ backup: folder.handle });
  };
  return (
    <>
      <input
        ref={field}
        type="file"
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          void fromFile(event.currentTarget.files);
        }}
      />
      <Group gap="xs">
        <Button
          size="compact-xs"
          variant="default"
          loading={mend.isPending}
          onClick={() => field.current?.click()}
        >
          {t('fromFile')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          loading={mend.isPending}
          onClick={() => void fromBackup()}
        >
          {t('fromBackup')}
        </Button>
      </Group>
      {mend.error !== null && <ErrorNotice error={mend.error} />}
    </>
  );
}
