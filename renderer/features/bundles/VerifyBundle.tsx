import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconFileZip, IconFolderCheck, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BundleVerification } from '../../../electron/core/features/bundles/bag/verification.ts';
import { call } from '../../app/core.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

/** A folder or a ZIP that the person chose; null when the chooser was closed. */
interface Chosen {
  readonly handle: string;
  readonly label: string;
}

/** Checks a bundle in any folder or ZIP: the one just written, or one that came back from the court. */
export function VerifyBundle() {
  const { t } = useTranslation('bundles');
  const zip = useRef<HTMLInputElement>(null);
  const verify = useMutation({
    mutationFn: async (choose: () => Promise<Chosen | null>) => {
      const chosen = await choose();
      if (chosen === null) return null;
      return { ...chosen, verification: await call('bundles.verify', { folder: chosen.handle }) };
    },
  });
  return (
    <Stack maw={760} gap="md">
      <Text size="sm">{t('verify.intro')}</Text>
      <Group gap="xs">
        <Button
          leftSection={<IconFolderCheck size={18} />}
          loading={verify.isPending}
          onClick={() => verify.mutate(() => window.custodia.chooseFolder())}
        >
          {t('verify.choose')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileZip size={18} />}
          disabled={verify.isPending}
          onClick={() => zip.current?.click()}
        >
          {t('verify.chooseZip')}
        </Button>
        <input
          ref={zip}
          type="file"
          accept=".zip"
          hidden
          aria-hidden
          tabIndex={-1}
          onChange={({ currentTarget: input }) => {
            const files = [...(input.files ?? [])];
            input.value = '';
            verify.mutate(() => claimed(files));
          }}
        />
      </Group>
      {verify.error !== null && <ErrorNotice error={verify.error} />}
      {verify.data != null && <Outcome folder={verify.data.label} verification={verify.data.verification} />}
    </Stack>
  );
}

async function claimed(files: readonly File[]): Promise<Chosen | null> {
  const [file] = await window.custodia.claim(files);
  return file === undefined ? null : { handle: file.handle, label: file.name };
}

interface OutcomeProps {
  readonly folder: string;
  readonly verification: BundleVerification;
}

function Outcome({ folder, verification }: OutcomeProps) {
  const { t } = useTranslation('bundles');
  const { valid, problems } = verification;
  if (valid) {
    return (
      <Alert
        variant="light"
        color="success"
        icon={<IconShieldCheck size={22} />}
        title={t('verify.valid')}
        role="status"
      >
        <Text size="sm">{t('verify.validText', { folder })}</Text>
        <Text size="sm" mt={4}>
          {t('verify.comparePrinted')}
        </Text>
        <Proved verification={verification} />
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
      <Text size="sm">{t('verify.invalidText', { folder, count: problems.length })}</Text>
      <List size="sm" mt="xs">
        {problems.map(({ item, what }) => (
          <List.Item key={`${item} ${what}`} style={{ overflowWrap: 'anywhere' }}>
            {t(`bundle-problems:${what}`, { item })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** What the entries in the bundle prove; older bundles have none. */
function Proved({ verification }: { readonly verification: BundleVerification }) {
  const { t } = useTranslation('bundles');
  const { journalEntries, journalWithheld = 0, journalRoot } = verification;
  if (journalEntries === undefined) return null;
  return (
    <>
      <Text size="sm" mt={8}>
        {t('verify.journal', { count: journalEntries })}
        {journalWithheld > 0 && ` ${t('verify.journalWithheld', { count: journalWithheld })}`}
      </Text>
      <Text size="sm" mt={4}>
        {t('verify.journalRoot')}
      </Text>
      <Text size="xs" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
        {journalRoot}
      </Text>
    </>
  );
}
