import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../app/core.ts';
import { useMay } from '../../../app/session.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';

/** Writes a plain copy of an exhibit to a folder that the person chooses; `mutate` opens the chooser. */
export function useExtract(caseId: string, exhibit: string) {
  return useMutation({ mutationFn: () => extractTo(caseId, exhibit) });
}

type Extraction = ReturnType<typeof useExtract>;

/** Null when the person chose no folder. */
async function extractTo(caseId: string, exhibit: string) {
  const folder = await window.custodia.chooseFolder();
  if (folder === null) return null;
  const { name } = await call('evidence.extract', { case: caseId, exhibit, folder: folder.handle });
  return { name, folder: folder.label };
}

/** The button that extracts; nothing for those who may not. */
export function ExtractButton({ extract }: { readonly extract: Extraction }) {
  const { t } = useTranslation('evidence');
  const may = useMay('evidence.extract');
  if (!may) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconDownload size={14} />}
      loading={extract.isPending}
      onClick={() => extract.mutate()}
    >
      {t('extract.do')}
    </Button>
  );
}

/** Where the copy lies and that it is not encrypted, or why there is none. */
export function ExtractOutcome({ extract }: { readonly extract: Extraction }) {
  const { t } = useTranslation('evidence');
  if (extract.error !== null) return <ErrorNotice error={extract.error} onClose={extract.reset} />;
  if (extract.data == null) return null;
  return (
    <Alert
      variant="light"
      ta="start"
      p="xs"
      role="status"
      title={t('extract.done')}
      withCloseButton
      onClose={extract.reset}
    >
      <Text size="sm">{t('extract.where', extract.data)}</Text>
      <Text size="xs" c="dimmed">
        {t('extract.warning')}
      </Text>
    </Alert>
  );
}

interface OfferProps {
  readonly caseId: string;
  readonly exhibit: string;
}

/** The way out where the content cannot be shown here: a copy for another program. */
export function ExtractOffer({ caseId, exhibit }: OfferProps) {
  const extract = useExtract(caseId, exhibit);
  return (
    <Stack gap="xs" align="center">
      <ExtractButton extract={extract} />
      <ExtractOutcome extract={extract} />
    </Stack>
  );
}
