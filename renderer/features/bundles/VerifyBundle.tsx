import { Alert, Button, Stack, Table, Text } from '@mantine/core';
import { IconFolderCheck, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Verification } from '../../../electron/core/journal/model.ts';
import { call } from '../../app/core.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

/** Checks a bundle in any folder: the one just written, or one that came back from the court. */
export function VerifyBundle() {
  const { t } = useTranslation('bundles');
  const verify = useMutation({ mutationFn: chooseAndVerify });
  return (
    <Stack maw={760} gap="md">
      <Text size="sm">{t('verify.intro')}</Text>
      <Button
        style={{ alignSelf: 'start' }}
        leftSection={<IconFolderCheck size={18} />}
        loading={verify.isPending}
        onClick={() => verify.mutate()}
      >
        {t('verify.choose')}
      </Button>
      {verify.error !== null && <ErrorNotice error={verify.error} />}
      {verify.data != null && <Outcome folder={verify.data.folder} verification={verify.data.verification} />}
    </Stack>
  );
}

/** Null when the person chose no folder. */
async function chooseAndVerify() {
  const folder = await window.custodia.chooseFolder();
  if (folder === null) return null;
  return { folder: folder.label, verification: await call('bundles.verify', { folder: folder.handle }) };
}

interface OutcomeProps {
  readonly folder: string;
  readonly verification: Verification;
}

function Outcome({ folder, verification }: OutcomeProps) {
  const { t } = useTranslation('bundles');
  if (verification.valid) {
    return (
      <Alert variant="light" icon={<IconShieldCheck size={22} />} title={t('verify.valid')} role="status">
        <Text size="sm">{t('verify.validText', { folder })}</Text>
        <Text size="sm" mt={4}>
          {t('verify.comparePrinted')}
        </Text>
      </Alert>
    );
  }
  return (
    <Alert
      variant="light"
      color="seal"
      icon={<IconShieldX size={22} />}
      title={t('verify.invalid')}
      role="alert"
    >
      <Text size="sm">{t('verify.invalidText', { folder, count: verification.problems.length })}</Text>
      <Table fz="xs" mt="xs" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('verify.item')}</Table.Th>
            <Table.Th>{t('verify.what')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {verification.problems.map((problem) => (
            <Table.Tr key={`${problem.item} ${problem.what}`}>
              <Table.Td ff="monospace">{problem.item}</Table.Td>
              <Table.Td>{problem.what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Alert>
  );
}
