import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconDownload, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Verification } from '../../../../electron/core/journal/model.ts';
import { call } from '../../../app/core.ts';
import { useMay } from '../../../app/session.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';

interface Props {
  readonly caseId: string;
  readonly exhibit: string;
}

/** Checks the stored content against its hash, and writes a plain copy to a folder that the person chooses. */
export function ExhibitActions({ caseId, exhibit }: Props) {
  const { t } = useTranslation('evidence');
  const mayExtract = useMay('evidence.extract');
  const verify = useMutation({ mutationFn: () => call('evidence.verify', { case: caseId, exhibit }) });
  const extract = useMutation({ mutationFn: () => extractTo(caseId, exhibit) });
  const error = verify.error ?? extract.error;

  return (
    <>
      <Group gap={6}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconShieldCheck size={14} />}
          loading={verify.isPending}
          onClick={() => verify.mutate()}
        >
          {t('verify.do')}
        </Button>
        {mayExtract && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload size={14} />}
            loading={extract.isPending}
            onClick={() => extract.mutate()}
          >
            {t('extract.do')}
          </Button>
        )}
      </Group>
      {verify.data !== undefined && <Verdict verification={verify.data} onClose={verify.reset} />}
      {extract.data != null && (
        <Alert variant="light" withCloseButton onClose={extract.reset} title={t('extract.done')} p="xs">
          <Text size="sm">{t('extract.where', extract.data)}</Text>
          <Text size="xs" c="dimmed">
            {t('extract.warning')}
          </Text>
        </Alert>
      )}
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}

/** Null when the person chose no folder. */
async function extractTo(caseId: string, exhibit: string) {
  const folder = await window.custodia.chooseFolder();
  if (folder === null) return null;
  const { name } = await call('evidence.extract', { case: caseId, exhibit, folder: folder.handle });
  return { name, folder: folder.label };
}

interface VerdictProps {
  readonly verification: Verification;
  readonly onClose: () => void;
}

function Verdict({ verification, onClose }: VerdictProps) {
  const { t } = useTranslation('evidence');
  return verification.valid ? (
    <Alert
      variant="light"
      icon={<IconShieldCheck size={20} />}
      title={t('verify.valid')}
      withCloseButton
      onClose={onClose}
      p="xs"
    >
      {t('verify.validText')}
    </Alert>
  ) : (
    <Alert
      variant="light"
      color="seal"
      icon={<IconShieldX size={20} />}
      title={t('verify.invalid')}
      withCloseButton
      onClose={onClose}
      p="xs"
    >
      <List size="sm">
        {verification.problems.map((problem) => (
          <List.Item key={`${problem.item} ${problem.what}`}>
            {problem.item}: {problem.what}
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt={4}>
        {t('verify.invalidText')}
      </Text>
    </Alert>
  );
}
