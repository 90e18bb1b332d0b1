import { Alert, Button, Group, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Verification } from '../../../../electron/core/journal/model.ts';
import { call } from '../../../app/core.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ExtractButton, ExtractOutcome, useExtract } from './ExtractCopy.tsx';

interface Props {
  readonly caseId: string;
  readonly exhibit: string;
  /** The exhibit as it once stood: nothing leaves the vault from there. */
  readonly past: boolean;
}

/** Checks the stored content against its hash, and writes a plain copy to a folder that the person chooses. */
export function ExhibitActions({ caseId, exhibit, past }: Props) {
  const { t } = useTranslation('evidence');
  const verify = useMutation({ mutationFn: () => call('evidence.verify', { case: caseId, exhibit }) });
  const extract = useExtract(caseId, exhibit);
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
        {!past && <ExtractButton extract={extract} />}
      </Group>
      {verify.data !== undefined && <Verdict verification={verify.data} onClose={verify.reset} />}
      {verify.error !== null && <ErrorNotice error={verify.error} onClose={verify.reset} />}
      <ExtractOutcome extract={extract} />
    </>
  );
}

/** The core's words for what is wrong with a blob, as keys. */
const spoken: Readonly<Record<string, string>> = { 'hash differs': 'differs' };

interface VerdictProps {
  readonly verification: Verification;
  readonly onClose: () => void;
}

function Verdict({ verification, onClose }: VerdictProps) {
  const { t } = useTranslation('evidence');
  const { valid, problems } = verification;
  return (
    <Alert
      variant="light"
      color={valid ? 'success' : 'seal'}
      icon={valid ? <IconShieldCheck size={20} /> : <IconShieldX size={20} />}
      role={valid ? 'status' : 'alert'}
      title={valid ? t('verify.valid') : t('verify.invalid')}
      withCloseButton
      onClose={onClose}
      p="xs"
    >
      {problems.map(({ what }) => (
        <Text key={what} size="sm">
          {t(`verify.problem.${spoken[what] ?? what}`)}
        </Text>
      ))}
      <Text size="sm">{valid ? t('verify.validText') : t('verify.invalidText')}</Text>
    </Alert>
  );
}
